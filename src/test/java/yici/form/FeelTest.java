package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.form.Feel.Flaw;
import yici.kit.Translated;

/** Rules are written and read as FEEL; what cannot be read is named with its place and a way out. */
class FeelTest {

    private static final List<DataElement> FORM = List.of(
            element("maleAge", "男方年龄", Type.NUMBER),
            element("closeKin", "是否近亲", Type.BOOLEAN),
            element("birthDate", "出生日期", Type.DATE),
            element("specialTradeYears", "特殊工种年限", Type.NUMBER),
            element("cancelReason", "注销原因", Type.STRING),
            new DataElement(
                    "hukouType",
                    Translated.of("户口类型", "Kind of household"),
                    Type.ENUM,
                    true,
                    List.of(
                            new Option("FAMILY", Translated.of("家庭户", "Family")),
                            new Option("COLLECTIVE", Translated.zh("集体户"))),
                    List.of(),
                    DataElement.Origin.ASKED,
                    Optional.empty()));

    @Test
    void tests_joined_by_and_are_a_rule_of_which_all_must_hold() {
        assertThat(read("maleAge >= 22 and closeKin = false"))
                .isEqualTo(all(test("maleAge", "GTE", "22"), test("closeKin", "EQ", "false")));
        assertThat(read("maleAge < 22 or (closeKin != true)"))
                .isEqualTo(
                        new Rule(Rule.Mode.ANY, List.of(test("maleAge", "LT", "22"), test("closeKin", "NE", "true"))));
    }

    @Test
    void questions_and_answers_may_be_called_as_people_call_them() {
        assertThat(read("男方年龄>=22 and 户口类型 = \"集体户\""))
                .isEqualTo(all(test("maleAge", "GTE", "22"), test("hukouType", "EQ", "COLLECTIVE")));
        assertThat(read("Kind of household in (“Family”, \"COLLECTIVE\")"))
                .isEqualTo(all(test("hukouType", "IN", "FAMILY,COLLECTIVE")));
    }

    @Test
    void answered_not_answered_not_in_months_and_bounds_have_their_own_forms() {
        assertThat(read("cancelReason != null")).isEqualTo(all(test("cancelReason", "EXISTS", "true")));
        assertThat(read("cancelReason = null")).isEqualTo(all(test("cancelReason", "EXISTS", "false")));
        assertThat(read("not(hukouType in (\"FAMILY\"))")).isEqualTo(all(test("hukouType", "NOT_IN", "FAMILY")));
        assertThat(read("within months(birthDate, 6)")).isEqualTo(all(test("birthDate", "WITHIN_MONTHS", "6")));
        assertThat(read("birthDate >= date(\"2026-01-31\")")).isEqualTo(all(test("birthDate", "GTE", "2026-01-31")));
        assertThat(read("maleAge >= get value({\"1\": 55, \"2\": 45}, sex)"))
                .isEqualTo(all(test("maleAge", "GTE_BY_SEX", "1=55,2=45")));
        assertThat(read("specialTradeYears >= get value({\"HEIGHT\": 10}, specialTradeClass)"))
                .isEqualTo(all(test("specialTradeYears", "GTE_BY_CLASS", "HEIGHT=10")));
    }

