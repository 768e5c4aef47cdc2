package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import yici.kit.ImportRefused;

class ClocksFileTest {

    private static final String HEADER = Published.CLOCKS.lines().findFirst().orElseThrow() + "\n";
    private static final String NAMES = ",期限,limit,délai,기한,期限,";

    @Test
    void the_table_the_product_ships_is_taken() {
        assertThat(ClocksFile.read(Published.CLOCKS))
                .hasSizeGreaterThan(30)
                .extracting(ClockRule::key)
                .contains(
                        "licence.correction",
                        "licence.decision",
                        "licence.joint",
                        "licence.promised",
                        "licence.delivery")
                .contains(
                        "licence.renewal", "petition.finish", "owed.evidence", "commitment.check", "disclosure.guide");
    }

    @Test
    void a_limit_without_a_unit_is_refused() {
        refused("a.b" + NAMES + "20,,,,,next-day,last-day,,,,,,overrun,licence,42", "limit 20 has no unit");
        refused(
                "a.b" + NAMES + ",working-day,,,,next-day,last-day,,,,,,overrun,licence,42",
                "unit working-day has no number");
        refused("a.b" + NAMES + "20,fortnight,,,,next-day,last-day,,,,,,overrun,licence,42", "unknown unit fortnight");
        refused("a.b" + NAMES + "0,day,,,,next-day,last-day,,,,,,overrun,licence,42", "limit is out of bounds: 0");
    }

    @Test
    void a_promise_longer_than_the_law_is_refused() {
        var law = "a.law" + NAMES + "20,working-day,,,,next-day,last-day,,,,,,overrun,licence,42\n";

        assertThatThrownBy(() -> ClocksFile.read(HEADER + law + "a.promised" + NAMES
                        + "21,working-day,,,a.law,next-day,last-day,,,,,,overrun,licence,42\n"))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("clocks.csv:3: a.promised: promises more than a.law allows");
        assertThat(ClocksFile.read(HEADER + law + "a.promised" + NAMES
                        + "20,working-day,,,a.law,next-day,last-day,,,,,,overrun,licence,42\n"))
                .hasSize(2);
        refused(
                "a.b" + NAMES + "20,day,,,a.none,next-day,last-day,,,,,,overrun,licence,42",
                "within names no limit: a.none");
    }

    @Test
    void an_extension_without_approver_or_in_another_unit_is_refused() {
        refused(
                "a.b" + NAMES + "20,day,,,,next-day,last-day,,10,day,,1,overrun,licence,42",
                "extension has no approver");
        refused(
                "a.b" + NAMES + "20,day,,,,next-day,last-day,,10,hour,head-of-authority,1,overrun,licence,42",
                "extension is not in the unit of the limit");
        refused(
                "a.b" + NAMES + "20,day,,,,next-day,last-day,,10,day,mayor,1,overrun,licence,42",
                "unknown extension-approver mayor");
        refused(
                "a.b" + NAMES + "20,day,,,,next-day,last-day,,10,day,head-of-authority,9,overrun,licence,42",
                "extension-times is out of bounds: 9");
    }

    @Test
    void an_unknown_cause_silence_or_rule_a_key_twice_and_a_missing_name_are_refused() {
        refused("a.b" + NAMES + "20,day,,,,next-day,last-day,weather,,,,,overrun,licence,42", "unknown cause weather");
        refused(
                "a.b" + NAMES + "20,day,,,,next-day,last-day,test test,,,,,overrun,licence,42",
                "cause stands twice: test");
        refused("a.b" + NAMES + "20,day,,,,next-day,last-day,,,,,,doom,licence,42", "unknown silence doom");
        refused("a.b" + NAMES + "20,day,,,,someday,last-day,,,,,,overrun,licence,42", "unknown start someday");
        refused(
                "a.b" + NAMES + "20,hour,,,,next-day,last-day,,,,,,overrun,licence,42",
                "hours run at once, days from the next day");
        refused(
                "a.b" + NAMES + "20,day,,,,before,last-day,test,,,,,overrun,licence,42",
                "what is counted back has a limit, no pause and no extension");
        refused(
                "a.b" + NAMES + "10,day,11,15,,next-day,last-day,,,,,,overrun,licence,42",
                "the limit does not lie between 11 and 15");
        refused("a.b" + NAMES + "10,day,,,,next-day,last-day,,,,,,overrun,The Law,42", "is not a law: The Law");
        refused("a.b,期限,,délai,기한,期限,10,day,,,,next-day,last-day,,,,,,overrun,licence,42", "has no name in en");
        refused(
                "Alone" + NAMES + "10,day,,,,next-day,last-day,,,,,,overrun,licence,42",
                "Alone",
                "is not the key of a clock");
        var row = "a.b" + NAMES + "10,day,,,,next-day,last-day,,,,,,overrun,licence,42\n";
        assertThatThrownBy(() -> ClocksFile.read(HEADER + row + row)).hasMessage("clocks.csv:3: a.b: stands twice");
    }

    private static void refused(String row, String why) {
        refused(row, "a.b", why);
    }

    private static void refused(String row, String key, String why) {
        assertThatThrownBy(() -> ClocksFile.read(HEADER + row + "\n"))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("clocks.csv:2: " + key + ": " + why);
    }
}
