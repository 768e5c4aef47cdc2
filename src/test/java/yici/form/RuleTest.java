package yici.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import yici.form.Rule.Mode;
import yici.form.Rule.Outcome;
import yici.kit.Language;

class RuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Outcome judge(String field, String operator, String value, String... answers) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) given.put(answers[i], answers[i + 1]);
        return new Rule(Mode.ALL, List.of(new Rule.Test(field, operator, value))).judge(given, TODAY);
    }

    private static boolean met(String operator, String value, String answer) {
        return judge("x", operator, value, "x", answer) instanceof Outcome.Met;
    }

    @Test
    void texts_are_equal_or_not() {
        assertThat(met("EQ", "430000", "430000")).isTrue();
        assertThat(met("EQ", "1", "01")).isFalse();
        assertThat(met("NE", "COLLECTIVE", "FAMILY")).isTrue();
        assertThat(met("IN", "1,2", "2")).isTrue();
        assertThat(met("IN", "1,2", "3")).isFalse();
        assertThat(met("NOT_IN", "1,2", "3")).isTrue();
        assertThat(met("IN", "COLD,RAW", "HOT,RAW")).isTrue();
    }

    @Test
    void numbers_and_days_have_an_order_and_words_have_none() {
        assertThat(met("GTE", "15", "15")).isTrue();
        assertThat(met("GTE", "9", "10")).isTrue();
        assertThat(met("GT", "15", "15.0")).isFalse();
        assertThat(met("LTE", "30", "30")).isTrue();
        assertThat(met("LT", "2026-01-01", "2025-12-31")).isTrue();
        assertThat(judge("x", "LT", "5", "x", "many")).isEqualTo(new Outcome.Unknown(List.of("x")));
    }

    @Test
    void months_count_back_to_a_past_day_and_forward_to_a_coming_one() {
        assertThat(met("WITHIN_MONTHS", "6", "2026-05-23")).isTrue();
        assertThat(met("WITHIN_MONTHS", "6", "2026-05-22")).isFalse();
        assertThat(met("WITHIN_MONTHS", "12", "2027-11-23")).isTrue();
        assertThat(met("WITHIN_MONTHS", "12", "2027-11-24")).isFalse();
        assertThat(met("WITHIN_MONTHS", "0", "2026-11-23")).isTrue();
        assertThat(met("WITHIN_MONTHS", "6", "2026-05")).isTrue();
        assertThat(met("WITHIN_MONTHS", "6", "2026-05-23T09:00")).isTrue();
    }

    @Test
    void what_is_not_answered_is_unknown_even_where_an_answer_is_all_that_is_asked() {
        assertThat(judge("x", "EQ", "1")).isEqualTo(new Outcome.Unknown(List.of("x")));
        assertThat(judge("x", "NE", "1", "x", " ")).isEqualTo(new Outcome.Unknown(List.of("x")));
        assertThat(judge("x", "EXISTS", "true")).isEqualTo(new Outcome.Unknown(List.of("x")));
        assertThat(judge("x", "EXISTS", "true", "x", "1")).isEqualTo(new Outcome.Met());
        assertThat(judge("x", "EXISTS", "false")).isEqualTo(new Outcome.Met());
    }

    @Test
    void an_age_by_sex_takes_the_sex_from_the_answers_or_the_id_number() {
        var woman = "11010519491231002X";

        assertThat(judge("age", "GTE_BY_SEX", "1=55,2=45", "age", "50", "sex", "2"))
                .isEqualTo(new Outcome.Met());
        assertThat(judge("age", "GTE_BY_SEX", "1=55,2=45", "age", "50", "sex", "1"))
                .isInstanceOf(Outcome.NotMet.class);
        assertThat(judge("age", "GTE_BY_SEX", "1=55,2=45", "age", "50", "idNo", woman))
                .isEqualTo(new Outcome.Met());
        assertThat(judge("age", "LT_BY_SEX", "1=60,2=55", "age", "54", "sex", "2"))
                .isEqualTo(new Outcome.Met());
        assertThat(judge("childAge", "GTE_BY_SEX", "1=7,2=6", "childAge", "6", "childIdNo", woman, "sex", "1"))
                .isEqualTo(new Outcome.Met());
        assertThat(judge("age", "GTE_BY_SEX", "1=55,2=45", "age", "50")).isEqualTo(new Outcome.Unknown(List.of("sex")));
        assertThat(judge("age", "GTE_BY_SEX", "1=55,2=45", "age", "50", "idNo", "PASSPORT:E12345678"))
                .isEqualTo(new Outcome.Unknown(List.of("sex")));
    }

    @Test
    void years_by_class_take_the_class_that_goes_with_them() {
        var bounds = "HEIGHT_OR_HEAVY=10,UNDERGROUND_OR_HOT=9,OTHER_HARMFUL=8";

        assertThat(judge(
                        "specialTradeYears",
                        "GTE_BY_CLASS",
                        bounds,
                        "specialTradeYears",
                        "9",
                        "specialTradeClass",
                        "UNDERGROUND_OR_HOT"))
                .isEqualTo(new Outcome.Met());
        assertThat(judge(
                        "specialTradeYears",
                        "GTE_BY_CLASS",
                        bounds,
                        "specialTradeYears",
                        "9",
                        "specialTradeClass",
                        "HEIGHT_OR_HEAVY"))
                .isInstanceOf(Outcome.NotMet.class);
        assertThat(judge("specialTradeYears", "GTE_BY_CLASS", bounds, "specialTradeYears", "9"))
                .isEqualTo(new Outcome.Unknown(List.of("specialTradeClass")));
    }

    @Test
    void a_failed_test_decides_although_others_are_unknown() {
        var failing = new Rule.Test("a", "EQ", "1");
        var rule = new Rule(Mode.ALL, List.of(new Rule.Test("b", "EQ", "1"), failing));

        assertThat(rule.judge(Map.of("a", "2"), TODAY)).isEqualTo(new Outcome.NotMet(failing));
    }

    @Test
    void any_test_that_holds_is_enough() {
        var tests = List.of(new Rule.Test("a", "EQ", "1"), new Rule.Test("b", "EQ", "1"));
        var rule = new Rule(Mode.ANY, tests);

        assertThat(rule.judge(Map.of("b", "1"), TODAY)).isEqualTo(new Outcome.Met());
        assertThat(rule.judge(Map.of("a", "2"), TODAY)).isEqualTo(new Outcome.Unknown(List.of("b")));
        assertThat(rule.judge(Map.of("a", "2", "b", "2"), TODAY)).isEqualTo(new Outcome.NotMet(tests.getFirst()));
        assertThat(new Rule(Mode.ANY, List.of()).judge(Map.of(), TODAY)).isEqualTo(new Outcome.Met());
    }

    @Test
    void an_unknown_operator_cannot_be_written() {
        assertThatThrownBy(() -> new Rule.Test("a", "LIKE", "1")).hasMessageContaining("LIKE");
    }

    @Test
    void a_rule_is_said_in_a_sentence() {
        var type = Asked.element(
                "settleParentHukouType", DataElement.Type.ENUM, true, Asked.option("COLLECTIVE", "集体户", "Collective"));
        var test = new Rule.Test("settleParentHukouType", "NE", "COLLECTIVE");

        assertThat(test.words(Asked.view(Language.ZH), List.of(type))).isEqualTo("“标签”不能是“集体户”");
        assertThat(test.words(Asked.view(Language.EN), List.of(type))).isEqualTo("“Label” must not be “Collective”");
        assertThat(new Rule(Mode.ANY, List.of(test, test)).words(Asked.view(Language.EN), List.of(type)))
                .contains("; or ");
    }

    @Test
    void every_rule_of_the_themes_speaks_of_fields_of_its_theme_and_can_be_said_in_five_languages() {
        for (var theme : Themes.all()) {
            var keys = theme.elements().stream().map(DataElement::key).toList();
            theme.rules().values().forEach(rule -> {
                assertThat(keys)
                        .as(theme.code())
                        .containsAll(rule.tests().stream().map(Rule.Test::field).toList());
                for (var language : Language.values())
                    assertThat(rule.words(Asked.view(language), theme.elements()))
                            .as("%s %s", theme, language)
                            .doesNotContain("form.", "{", "_", "true", "430000");
            });
        }
        assertThat(Themes.all().stream().mapToInt(theme -> theme.rules().size()).sum())
                .isEqualTo(40);
    }

    @Test
    void special_trades_are_said_with_their_names() {
        var retirement = Themes.all().stream()
                .filter(t -> t.code().equals("43PCN0013"))
                .findFirst()
                .orElseThrow();

        assertThat(retirement
                        .rules()
                        .getOrDefault("c3", new Rule(Mode.ALL, List.of()))
                        .words(Asked.view(Language.ZH), retirement.elements()))
                .isEqualTo("“年龄”须达到：男 55，女 45；并且“特殊工种累计年限”须达到：高空和特别繁重体力 10，井下和高温 9，其他有害身体健康 8");
    }

    @Property
    void more_answers_never_turn_a_decided_rule_round(
            @ForAll("rules") Rule rule,
            @ForAll("answers") Map<String, String> some,
            @ForAll("answers") Map<String, String> more) {
        var before = rule.judge(some, TODAY);
        var all = new HashMap<>(more);
        all.putAll(some);

        var after = rule.judge(all, TODAY);

        if (before instanceof Outcome.Met) assertThat(after).isInstanceOf(Outcome.Met.class);
        if (before instanceof Outcome.NotMet) assertThat(after).isInstanceOf(Outcome.NotMet.class);
    }

    @Property
    void an_unknown_rule_lacks_only_fields_without_value(
            @ForAll("rules") Rule rule, @ForAll("answers") Map<String, String> answers) {
        if (rule.judge(answers, TODAY) instanceof Outcome.Unknown(var fields))
            assertThat(fields).isNotEmpty().noneMatch(answers::containsKey);
    }

    @Provide
    Arbitrary<Rule> rules() {
        var test = Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("EQ", "NE", "IN", "NOT_IN", "LT", "LTE", "GT", "GTE"),
                        Arbitraries.of("1", "2", "3"))
                .as(Rule.Test::new);
        return Combinators.combine(Arbitraries.of(Mode.class), test.list().ofMaxSize(4))
                .as(Rule::new);
    }

    @Provide
    Arbitrary<Map<String, String>> answers() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.of("1", "2", "3"));
    }
}
