package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yici.kit.Document.Kind;

class DocumentTest {

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 110105 19491231 002x, 11010519491231002X",
        "HK_MACAO_RESIDENCE, 810000199408230021, 810000199408230021",
        "HK_MACAO_RESIDENCE, 820000199408230023, 820000199408230023",
        "TAIWAN_RESIDENCE, 830000199201300022, 830000199201300022",
        "PERMANENT_RESIDENCE, 911124198108030024, 911124198108030024",
        "PERMANENT_RESIDENCE, kaz 1100 901231 05, PERMANENT_RESIDENCE:KAZ110090123105",
        "HK_MACAO_PERMIT, h0123 4567, HK_MACAO_PERMIT:H01234567",
        "HK_MACAO_PERMIT, M0123456701, HK_MACAO_PERMIT:M0123456701",
        "TAIWAN_PERMIT, 01234567, TAIWAN_PERMIT:01234567",
        "TAIWAN_PERMIT, 0123456789(B), TAIWAN_PERMIT:0123456789B",
    })
    void each_document_is_taken_as_people_type_it(Kind kind, String typed, String kept) {
        assertThat(Document.read(kind, typed, "")).isEqualTo(new Document.Reading.Good(Document.of(kept)));
        assertThat(Document.of(kept).text()).isEqualTo(kept);
        assertThat(Document.of(kept).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 110105491231002, FIFTEEN_DIGITS",
        "RESIDENT_ID, 110105194912310021, CHECK",
        "HK_MACAO_RESIDENCE, 830000199201300022, SHAPE",
        "HK_MACAO_RESIDENCE, 810000199408230022, CHECK",
        "TAIWAN_RESIDENCE, 11010519491231002X, SHAPE",
        "PERMANENT_RESIDENCE, 911124198108030025, CHECK",
        "PERMANENT_RESIDENCE, KAZ110090123106, CHECK",
        "PERMANENT_RESIDENCE, KAZ110090133105, BIRTHDAY",
        "PERMANENT_RESIDENCE, 11010519491231002X, SHAPE",
        "PERMANENT_RESIDENCE, '', EMPTY",
        "HK_MACAO_PERMIT, X01234567, SHAPE",
        "TAIWAN_PERMIT, 1234567, SHAPE",
        "PASSPORT, E1, SHAPE",
    })
    void a_flaw_is_named_by_the_rule_of_the_document(Kind kind, String typed, Document.Flaw flaw) {
        assertThat(Document.read(kind, typed)).isEqualTo(new Document.Reading.Flawed(flaw));
    }

    @Test
    void a_permit_numbered_like_a_residents_card_is_recognised_among_them() {
        assertThat(Document.read(Kind.RESIDENT_ID, "810000199408230021", ""))
                .isEqualTo(new Document.Reading.Good(new Document(Kind.HK_MACAO_RESIDENCE, "810000199408230021", "")));
    }

    @Test
    void a_passport_names_whose_it_is_for_two_states_may_give_the_same_number() {
        assertThat(Document.read(Kind.PASSPORT, "12ab 34567", "FRA"))
                .isEqualTo(new Document.Reading.Good(new Document(Kind.PASSPORT, "12AB34567", "FRA")));
        assertThat(Document.of("PASSPORT:12AB34567/FRA").text()).isEqualTo("PASSPORT:12AB34567/FRA");
        assertThat(Document.read(Kind.PASSPORT, "12AB34567", "")).isEqualTo(flawed(Document.Flaw.NATIONALITY));
        assertThat(Document.read(Kind.PASSPORT, "12AB34567", "ZZZ")).isEqualTo(flawed(Document.Flaw.NATIONALITY));
        assertThat(Document.read(Kind.PASSPORT, "12AB34567", "XXA")).isInstanceOf(Document.Reading.Good.class);
    }

    @Test
    void the_birthday_is_told_where_the_number_tells_it() {
        assertThat(Document.of("PERMANENT_RESIDENCE:KAZ110090123105").birthday())
                .contains(LocalDate.of(1990, 12, 31));
        assertThat(Document.of("911124198108030024").birthday()).contains(LocalDate.of(1981, 8, 3));
        assertThat(Document.of("PASSPORT:12AB34567/FRA").birthday()).isEmpty();
    }

    @Test
    void others_see_too_little_to_use() {
        assertThat(Document.of("11010519491231002X").masked()).isEqualTo("1101**********002X");
        assertThat(Document.of("PASSPORT:E12345678/FRA").masked()).isEqualTo("E******78");
        assertThat(Document.of("").masked()).isEmpty();
    }

    @Property
    void one_wrong_digit_of_an_old_residence_card_is_noticed_when_it_changes_the_sum(
            @ForAll @IntRange(min = 0, max = 9999) int area, @ForAll @IntRange(max = 9) int order) {
        var first14 = "USA%04d850607%d".formatted(area, order);
        var number = first14 + Document.icaoCheck(first14);
        char next = (char) ('0' + (number.charAt(14) - '0' + 1) % 10);

        assertThat(Document.read(Kind.PERMANENT_RESIDENCE, number)).isInstanceOf(Document.Reading.Good.class);
        assertThat(Document.read(Kind.PERMANENT_RESIDENCE, first14 + next)).isEqualTo(flawed(Document.Flaw.CHECK));
        assertThat(Document.of(Document.of(number).text()).birthday()).isEqualTo(Optional.of(LocalDate.of(1985, 6, 7)));
    }

    private static Document.Reading flawed(Document.Flaw flaw) {
        return new Document.Reading.Flawed(flaw);
    }
}
