package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;

class NumberFieldTest {

    private final Asked number = Asked.required("seats", Type.NUMBER);

    @Test
    void full_width_digits_thousands_and_leading_zeros_are_put_right() {
        assertThat(number.check(" １２．５０ ")).isEqualTo("12.5");
        assertThat(number.check("1,234,567")).isEqualTo("1234567");
        assertThat(number.check("007")).isEqualTo("7");
        assertThat(number.check("0.0")).isEqualTo("0");
    }

    @Test
    void units_words_and_ambiguous_commas_are_refused() {
        assertThat(number.check("120平方米")).isEqualTo("!number");
        assertThat(number.check("1,5")).isEqualTo("!number");
        assertThat(number.check("1e9")).isEqualTo("!number");
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(number.check("-1")).isEqualTo("!number.negative");
        assertThat(number.check("9999999999999")).isEqualTo("!number.large");
        assertThat(number.check("1.23456")).isEqualTo("!number.fine");
        assertThat(number.check("9".repeat(3_000))).isEqualTo("!number");
    }

    @Test
    void the_keyboard_of_a_phone_shows_digits() {
        assertThat(number.drawn("12"))
                .contains("inputmode=\"decimal\"", "value=\"12\"", "aria-describedby=\"seats-hint\"");
    }
}
