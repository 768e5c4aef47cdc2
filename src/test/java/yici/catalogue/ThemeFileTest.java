package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import yici.form.Rule;

class ThemeFileTest {

    private final List<ThemeFile.Theme> themes =
            Sample.CODES.stream().map(Sample::theme).toList();

    @Test
    void the_nine_life_events_are_read_whole() {
        assertThat(themes).hasSize(9);
        assertThat(sum(g -> g.items().size())).isEqualTo(86);
        assertThat(sum(g -> g.groups().size())).isEqualTo(22);
        assertThat(sum(g -> g.evidence().size())).isEqualTo(85);
        assertThat(sum(g -> g.conditions().size())).isEqualTo(42);
        assertThat(sum(g -> g.questions().size())).isEqualTo(34);
        assertThat(sum(g -> g.elements().size())).isEqualTo(193);
    }

    @Test
    void thirty_real_and_six_invented_variants_are_kept_apart() {
        var variants = themes.stream().flatMap(t -> t.variants().stream()).toList();

        assertThat(variants.stream().filter(v -> !v.invented())).hasSize(30);
        assertThat(variants.stream().filter(Variant::invented))
                .hasSize(6)
                .allMatch(v -> v.kind() == Variant.Kind.SYNTHETIC);
        assertThat(variants.stream().filter(Variant::isStandard)).hasSize(9);
        assertThat(variants.stream().filter(v -> !v.isRead())).hasSize(7);
    }

    @Test
    void every_guide_survives_the_way_through_json() {
        var guides = themes.stream().flatMap(t -> t.guides().values().stream()).toList();

        assertThat(guides).hasSize(29).allSatisfy(guide -> {
            String json = GuideJson.write(guide);
            assertThat(GuideJson.read(json)).isEqualTo(guide);
            assertThat(GuideJson.write(GuideJson.read(json))).isEqualTo(json);
        });
    }

    @Test
    void an_edition_kept_before_anything_could_come_later_still_reads_and_says_the_same() {
        var marked = Sample.theme("43PCN0009").standard();
        String before = GuideJson.write(marked).replaceAll(",\"owe\":\\{[^{}]*\\{[^{}]*\\}[^{}]*\\}", "");

        assertThat(before).doesNotContain("\"owe\"");
        assertThat(GuideJson.read(before).evidence("expense-list").owe()).isEmpty();
        assertThat(GuideJson.write(GuideJson.read(before))).isEqualTo(before);
        assertThat(marked.evidence("expense-list").owe())
                .contains(new Guide.Owe(new Guide.Limit(10, Guide.Unit.WORKING_DAY), Guide.Missed.RETURN));
    }

    @Test
    void the_values_of_rules_are_plain_text() {
        var tests = themes.stream()
                .flatMap(t -> t.standard().conditions().stream())
                .flatMap(c -> c.rule().stream())
                .flatMap(r -> r.tests().stream())
                .toList();

        assertThat(tests)
                .contains(
                        new Rule.Test("birthDate", "WITHIN_MONTHS", "6"),
                        new Rule.Test("bornInPresentMarriage", "EQ", "true"),
                        new Rule.Test("disabilityGrade", "IN", "1,2"),
                        new Rule.Test("age", "GTE_BY_SEX", "1=55,2=45"));
    }

    @Test
    void a_variant_in_another_order_has_the_same_content() {
        var newborn = Sample.theme("43PCN0009");
        var standard = newborn.standard();
        var shaodong = newborn.guide("v-89940523");

        assertThat(shaodong.evidence()).isNotEqualTo(standard.evidence());
        assertThat(shaodong.evidence()).containsExactlyInAnyOrderElementsOf(standard.evidence());
        assertThat(shaodong.faq().getFirst()).isEqualTo(standard.faq().getLast());
    }

    @Test
    void the_order_of_answers_is_the_one_the_source_names() {
        var restaurant = Sample.theme("43TCN0003").guide("v-07c712b8");

        assertThat(restaurant.faq())
                .extracting(f -> f.question().zh())
                .containsExactly("联合核查有一个部门不通过怎么办？", "可以一起办哪些？", "办理条件是什么？");
    }

    @Test
    void a_list_printed_twice_asks_for_each_document_once() {
        var death = Sample.theme("43PCP0008");

        assertThat(death.guide("v-b7930592").evidence())
                .isEqualTo(death.standard().evidence());
    }

    @Test
    void a_changed_limit_changes_nothing_else() {
        var newborn = Sample.theme("43PCN0009");
        var liuyang = newborn.guide("syn-1");

        assertThat(liuyang.item("social-card").promised()).isEqualTo(new Guide.Limit(15, Guide.Unit.WORKING_DAY));
        assertThat(liuyang.item("household-reg").promised()).isEqualTo(new Guide.Limit(5, Guide.Unit.WORKING_DAY));
        assertThat(liuyang.item("birth-cert")).isEqualTo(newborn.standard().item("birth-cert"));
        assertThat(liuyang.elements()).isEqualTo(newborn.standard().elements());
    }

    @Test
    void an_added_document_is_handed_in_by_the_applicant() {
        var restaurant = Sample.theme("43TCN0003").guide("syn-2");

        assertThat(restaurant.evidence("grease-contract")).satisfies(contract -> {
            assertThat(contract.usedBy()).containsExactly("food-licence");
            assertThat(contract.waiver()).isEqualTo(Guide.Waiver.NONE);
            assertThat(contract.copies()).isEqualTo(1);
        });
    }

    @Test
    void a_removed_item_leaves_no_trace() {
        var retirement = Sample.theme("43PCN0013").guide("syn-3");

        assertThat(retirement.items()).hasSize(10);
        assertThat(GuideJson.write(retirement)).doesNotContain("\"onechild-bonus\"");
        assertThat(retirement.jointLimit().value()).isEqualTo(35);
    }

    @Test
    void a_changed_text_loses_the_translation_of_the_old_one() {
        var school = Sample.theme("43PCN0010").guide("syn-5");

        assertThat(school.conditions().getFirst().text().texts()).hasSize(1);
        assertThat(school.conditions().getFirst().text().zh()).isEqualTo("接受义务教育的城区及镇区适龄儿童少年");
    }

    private int sum(ToIntFunction<Guide> count) {
        return themes.stream().map(ThemeFile.Theme::standard).mapToInt(count).sum();
    }
}
