package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class MonthFieldTest {

    private final Asked month = Asked.required("archiveBirthMonth", Type.MONTH);

    private String typed(String year, String number) {
        return month.read("archiveBirthMonth.year", year, "archiveBirthMonth.month", number);
    }

    @Test
    void year_and_month_make_a_month() {
        assertThat(month.check(typed("1968", "5"))).isEqualTo("1968-05");
        assertThat(month.check(typed("1968年5月", ""))).isEqualTo("1968-05");
    }

    @Test
    void wrong_parts_are_refused() {
        assertThat(month.check(typed("1968", ""))).isEqualTo("!month.incomplete");
        assertThat(month.check(typed("1968", "May"))).isEqualTo("!month.digits");
        assertThat(month.check(typed("1968", "13"))).isEqualTo("!month.unreal");
        assertThat(month.check(typed("68", "5"))).isEqualTo("!date.range");
    }

    @Test
    void a_month_reads_as_the_language_says_it() {
        assertThat(month.display("1968-05", Language.ZH)).isEqualTo("1968年5月");
        assertThat(month.display("1968-05", Language.FR)).isEqualTo("mai 1968");
        assertThat(month.drawn("1968-05")).containsPattern("value=\"05\"");
    }
}
