package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class MoneyFieldTest {

    private final Asked money = Asked.required("deposit", Type.MONEY);

    @Test
    void amounts_are_kept_to_the_fen() {
        assertThat(money.check("￥1,200.5元")).isEqualTo("1200.50");
        assertThat(money.check("1200")).isEqualTo("1200.00");
    }

    @Test
    void a_third_decimal_words_and_debts_are_refused() {
        assertThat(money.check("1.005")).isEqualTo("!money.fine");
        assertThat(money.check("一千")).isEqualTo("!money");
        assertThat(money.check("-1")).isEqualTo("!number.negative");
    }

    @Test
    void an_amount_reads_as_money() {
        assertThat(money.display("1234567.50", Language.ZH)).isEqualTo("1,234,567.50 元");
        assertThat(money.drawn("1200.50")).contains("govuk-input__prefix");
    }
}
