package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import yici.house.Product;

class ClockRulesTest {

    private final ClockRules rules = Product.running().bean(ClockRules.class);
    private final Calendars calendars = Product.running().bean(Calendars.class);

    @Test
    void the_clocks_of_law_are_there_and_end_when_the_law_says() {
        var decision = LegalClock.of(rules.get("licence.decision"), LocalDateTime.of(2026, 2, 10, 9, 0));

        var due = (Due.On) Reckoning.due(decision, calendars.of("430523000000"));

        assertThat(due.day()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(due.provisional()).isFalse();
    }
}
