package yici.linter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Texts that say nothing, say it twice, or speak of something else. */
final class Texts {

    private static final Pattern MATTER = Pattern.compile("\\d*(?:湖南省)?(.+?)一件事.*");
    private static final Pattern NAMELESS =
            Pattern.compile("(?:图片|未命名|新建.*|无|IMG[_-]?|DSC|截图|\\d+)[\\s_-]*\\d*\\.[a-zA-Z]+");
    private static final Pattern EMPTY_CONDITION =
            Pattern.compile("符合.{0,4}(?:申请|相关|有关|办理|受理).{0,4}(?:要求|条件|规定)[。.]?|(?:资料|材料)齐全.{0,6}");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?\\s*(?:元|角|％|%)");
    private static final Pattern BASIS = Pattern.compile("《|号|条");

    private Texts() {}

    /** R10. The source writes the subject classes of both audiences in one list; each audience needs one of its own. */
    static void noSubjectForAudience(Service service, Found found) {
        for (var audience : service.audiences())
            found.when(
                    service.topics().stream().noneMatch(topic -> topic.audience() == audience),
                    "subjects",
                    audience == Guide.Audience.PERSONAL ? "自然人" : "法人");
    }

    /** R11 */
    static void answers(Guide guide, Found found) {
        boolean licence = guide.items().stream().anyMatch(item -> item.nodeType() == Guide.NodeType.APPROVE);
        found.when(licence && guide.faq().isEmpty(), "faq", "0");
    }

    /** R12. The source keeps no limit of a step, so their sum is not compared. */
    static void flow(Guide guide, Found found) {
        boolean licence = guide.items().stream().anyMatch(item -> item.nodeType() == Guide.NodeType.APPROVE);
        found.when(licence && guide.flow().steps().isEmpty(), "flow/steps", "0");
    }

    /** R12 */
    static void flow(Service service, Found found) {
        found.when(
                service.type() == Service.Type.LICENCE
                        && !Said.something(service.flow())
                        && service.implementation().steps().isEmpty(),
                "flow",
                service.flow());
        Outcomes.stepsBeyondThePromise(service, found);
    }

    /** R14 */
    static void fees(Guide guide, Found found) {
        var fees = guide.fees();
        found.when(!fees.charged() && !fees.items().isEmpty(), "fees/charged", String.join("、", fees.items()));
        found.when(fees.charged() && fees.items().isEmpty(), "fees/items", "0");
        if (fees.charged())
            for (var fee : fees.items())
                found.when(!AMOUNT.matcher(fee).find() || !BASIS.matcher(fee).find(), "fees/items", fee);
    }

    /** R14. Of a service the source keeps the names of its fees; an implementation list may say more. */
    static void fees(Service service, Found found) {
        found.when(
                !service.charged() && !service.feeItems().isEmpty(), "charged", String.join("、", service.feeItems()));
        found.when(
                service.charged()
                        && service.feeItems().isEmpty()
                        && service.implementation().feeLines().isEmpty(),
                "feeItems",
                "0");
        Outcomes.fees(service, found);
    }

    /** R17 */
    static void foreignAttachments(Guide guide, Found found) {
        String ours = guide.name().zh().replaceAll("[“”\"]", "").replace("一件事", "");
        for (var name : guide.attachments()) {
            var matter = MATTER.matcher(name.replaceAll("[“”\"]", ""));
            found.when(
                    matter.matches()
                            && !ours.contains(matter.group(1))
                            && !matter.group(1).contains(ours),
                    "attachments",
                    name);
        }
    }

    /** R18 */
    static void emptyConditions(Guide guide, Found found) {
        for (var condition : guide.conditions())
            found.when(
                    saysNothing(condition.text().zh()),
                    "conditions/" + condition.key(),
                    condition.text().zh());
    }

    /** R18 */
    static void emptyConditions(Service service, Found found) {
        found.when(saysNothing(service.condition()), "condition", service.condition());
    }

    private static boolean saysNothing(String condition) {
        return !Said.something(condition)
                || EMPTY_CONDITION.matcher(condition.strip()).matches();
    }

    /** R27 */
    static void listedTwice(Guide guide, Found found) {
        twice(guide.attachments(), "attachments", found);
        twice(guide.fees().items(), "fees/items", found);
        twice(guide.faq().stream().map(faq -> faq.question().zh()).toList(), "faq", found);
    }

    /** R27 */
    static void listedTwice(Service service, Found found) {
        twice(service.results(), "results", found);
        twice(service.intermediaries(), "intermediaries", found);
    }

    private static void twice(List<String> texts, String where, Found found) {
        Set<String> seen = new HashSet<>();
        for (var text : texts) found.when(!seen.add(text), where, text);
    }

    /** R28 */
    static void emptyResults(Guide guide, Found found) {
        for (var item : guide.items())
            item.result()
                    .filter(result -> Said.isPlaceholder(result.zh()))
                    .ifPresent(result -> found.at("items/" + item.key() + "/result", result.zh()));
    }

    /** R28 */
    static void emptyResults(Service service, Found found) {
        service.results().stream().filter(Said::isPlaceholder).forEach(result -> found.at("results", result));
    }

    /** R29 */
    static void namelessAttachments(Guide guide, Found found) {
        nameless(guide.attachments(), "attachments", found);
        for (var paper : guide.evidence())
            nameless(paper.blankForms(), "evidence/" + paper.key() + "/blankForms", found);
    }

    /** R29 */
    static void namelessAttachments(Service service, Found found) {
        for (var paper : service.documents())
            nameless(paper.attachments(), "documents/" + paper.name() + "/attachments", found);
    }

    private static void nameless(List<String> names, String where, Found found) {
        for (var name : names) found.when(NAMELESS.matcher(name).matches(), where, name);
    }

    /** R34 */
    static void emptyTexts(Guide guide, Found found) {
        guide.officialTexts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .filter(text -> Said.isPlaceholder(text.getValue()))
                .forEach(text -> found.at("officialTexts/" + text.getKey(), text.getValue()));
    }
}
