package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class CreditCodeFieldTest {

    private final Asked code = Asked.required("uscc", Type.CREDIT_CODE);

    @Test
    void real_codes_pass_whatever_their_remainder() {
        for (var real : new String[] {
            "11430000006122244L",
            "11100000000013338W",
            "11100000000013661B",
            "113700000045046442",
            "11330105002500287C",
            "11100000MB03271699"
        }) assertThat(code.check(real)).isEqualTo(real);
    }

    @Test
    void a_code_whose_remainder_is_nought_ends_in_nought() {
        assertThat(code.check("91430100MA4L000000".substring(0, 17) + yici.kit.CreditCode.check("91430100MA4L00000")))
                .doesNotStartWith("!");
    }

    @Test
    void each_flaw_has_its_own_words() {
        assertThat(code.error("11430000", Language.ZH)).contains("18 位", "8 位");
        assertThat(code.check("1143000000612224OL")).isEqualTo("!credit.CHARACTERS");
        assertThat(code.check("11430000006122245L")).isEqualTo("!credit.CHECK");
        assertThat(code.check("11430000006122244l")).isEqualTo("11430000006122244L");
    }
}
