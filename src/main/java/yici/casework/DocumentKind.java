package yici.casework;

/** The papers a case produces. */
public enum DocumentKind {
    /** 受理通知书 */
    ACCEPTANCE,
    /** 不予受理告知书, naming the right body */
    NOT_ACCEPTED,
    /** 补正通知书 */
    CORRECTION,
    /** 补正材料接收凭证 */
    CORRECTION_RECEIPT,
    /** 准予决定书, or 办结通知书 where nothing is licensed */
    APPROVAL,
    /** 不予许可决定书, with reasons and remedies */
    REFUSAL,
    /** 特别程序告知书, with the time it takes */
    SPECIAL_PROCEDURE,
    /** 延长审批期限告知书 */
    EXTENSION,
    /** 容缺材料接收凭证 */
    OWED_RECEIPT,
    /** 退件通知书: what was owed did not come in time */
    RETURN,
    /** 承诺不实告知书: what was promised is not true, and what follows */
    COMMITMENT_BROKEN
}
