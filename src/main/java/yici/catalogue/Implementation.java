package yici.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What an implementation list (实施清单) says of a service beyond what every service has. Every part may be empty: the source has not said it.
 * Codes stand as the source has them, its own label beside.
 *
 * @param codes national codes by the national name of their field: unifyId, ywCode, itemType
 * @param furtherBasis 补充依据
 * @param powerSource 权力来源, one of six
 * @param handling 办理形式: 0 at the window, 1 online, 2 by post
 * @param quantityLimit how many are given at most
 * @param prohibitions what excludes it (禁止性要求)
 * @param steps the flow, with the office and the person of each step
 * @param flowChart name of the file
 * @param outcomes what comes of it, more exactly than by name
 * @param papers what is said of each document beyond its line in the service; by the document's key
 * @param scenarios 办理项: the third layer, each with the documents it needs
 */
public record Implementation(
        List<Code> codes,
        List<Service.Basis> furtherBasis,
        Optional<Code> powerSource,
        List<Code> handling,
        Optional<Access> access,
        Optional<Depth> depth,
        String quantityLimit,
        String prohibitions,
        List<Step> steps,
        String flowChart,
        Optional<SpecialProcedure> specialProcedure,
        List<Fee> feeLines,
        Optional<Boolean> onlinePayment,
        List<Outcome> outcomes,
        Optional<Contact> contact,
        Optional<Remedies> remedies,
        Optional<Easing> easing,
        List<Faq> faq,
        List<Paper> papers,
        List<Scenario> scenarios,
        Optional<Provenance> provenance) {

    static final Implementation NOTHING = new Implementation(
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            List.of(),
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    /** @param label the source's own words for the code; may be empty */
    public record Code(String key, String code, String label) {}

    /** Ways in, at the counter and online; what is absent nobody has said. */
    public record Access(
            Optional<Boolean> hall,
            Optional<Boolean> booking,
            Optional<Boolean> terminal,
            String onlineAddress,
            Optional<Boolean> pcSignOn,
            String mobileAddress,
            Optional<Boolean> mobileSignOn) {}

    /** @param level I to IV, as the source writes it; @param presenceReason why somebody has to come */
    public record Depth(String level, String explanation, String presenceReason) {}

    /** @param special a special procedure (hearing, expert's report) */
    public record Step(
            int number,
            String name,
            String office,
            String person,
            Optional<Guide.Limit> limit,
            boolean special,
            String result) {}

    /** @param stopsClock its days are not counted */
    public record SpecialProcedure(String name, String basis, Optional<Boolean> stopsClock) {}

    public record Fee(String name, String standard, String basis, String reduction) {}

    /**
     * @param type licence, approval or other, as the source writes it
     * @param licenceType code of the electronic licence
     * @param delivery 2 公告 4 物流 6 自取 7 直接送达
     */
    public record Outcome(
            String name,
            String type,
            String sample,
            String licenceType,
            List<Code> delivery,
            Optional<Guide.Limit> deliveryLimit) {}

    /** @param ways 0 window, 1 web, 2 mail, 3 letter, 4 phone */
    public record Contact(
            List<Code> ways,
            String text,
            String consultPhone,
            String complaintPhone,
            String address,
            String hours,
            String transport) {}

    /** @param reconsideration the body for 行政复议; @param litigation the court for 行政诉讼 */
    public record Remedies(String reconsideration, String litigation) {}

    /** 容缺受理, 告知承诺, 免申即享, 智能审批. */
    public record Easing(
            Optional<Boolean> owed,
            Optional<Boolean> commitment,
            Optional<Boolean> withoutApplying,
            Optional<Boolean> byMachine) {}

    /** @param updated as the source writes it */
    public record Faq(String question, String answer, String updated) {}

    /** @param waiver who saves the applicant the paper; absent where nobody has said */
    public record Paper(
            String key,
            String code,
            String standardMaterial,
            List<Code> codes,
            String fillingNote,
            String blankForm,
            String sample,
            Optional<Guide.Waiver> waiver,
            String licenceType,
            String photo) {}

    /**
     * @param key code of the business item (ywCode)
     * @param when in which case it is this one; empty where it is the only one
     * @param documents keys of those it needs
     */
    public record Scenario(String key, String name, String when, List<String> documents) {}

    /** @param derived fields whoever copied the source has added; @param paraphrased fields told in other words */
    public record Provenance(List<String> sources, List<String> derived, List<String> paraphrased) {}
}
