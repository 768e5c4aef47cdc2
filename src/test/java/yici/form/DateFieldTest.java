package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class DateFieldTest {

    private final Asked birth = Asked.required("birthDate", Type.DATE);

    private String typed(String year, String month, String day) {
        return birth.read("birthDate.year", year, "birthDate.month", month, "birthDate.day", day);
    }

    @Test
    void three_inputs_make_a_date_in_whichever_digits() {
        assertThat(birth.check(typed("２０２６", "3", "０８"))).isEqualTo("2026-03-08");
    }

    @Test
    void a_whole_date_in_one_input_is_understood() {
        assertThat(birth.check(typed("2026年3月8日", "", ""))).isEqualTo("2026-03-08");
        assertThat(birth.check(birth.read("birthDate", "20260308"))).isEqualTo("2026-03-08");
    }

    @Test
    void days_that_are_not_in_the_calendar_are_named() {
        assertThat(birth.error(typed("2026", "2", "30"), Language.ZH)).contains("标签", "2026-2-30");
        assertThat(birth.check(typed("2024", "2", "29"))).isEqualTo("2024-02-29");
        assertThat(birth.check(typed("2023", "2", "29"))).isEqualTo("!date.unreal");
    }

    @Test
    void a_missing_part_letters_and_far_years_are_refused() {
        assertThat(birth.check(typed("2026", "", "8"))).isEqualTo("!date.incomplete");
        assertThat(birth.check(typed("2026", "Mai", "8"))).isEqualTo("!date.digits");
        assertThat(birth.check(typed("26", "3", "8"))).isEqualTo("!date.range");
        assertThat(birth.check(typed("1899", "12", "31"))).isEqualTo("!date.range");
        assertThat(birth.check(typed("2101", "1", "1"))).isEqualTo("!date.range");
    }

    @Test
    void nothing_typed_is_lost() {
        var html = birth.drawn(typed("20-26", "x", ""));

        assertThat(html).containsPattern("name=\"birthDate.year\"[^>]*value=\"20-26\"");
        assertThat(html).containsPattern("name=\"birthDate.month\"[^>]*value=\"x\"");
    }

    @Test
    void a_date_stands_in_the_order_of_the_language() {
        var questions = Questions.of(java.util.List.of(birth.element()), java.util.Map.of());

        assertThat(Asked.drawn(questions, Language.ZH).indexOf("birthDate-year"))
                .isLessThan(Asked.drawn(questions, Language.ZH).indexOf("birthDate-day"));
        assertThat(Form.firstInput(birth.element(), Asked.view(Language.FR))).isEqualTo("birthDate-day");
        assertThat(birth.display("2026-03-08", Language.ZH)).isEqualTo("2026年3月8日");
    }
}
