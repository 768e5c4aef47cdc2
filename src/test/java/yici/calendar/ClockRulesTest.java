package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import yici.house.Product;
import yici.kit.ImportRefused;

class ClockRulesTest {

    private static final String HEADER = Published.CLOCKS.lines().findFirst().orElseThrow() + "\n";

    private final ClockRules rules = Product.running().bean(ClockRules.class);

    @Test
    void the_clocks_of_law_are_there_from_the_start_as_the_table_has_them() {
        for (var rule : ClocksFile.read(Published.CLOCKS))
            assertThat(rules.get(rule.key()))
                    .isEqualTo(rule.inEdition(rules.get(rule.key()).edition()));
    }

    @Test
    void taking_the_table_in_again_adds_nothing() {
        int edition = rules.get("licence.decision").edition();

        rules.load(Published.CLOCKS);

        assertThat(rules.get("licence.decision").edition()).isEqualTo(edition);
    }

    @Test
    void a_changed_rule_is_a_new_edition_and_the_old_one_stays_for_clocks_that_began_with_it() {
        rules.load(HEADER + row("test.changing", 20));
        rules.load(HEADER + row("test.changing", 15));

        assertThat(rules.get("test.changing").limit()).hasValue(Limit.workingDays(15));
        assertThat(rules.get("test.changing", 1).limit()).hasValue(Limit.workingDays(20));
        assertThat(rules.all())
                .filteredOn(rule -> rule.key().equals("test.changing"))
                .hasSize(1);
        assertThatThrownBy(() -> rules.get("test.changing", 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_table_that_is_wrong_nothing_stays() {
        assertThatThrownBy(() -> rules.load(HEADER + row("test.right", 20) + row("test.wrong", 0)))
                .isInstanceOf(ImportRefused.class);

        assertThat(rules.find("test.right")).isEmpty();
    }

    @Test
    void a_promise_that_outlasts_the_law_is_noticed() {
        var promised = rules.get("licence.promised");

        assertThat(rules.outlasts(promised, Limit.workingDays(21))).hasValue(Limit.workingDays(20));
        assertThat(rules.outlasts(promised, Limit.workingDays(20))).isEmpty();
        assertThat(rules.outlasts(rules.get("life-event.promised"), Limit.workingDays(46)))
                .hasValue(Limit.workingDays(45));
    }

    private static String row(String key, int days) {
        return key + ",期限,limit,délai,기한,期限," + days + ",working-day,,,,next-day,last-day,,,,,,overrun,licence,42\n";
    }
}
