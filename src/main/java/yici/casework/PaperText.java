package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The words of a paper. Papers are written in the language of the law; the English under the Chinese is there for the reader and has no
 * effect. The articles are those of the Administrative Licence Law (行政许可法), the Administrative Review Law and the Administrative Litigation
 * Law.
 */
record PaperText(Papers.Issued paper) {

    /** As article 45 of the Licence Law names them. */
    private static final Map<String, String> CAUSES = Map.ofEntries(
            Map.entry("hearing", "听证"),
            Map.entry("tender", "招标"),
            Map.entry("auction", "拍卖"),
            Map.entry("inspection", "检验"),
            Map.entry("test", "检测"),
            Map.entry("quarantine", "检疫"),
            Map.entry("appraisal", "鉴定"),
            Map.entry("expert-review", "专家评审"),
            Map.entry("public-notice", "公示"),
            Map.entry("intermediary", "中介服务"));

    String of(String key) {
        return paper.snapshot().getOrDefault(key, "");
    }

    boolean has(String key) {
        return !of(key).isEmpty();
    }

    List<String> lines(String key) {
        return of(key).lines().filter(l -> !l.isBlank()).toList();
    }

    /** A licence is granted; a registration, a benefit, a check is done. */
    private boolean isLicence() {
        return of("nodeType").equals("APPROVE");
    }

    /** For what is no licence the law on licences is followed, not applied. */
    private String law() {
        return (isLicence() ? "根据" : "参照") + "《中华人民共和国行政许可法》";
    }

    private static final Map<String, String> EXERCISE = Map.of(
            "statutory", "法定本级行使",
            "devolved", "上级下放",
            "authorised_down", "上级授权",
            "authorised_across", "同级授权",
            "entrusted_down", "上级委托",
            "entrusted_across", "同级委托");

    /** By which record of the delegation register the body decides; empty where it does by law alone. */
    String exercise() {
        if (!has("exercise")) return "";
        return EXERCISE.getOrDefault(of("exercise"), of("exercise")) + "，依据《" + of("exerciseFile") + "》（"
                + of("exerciseFileNumber") + "），登记号" + of("exerciseRecord");
    }

    String seal() {
        if (!has("seal")) return "";
        return "（" + of("seal") + (of("sealOf").equals("GIVER_SPECIAL") ? "行政审批专用章" : "印章") + "）";
    }

    String title() {
        return switch (paper.kind()) {
            case ACCEPTANCE -> "受理通知书";
            case NOT_ACCEPTED -> "不予受理告知书";
            case CORRECTION -> "补正通知书";
            case CORRECTION_RECEIPT -> "补正材料接收凭证";
            case APPROVAL -> isLicence() ? "准予行政许可决定书" : "办结通知书";
            case REFUSAL -> isLicence() ? "不予行政许可决定书" : "不予办理决定书";
            case SPECIAL_PROCEDURE -> "特别程序告知书";
            case EXTENSION -> "延长审批期限告知书";
            case OWED_RECEIPT -> "容缺材料接收凭证";
            case RETURN -> "退件通知书";
            case COMMITMENT_BROKEN -> "承诺不实告知书";
        };
    }

    String titleEn() {
        return switch (paper.kind()) {
            case ACCEPTANCE -> "Notice of acceptance";
            case NOT_ACCEPTED -> "Notice of non-acceptance";
            case CORRECTION -> "Request for correction";
            case CORRECTION_RECEIPT -> "Receipt for the correction";
            case APPROVAL -> isLicence() ? "Decision granting a licence" : "Notice of completion";
            case REFUSAL -> isLicence() ? "Decision refusing a licence" : "Decision of refusal";
            case SPECIAL_PROCEDURE -> "Notice of a special procedure";
            case EXTENSION -> "Notice of extension";
            case OWED_RECEIPT -> "Receipt for documents handed in later";
            case RETURN -> "Notice of return";
            case COMMITMENT_BROKEN -> "Notice of a promise not kept";
        };
    }

