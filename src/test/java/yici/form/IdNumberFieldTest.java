package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class IdNumberFieldTest {

    private final Asked id = Asked.required("motherIdNo", Type.ID_NUMBER);

    @Test
    void a_citizens_number_is_taken_with_spaces_and_a_small_x() {
        assertThat(id.check(" 110105 19491231 002x")).isEqualTo("11010519491231002X");
    }

    @Test
    void each_flaw_has_its_own_words() {
        assertThat(id.check("110105491231002")).isEqualTo("!id.FIFTEEN_DIGITS");
        assertThat(id.error("1101051949123100", Language.ZH)).contains("18 位", "16 位");
        assertThat(id.check("11010519491331002X")).isEqualTo("!id.BIRTHDAY");
        assertThat(id.check("110105194912310021")).isEqualTo("!id.CHECK");
        assertThat(id.check("A1010519491231002X")).isEqualTo("!id.CHARACTERS");
    }

    @Test
    void nobody_is_born_tomorrow() {
        var tomorrow = "43052320261124001";

        assertThat(id.check(tomorrow + yici.kit.IdNumber.check(tomorrow))).isEqualTo("!id.BIRTHDAY");
    }

    @Test
    void whoever_has_no_mainland_card_gives_another_document() {
        assertThat(id.check(id.read("motherIdNo.kind", "PASSPORT", "motherIdNo.other", "e1234 5678")))
                .isEqualTo("PASSPORT:E12345678");
        assertThat(id.check("PERMANENT_RESIDENCE:911124198108030024")).startsWith("PERMANENT_RESIDENCE:");
        assertThat(id.check("HK_MACAO_PERMIT:h01234567")).isEqualTo("HK_MACAO_PERMIT:H01234567");
        assertThat(id.check("TAIWAN_PERMIT:01234567")).isEqualTo("TAIWAN_PERMIT:01234567");
    }

    @Test
    void a_document_without_kind_or_with_a_wrong_number_or_beside_a_card_is_refused() {
        assertThat(id.check(id.read("motherIdNo.other", "E12345678"))).isEqualTo("!document.kind");
        assertThat(id.check("PASSPORT:E1")).isEqualTo("!document.PASSPORT");
        assertThat(id.check(id.read("motherIdNo", "11010519491231002X", "motherIdNo.kind", "PASSPORT")))
                .isEqualTo("!id.both");
    }

    @Test
    void what_was_typed_stands_where_it_was_typed() {
        assertThat(id.drawn("PASSPORT:E1"))
                .containsPattern("<details[^>]* open")
                .contains("value=\"E1\"");
        assertThat(id.drawn("4305")).doesNotContainPattern("<details[^>]* open").contains("value=\"4305\"");
    }

    @Test
    void the_birthday_is_covered_in_lists() {
        assertThat(id.masked("11010519491231002X")).isEqualTo("1101**********002X");
        assertThat(id.masked("PASSPORT:E12345678")).isEqualTo("护照 E******78");
        assertThat(id.display("PASSPORT:E12345678", Language.EN)).isEqualTo("Passport E12345678");
    }
}
