package yici.identity;

/** As what somebody acts for another. */
public enum Capacity {
    /** 法定代表人: by the register of legal persons, or linked after proof of both sides. */
    LEGAL_REPRESENTATIVE,
    /** 代理人: named by the firm or person. */
    AGENT,
    /** 监护人, of a minor or a ward. */
    GUARDIAN,
    /** An officer at a counter, for a citizen who stands there. */
    COUNTER_ASSISTANCE
}