    List<String> paragraphs() {
        return switch (paper.kind()) {
            case ACCEPTANCE -> has("silence") ? bySilence() : accepted();
            case NOT_ACCEPTED ->
                List.of(
                        "经审查，您（单位）申请的上述事项依法不属于本机关职权范围。" + law() + "第三十二条第一款第二项，本机关决定不予受理。",
                        "请向" + of("rightBody") + "申请。在本平台重新申请这一项时，申请会直接送到该机关。");
            case CORRECTION -> List.of("您（单位）申请的上述事项，材料不齐全或者不符合法定形式。" + law() + "第三十二条第一款第四项，现一次性告知需要补正的全部内容：");
            case CORRECTION_RECEIPT ->
                List.of("您（单位）于" + date("date") + "对上述事项作了补正，本机关已经收到。办理期限自收到之日起重新计算，承诺于" + date("dueOn") + "前办结。");
            case APPROVAL ->
                has("renewedByLaw")
                        ? renewedByLaw()
                        : List.of(
                                isLicence()
                                        ? "您（单位）申请的上述事项，经审查符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款，本机关决定准予行政许可。"
                                        : "您（单位）申请的上述事项已经办结，结果为：准予。");
            case REFUSAL ->
                has("objection")
                        ? objected()
                        : List.of(
                                has("owedMissed")
                                        ? missed() + "本机关决定" + (isLicence() ? "不予行政许可。" : "不予办理。")
                                        : isLicence()
                                                ? "您（单位）申请的上述事项，经审查不符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第二款，本机关决定不予行政许可。"
                                                : "您（单位）申请的上述事项，经审查不符合办理条件，本机关决定不予办理。");
            case SPECIAL_PROCEDURE ->
                List.of(
                        "办理您（单位）申请的上述事项，依法需要" + CAUSES.getOrDefault(of("cause"), of("cause")) + "。" + law()
                                + "第四十五条，所需时间不计算在办理期限内，现将所需时间书面告知您（单位）。",
                        "所需时间：自" + date("date") + "的次日起，至" + date("until") + "止。期满后办理期限继续计算。");
            case EXTENSION ->
                List.of("您（单位）申请的上述事项，在法定期限内不能作出决定。" + law()
                        + (has("joint") ? "第四十二条第二款，经本级人民政府负责人（" : "第四十二条第一款，经本行政机关负责人（") + of("approver") + "）批准，延长"
                        + of("days") + "个工作日。现将延长期限的理由告知您（单位）。");
            case OWED_RECEIPT ->
                List.of("您（单位）于" + date("date") + "补交了上述事项容缺受理时暂缺的材料，本机关已经收到。"
                        + (has("owed") ? "尚缺的材料见下，请于" + date("owedUntil") + "前补交。" : "承诺于" + date("dueOn") + "前办结。"));
            case COMMITMENT_BROKEN ->
                List.of(
                        "您（单位）办理上述事项时选择告知承诺，承诺：“" + of("promise") + "”经核查，承诺不属实。",
                        "拟依法撤销已经作出的准予决定。承诺时已经告知的后果：" + of("consequences") + "。",
                        "您（单位）可以自收到本告知书之日起五个工作日内向本机关陈述、申辩。");
            case RETURN -> List.of(missed() + "本机关不再办理这一申请，现予退回。补齐材料后可以重新申请。");
        };
    }

    private List<String> objected() {
        return List.of(
                "您（单位）申请的上述事项，在“" + of("notice") + "”期间有利害关系人提出异议（编号" + of("objection") + "），经审查，异议成立。根据" + of("basis")
                        + "，本机关决定终止这一程序，不予办理。",
                "您（单位）可以在本平台按其他程序继续申请，本件已经填写的内容和提交的材料会自动带入。");
    }

    private String missed() {
        return "您（单位）申请的上述事项，本机关已按容缺受理办理，并告知于" + date("owedUntil") + "前补交下列材料。期满未收到补交的材料，";
    }

    private List<String> renewedByLaw() {
        return List.of("您（单位）在许可有效期届满三十日前提出的延续申请，本机关在有效期届满前没有作出决定。" + law() + "第五十条第二款，视为准予延续。");
    }

    private List<String> accepted() {
        if (has("owed"))
            return List.of(
                    "您（单位）于" + date("receivedOn") + "提出的上述申请，属于本机关职权范围，主要材料齐全、符合法定形式，次要材料暂缺。本机关予以容缺受理。",
                    "请于" + date("owedUntil") + "前补交下列材料。补齐之前本机关先行审查，不作出准予的决定；等待补交的时间不计入承诺期限。补齐后预计于" + date("dueOn")
                            + "前办结。");
        return List.of("您（单位）于" + date("receivedOn") + "提出的上述申请，材料齐全、符合法定形式，属于本机关职权范围。" + law()
                + "第三十二条第一款第五项，本机关予以受理，承诺于" + date("dueOn") + "前办结。");
    }

    private List<String> bySilence() {
        return List.of("您（单位）于" + date("receivedOn")
                + "提出的上述申请，本机关自收到之日起五个工作日内没有告知补正。" + law() + "第三十二条第一款第四项，自收到申请材料之日起即为受理，承诺于" + date("dueOn")
                + "前办结。");
    }

    /** What one can do who disagrees; empty where nothing was denied. */
    String remedies() {
        return switch (paper.kind()) {
            case NOT_ACCEPTED, REFUSAL, RETURN ->
                "如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。"
                        + (has("objection") ? "" : "改正后，可以在本平台只就这一项重新申请，其他事项不受影响。");
            case ACCEPTANCE,
                    CORRECTION,
                    CORRECTION_RECEIPT,
                    APPROVAL,
                    SPECIAL_PROCEDURE,
                    EXTENSION,
                    OWED_RECEIPT,
                    COMMITMENT_BROKEN -> "";
        };
    }

    String remediesEn() {
        return remedies().isEmpty()
                ? ""
                : "You may apply for administrative review within 60 days, or bring the matter before the people’s court within six months, of"
                        + " receiving this decision."
                        + (has("objection")
                                ? ""
                                : " After putting it right you may apply for this item alone once more.");
    }

    String date(String key) {
        if (!has(key)) return "";
        var day = LocalDate.parse(of(key));
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
