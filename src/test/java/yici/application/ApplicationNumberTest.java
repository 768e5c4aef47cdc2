package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ApplicationNumberTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void it_names_area_day_and_running_number() {
        assertThat(ApplicationNumber.of("430523000000", NOON, 123)).startsWith("430523-261123-000123-");
    }

    @Test
    void the_day_is_the_day_in_the_province() {
        assertThat(ApplicationNumber.of("430523000000", Instant.parse("2026-11-22T16:30:00Z"), 1))
                .contains("-261123-");
    }

    @Property
    void every_number_is_valid(@ForAll @LongRange(min = 1, max = 99_999_999) long serial) {
        assertThat(ApplicationNumber.isValid(ApplicationNumber.of("430523000000", NOON, serial)))
                .isTrue();
    }

    @Property
    void one_wrong_digit_is_found(
            @ForAll @LongRange(min = 1, max = 999_999) long serial,
            @ForAll @IntRange(min = 0, max = 21) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        var number = ApplicationNumber.of("430523000000", NOON, serial).toCharArray();
        if (number[place] == '-') return;
        number[place] = (char) ('0' + (number[place] - '0' + off) % 10);

        assertThat(ApplicationNumber.isValid(new String(number))).isFalse();
    }
}