    @Test
    void what_cannot_be_read_is_named_by_place_and_reason() {
        assertThat(refused("maleAg >= 22"))
                .isEqualTo(new Feel.Reading.Refused(Flaw.UNKNOWN_NAME, 1, "maleAg", "男方年龄 (maleAge)"));
        assertThat(refused("maleAge 22").flaw()).isEqualTo(Flaw.NO_COMPARISON);
        assertThat(refused("maleAge >= ").flaw()).isEqualTo(Flaw.NO_VALUE);
        assertThat(refused("maleAge >= \"a\"").flaw()).isEqualTo(Flaw.NOT_A_NUMBER);
        assertThat(refused("closeKin = 3").flaw()).isEqualTo(Flaw.NOT_YES_OR_NO);
        assertThat(refused("closeKin < true").flaw()).isEqualTo(Flaw.HAS_NO_ORDER);
        assertThat(refused("birthDate > \"yesterday\"").flaw()).isEqualTo(Flaw.NOT_A_DATE);
        assertThat(refused("hukouType = \"X\"").help()).isEqualTo("\"FAMILY\" 家庭户、\"COLLECTIVE\" 集体户");
        assertThat(refused("cancelReason = \"open").flaw()).isEqualTo(Flaw.OPEN_TEXT);
        assertThat(refused("(maleAge > 3").flaw()).isEqualTo(Flaw.OPEN_BRACKET);
        assertThat(refused("maleAge > 3 & closeKin = true").flaw()).isEqualTo(Flaw.TRAILING);
        assertThat(refused("& 3").flaw()).isEqualTo(Flaw.UNKNOWN_SIGN);
        assertThat(refused("maleAge > null").flaw()).isEqualTo(Flaw.ONLY_EQUAL);
        assertThat(refused("maleAge >= get value({\"1\": 5}, x)").flaw()).isEqualTo(Flaw.NOT_A_BOUND);
        assertThat(refused("a".repeat(Feel.LONGEST + 1)).flaw()).isEqualTo(Flaw.TOO_LONG);
        var mixed = refused("maleAge > 3 and closeKin = true or maleAge < 9");
        assertThat(mixed.flaw()).isEqualTo(Flaw.MIXED);
        assertThat(mixed.at()).isEqualTo(33);
    }

    @Property
    void what_is_written_is_read_again(@ForAll("rules") Rule rule) {
        assertThat(read(Feel.write(rule, FORM))).isEqualTo(rule);
    }

    @Property
    void whatever_is_typed_has_an_answer(@ForAll("typed") String typed) {
        assertThat(Feel.read(typed, FORM)).isNotNull();
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of(
                        "maleAge",
                        "户口类型",
                        " ",
                        ">=",
                        "=",
                        "22",
                        "\"FAMILY\"",
                        "(",
                        ")",
                        "and",
                        "or",
                        "not",
                        "in",
                        "{",
                        "within months",
                        "get value",
                        ",",
                        "null",
                        "date",
                        "“")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Rule> rules() {
        var tests = Arbitraries.of(
                test("maleAge", "GTE", "22"),
                test("maleAge", "LTE", "-3.5"),
                test("maleAge", "EQ", "7"),
                test("closeKin", "NE", "true"),
                test("birthDate", "LT", "2026-01-31"),
                test("birthDate", "WITHIN_MONTHS", "12"),
                test("cancelReason", "EXISTS", "false"),
                test("cancelReason", "EQ", "说“好”"),
                test("hukouType", "NOT_IN", "FAMILY,COLLECTIVE"),
                test("hukouType", "IN", "FAMILY"),
                test("maleAge", "LT_BY_SEX", "1=60,2=55"),
                test("specialTradeYears", "GTE_BY_CLASS", "UNDERGROUND=9,OTHER=8"));
        return tests.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .flatMap(list -> Arbitraries.of(Rule.Mode.values())
                        .map(mode -> new Rule(list.size() == 1 ? Rule.Mode.ALL : mode, list)));
    }

    private static Rule read(String text) {
        return ((Feel.Reading.Read) Feel.read(text, FORM)).rule();
    }

    private static Feel.Reading.Refused refused(String text) {
        return (Feel.Reading.Refused) Feel.read(text, FORM);
    }

    private static Rule all(Rule.Test... tests) {
        return new Rule(Rule.Mode.ALL, List.of(tests));
    }

    private static Rule.Test test(String field, String operator, String value) {
        return new Rule.Test(field, operator, value);
    }

    private static DataElement element(String key, String label, Type type) {
        return new DataElement(
                key,
                Translated.zh(label),
                type,
                true,
                List.of(),
                List.of(),
                DataElement.Origin.ASKED,
                Optional.empty());
    }
}
