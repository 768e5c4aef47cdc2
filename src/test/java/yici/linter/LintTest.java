package yici.linter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static yici.linter.With.first;
import static yici.linter.With.set;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yici.catalogue.Guide;
import yici.catalogue.Implementation;
import yici.catalogue.Implementation.Code;
import yici.catalogue.SampleGuides;
import yici.catalogue.Service;
import yici.kit.Translated;

class LintTest {

    private static final Lint LINT = new Lint();
    private static final Guide NEWBORN = SampleGuides.standard("43PCN0009");
    private static final Guide SCHOOL = SampleGuides.standard("43PCN0010");
    private static final Guide MARRIAGE = SampleGuides.standard("43PCP0007");
    private static final Guide RESTAURANT = SampleGuides.standard("43TCN0003");
    private static final Guide CLOSING = SampleGuides.standard("43TCN0008");
    private static final Service SUBSIDY = service("disabled-living-subsidy");

    /** A text that keeps the rule and one that breaks it. */
    private record Pair(Rule rule, Record keeps, Record breaks) {}

    private static List<Pair> pairs() {
        var point = NEWBORN.servicePoints().getFirst();
        var guide = Stream.of(
                new Pair(Rule.R4, NEWBORN, RESTAURANT),
                new Pair(Rule.R5, NEWBORN, item(NEWBORN, "offlineOnly", true)),
                new Pair(Rule.R6, NEWBORN, visits(NEWBORN, 2)),
                new Pair(Rule.R7, NEWBORN, point(set(point, "complaintPhone", point.consultPhone()))),
                new Pair(Rule.R8, NEWBORN, point(set(point, "hours", "9:00-17:00"))),
                new Pair(Rule.R9, point(set(point, "address", "市民中心二楼12号窗口")), NEWBORN),
                new Pair(Rule.R11, NEWBORN, set(NEWBORN, "faq", List.of())),
                new Pair(Rule.R12, NEWBORN, set(NEWBORN, "flow", set(NEWBORN.flow(), "steps", List.of()))),
                new Pair(Rule.R14, fee("邮寄速递费 20元（《邮政法》第三十九条）"), fee("邮寄速递费 20元")),
                new Pair(
                        Rule.R15,
                        MARRIAGE,
                        item(NEWBORN, "statutory", Optional.of(new Guide.Limit(1, Guide.Unit.WORKING_DAY)))),
                new Pair(Rule.R16, set(NEWBORN, "jointLimit", new Guide.Limit(90, Guide.Unit.WORKING_DAY)), NEWBORN),
                new Pair(Rule.R17, SCHOOL, NEWBORN),
                new Pair(Rule.R18, NEWBORN, RESTAURANT),
                new Pair(Rule.R19, paper("basis", "国务院令第722号第四十四条"), paper("basis", "暂无")),
                new Pair(Rule.R20, NEWBORN, set(NEWBORN, "evidence", doubled(NEWBORN.evidence()))),
                new Pair(Rule.R21, RESTAURANT, SCHOOL),
                new Pair(Rule.R22, NEWBORN, paper("name", Translated.zh("村委会开具的亲属关系证明"))),
                new Pair(Rule.R24, NEWBORN, sameResults()),
                new Pair(Rule.R25, NEWBORN, point(set(point, "consultPhone", "0731-00000000"))),
                new Pair(
                        Rule.R25,
                        paper("fillingNote", "样表见 https://www.hunan.gov.cn/forms，请下载。"),
                        paper("fillingNote", "样表见 http://localhost/forms，请下载。")),
                new Pair(Rule.R26, NEWBORN, SampleGuides.standard("43PCN0012")),
                new Pair(Rule.R27, NEWBORN, SampleGuides.standard("43PCN0013")),
                new Pair(Rule.R28, SCHOOL, item(NEWBORN, "result", Optional.of(Translated.zh("无")))),
                new Pair(Rule.R29, NEWBORN, SCHOOL),
                new Pair(Rule.R30, MARRIAGE, set(NEWBORN, "reform", reform(NEWBORN, "materials", 0))),
                new Pair(Rule.R31, NEWBORN, set(NEWBORN, "reform", reform(NEWBORN, "steps", 99))),
                new Pair(Rule.R34, set(NEWBORN, "officialTexts", Map.of()), NEWBORN));
        var services = Stream.of(
                new Pair(Rule.R2, SUBSIDY, with("codes", List.of(new Code("projectType", "1", "即办件")))),
                new Pair(Rule.R2, with("steps", steps(1, 2)), with("steps", steps(3))),
                new Pair(Rule.R3, outcome("残疾人证", "证照", "样本.jpg"), outcome("残疾人证", "批文", "样本.jpg")),
                new Pair(Rule.R3, outcome("关于立项的批复", "批文", ""), outcome("关于立项的批复", "证照", "")),
                new Pair(Rule.R4, depth("III", "核对原件", 1), depth("III", "", 1)),
                new Pair(Rule.R6, depth("IV", "", 0), depth("IV", "", 1)),
                new Pair(Rule.R7, contact("consultPhone", "0739-5000001"), contact("complaintPhone", "0739-5000000")),
                new Pair(Rule.R8, contact("hours", "每天 8:00-18:00"), contact("hours", "8:00-18:00")),
                new Pair(Rule.R9, contact("address", "示例路1号二楼"), contact("address", "示例路1号")),
                new Pair(Rule.R12, with("steps", steps(5, 10)), with("steps", steps(5, 11))),
                new Pair(Rule.R13, outcome("残疾人证", "证照", "样本.jpg"), outcome("残疾人证", "证照", "")),
                new Pair(Rule.R14, SUBSIDY, with("onlinePayment", Optional.of(true))),
                new Pair(Rule.R23, effective("2031-01-01"), effective("2001-01-01")),
                new Pair(Rule.R23, answered("2031年"), answered("2001年3月")),
                new Pair(Rule.R25, online("https://zwfw.hunan.gov.cn/item"), online("http://192.168.3.7/item")),
                new Pair(Rule.R25, online(""), online("https:/zwfw.hunan.gov.cn")),
                new Pair(Rule.R1, set(SUBSIDY, "immediate", false), set(SUBSIDY, "immediate", true)),
                new Pair(Rule.R5, SUBSIDY, set(SUBSIDY, "online", false)),
                new Pair(Rule.R10, SUBSIDY, set(SUBSIDY, "topics", List.of())),
                new Pair(Rule.R15, SUBSIDY, set(SUBSIDY, "promised", new Guide.Limit(16, Guide.Unit.WORKING_DAY))),
                new Pair(Rule.R19, SUBSIDY, set(SUBSIDY, "basis", List.of())),
                new Pair(Rule.R32, set(SUBSIDY, "documents", List.of()), SUBSIDY),
                new Pair(
                        Rule.R33,
                        SUBSIDY,
                        set(SUBSIDY, "special", Optional.of(new Service.Special(List.of("鉴定"), Optional.empty())))));
        return Stream.concat(guide, services).toList();
    }

