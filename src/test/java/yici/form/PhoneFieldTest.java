package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class PhoneFieldTest {

    private final Asked phone = Asked.required("contactPhone", Type.PHONE);

    @Test
    void mobiles_are_kept_as_eleven_digits() {
        for (var typed : new String[] {"139 0000 0001", "+86 139-0000-0001", "0086 13900000001", "８６１３９０００００００１"})
            assertThat(phone.check(typed)).as(typed).isEqualTo("13900000001");
    }

    @Test
    void landlines_are_kept_with_area_code_and_extension() {
        assertThat(phone.check("0731 82210000")).isEqualTo("0731-82210000");
        assertThat(phone.check("(010)65000000")).isEqualTo("010-65000000");
        assertThat(phone.check("+86 731 8221 0000")).isEqualTo("0731-82210000");
        assertThat(phone.check("0731-82210000转801")).isEqualTo("0731-82210000-801");
        assertThat(phone.check("0731-82210000-801")).isEqualTo("0731-82210000-801");
    }

    @Test
    void numbers_abroad_begin_with_plus() {
        assertThat(phone.check("+852 2123 4567")).isEqualTo("+85221234567");
        assertThat(phone.check("0033 1 42 34 56 78")).isEqualTo("+33142345678");
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(phone.check("82210000")).isEqualTo("!phone.area");
        assertThat(phone.error("1390000000", Language.ZH)).contains("11 位", "10 位");
        assertThat(phone.check("12345678901")).isEqualTo("!phone.mobile");
        assertThat(phone.check("call me")).isEqualTo("!phone");
    }

    @Test
    void the_middle_is_covered_in_lists() {
        assertThat(phone.masked("13900000001")).isEqualTo("139****0001");
        assertThat(phone.masked("0731-82210000")).isEqualTo("0731-******00");
        assertThat(phone.masked("+85221234567")).isEqualTo("+85*******67");
    }

    @Test
    void the_browser_may_fill_in_the_persons_own_number() {
        assertThat(phone.drawn("")).contains("type=\"tel\"", "autocomplete=\"tel\"", "spellcheck=\"false\"");
    }
}
