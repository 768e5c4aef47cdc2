package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class DateTimeFieldTest {

    private final Asked visit = Asked.required("visitTime", Type.DATE_TIME);

    private String typed(String year, String month, String day, String time) {
        return visit.read(
                "visitTime.year", year, "visitTime.month", month, "visitTime.day", day, "visitTime.time", time);
    }

    @Test
    void a_time_is_understood_however_it_is_written() {
        for (var time : new String[] {"9:05", "09：05", "0905", "9点05分", "9.05"})
            assertThat(visit.check(typed("2026", "12", "1", time))).as(time).isEqualTo("2026-12-01T09:05");
    }

    @Test
    void a_missing_or_impossible_time_is_refused_and_so_is_a_wrong_date() {
        assertThat(visit.check(typed("2026", "12", "1", ""))).isEqualTo("!time.missing");
        assertThat(visit.check(typed("2026", "12", "1", "25:00"))).isEqualTo("!time");
        assertThat(visit.check(typed("2026", "13", "1", "9:00"))).isEqualTo("!date.unreal");
        assertThat(visit.check(typed("", "", "", "9:00"))).isEqualTo("!date.incomplete");
    }

    @Test
    void the_parts_stand_in_their_inputs() {
        assertThat(visit.drawn("2026-12-01T09:05"))
                .contains("value=\"09:05\"")
                .containsPattern("day\"[^>]*value=\"01\"");
        assertThat(visit.drawn(typed("T", "-", "1", "late"))).contains("value=\"late\"", "value=\"T\"", "value=\"-\"");
    }

    @Test
    void date_and_time_read_together() {
        assertThat(visit.display("2026-12-01T09:05", Language.ZH)).isEqualTo("2026年12月1日 09:05");
    }
}