    @Test
    void every_rule_that_can_be_checked_passes_one_text_and_finds_another() {
        assertAll(pairs().stream().map(pair -> () -> {
            assertThat(broken(pair.breaks())).as(pair.rule() + " is broken").contains(pair.rule());
            assertThat(broken(pair.keeps())).as(pair.rule() + " is kept").doesNotContain(pair.rule());
        }));
        var shown = EnumSet.noneOf(Rule.class);
        pairs().forEach(pair -> shown.add(pair.rule()));

        assertThat(shown).containsExactlyElementsOf(Arrays.asList(Rule.values()));
    }

    @Test
    void what_an_implementation_list_does_not_say_is_not_judged() {
        assertThat(broken(SUBSIDY))
                .doesNotContain(Rule.R2, Rule.R3, Rule.R4, Rule.R6, Rule.R7, Rule.R8, Rule.R9, Rule.R13, Rule.R23);
    }

    @Test
    void the_newborn_is_promised_in_five_days_though_one_item_takes_thirty() {
        assertThat(LINT.check(NEWBORN))
                .filteredOn(finding -> finding.rule() == Rule.R16)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where()).isEqualTo("jointLimit");
                    assertThat(finding.value()).startsWith("5 < ");
                });
    }

    @Test
    void the_flow_chart_of_seeing_a_doctor_is_found_in_the_guide_of_a_birth() {
        assertThat(LINT.check(NEWBORN)).contains(new Finding(Rule.R17, "attachments", "就医一件事流程图.png"));
    }

    @Test
    void only_blocking_findings_stop_a_publication() {
        var objections = LINT.objections(NEWBORN);

        assertThat(objections).isNotEmpty();
        assertThat(objections)
                .allSatisfy(objection ->
                        assertThat(Rule.valueOf(objection.rule()).severity()).isEqualTo(Rule.Severity.BLOCKS));
    }

    @Test
    void different_ways_of_closing_a_firm_give_one_result_and_a_question_chooses_between_them() {
        assertThat(broken(CLOSING)).doesNotContain(Rule.R24);
    }

    private static List<Rule> broken(Record text) {
        var findings = switch (text) {
            case Guide guide -> LINT.check(guide);
            case Service service -> LINT.check(service);
            default -> throw new IllegalArgumentException(text.toString());
        };
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    private static Guide point(Guide.ServicePoint point) {
        return set(NEWBORN, "servicePoints", List.of(point));
    }

    private static Guide item(Guide guide, String component, Object value) {
        return set(guide, "items", first(guide.items(), item -> set(item, component, value)));
    }

    private static Guide paper(String component, Object value) {
        return set(NEWBORN, "evidence", List.of(set(NEWBORN.evidence().getFirst(), component, value)));
    }

    private static Service with(String component, Object value) {
        return set(SUBSIDY, "implementation", set(SUBSIDY.implementation(), component, value));
    }

    /** @param days of each step */
    private static List<Implementation.Step> steps(int... days) {
        return Arrays.stream(days)
                .mapToObj(d -> new Implementation.Step(
                        d, "环节" + d, "", "", Optional.of(new Guide.Limit(d, Guide.Unit.WORKING_DAY)), false, ""))
                .toList();
    }

    private static Service outcome(String name, String type, String sample) {
        return with(
                "outcomes", List.of(new Implementation.Outcome(name, type, sample, "", List.of(), Optional.empty())));
    }

    private static Service depth(String level, String reason, int visits) {
        return set(with("depth", Optional.of(new Implementation.Depth(level, "", reason))), "visits", visits);
    }

    private static Service contact(String component, String value) {
        var whole = new Implementation.Contact(
                List.of(), "", "0739-5000000", "0739-5000002", "示例路1号二楼残联窗口", "工作日 9:00-17:00", "");
        return with("contact", Optional.of(set(whole, component, value)));
    }

    private static Service effective(String day) {
        return based(with("codes", List.of(new Code("effectiveDate", day, ""))));
    }

    private static Service answered(String updated) {
        return based(with("faq", List.of(new Implementation.Faq("谁可以申请？", "见条件。", updated))));
    }

    private static Service based(Service service) {
        return set(service, "basis", List.of(new Service.Basis("残疾人两项补贴办法", "湘民发〔2016〕8号", "第三条")));
    }

    private static Service online(String address) {
        var access = new Implementation.Access(
                Optional.empty(), Optional.empty(), Optional.empty(), address, Optional.empty(), "", Optional.empty());
        return with("access", Optional.of(access));
    }

    private static Guide fee(String text) {
        return set(NEWBORN, "fees", new Guide.Fees(true, List.of(text), ""));
    }

    private static Guide visits(Guide guide, int visits) {
        var counted = set(guide, "reform", reform(guide, "visits", visits));
        return set(counted, "officialTexts", Map.of("onlineNote", "可全程网办"));
    }

    private static Guide.Reform reform(Guide guide, String figure, int value) {
        var after = guide.reform().after().orElseThrow();
        return set(guide.reform(), "after", Optional.of(set(after, figure, value)));
    }

    private static List<Guide.Evidence> doubled(List<Guide.Evidence> papers) {
        return Stream.concat(papers.stream(), Stream.of(set(papers.getFirst(), "key", "again")))
                .toList();
    }

    private static Guide sameResults() {
        var result = Optional.of(Translated.zh("同一本证"));
        var items = NEWBORN.items().stream()
                .filter(item -> item.group().equals("core"))
                .map(item -> set(item, "result", result))
                .toList();
        return set(NEWBORN, "items", items);
    }

    private static Service service(String key) {
        return SampleGuides.services().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
