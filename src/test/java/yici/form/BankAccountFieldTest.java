package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class BankAccountFieldTest {

    private final Asked account = Asked.required("bankAccount", Type.BANK_ACCOUNT);

    @Test
    void accounts_have_twelve_to_nineteen_digits() {
        assertThat(account.check("6228 4804 0256 4890 018")).isEqualTo("6228480402564890018");
        assertThat(account.check("430012345678")).isEqualTo("430012345678");
        assertThat(account.check("12345678901")).isEqualTo("!bank.length");
        assertThat(account.check("12345678901234567890")).isEqualTo("!bank.length");
        assertThat(account.check("622848李娜")).isEqualTo("!bank.digits");
    }

    @Test
    void a_slip_on_a_unionpay_card_is_found() {
        assertThat(account.check("6228480402564890019")).isEqualTo("!bank.check");
    }

    @Test
    void it_reads_in_groups_of_four_and_shows_four_digits_in_lists() {
        assertThat(account.display("6228480402564890018", Language.ZH)).isEqualTo("6228 4804 0256 4890 018");
        assertThat(account.masked("6228480402564890018")).isEqualTo("***************0018");
        assertThat(account.drawn("")).contains("inputmode=\"numeric\"");
    }
}
