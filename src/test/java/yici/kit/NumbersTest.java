package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void the_standards_own_example_computes_and_tells_birthday_sex_and_area() {
        var number = new IdNumber("11010519491231002X");

        assertThat(number.birthday()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.isFemale()).isTrue();
        assertThat(number.area6()).isEqualTo("110105");
        assertThat(number.masked()).isEqualTo("1101**********002X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002x"})
    void what_people_type_is_put_right(String typed) {
        assertThat(IdNumber.read(typed)).isEqualTo(new IdNumber.Reading.Good("11010519491231002X"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "110105491231002, FIFTEEN_DIGITS",
        "1101051949123100, LENGTH",
        "1101051949123100AX, CHARACTERS",
        "X10105194912310021, CHARACTERS",
        "110105194902300021, BIRTHDAY",
        "110105194900310021, BIRTHDAY",
        "110105194912310021, CHECK"
    })
    void a_flaw_is_named(String typed, IdNumber.Flaw flaw) {
        assertThat(IdNumber.read(typed)).isEqualTo(new IdNumber.Reading.Flawed(flaw));
    }

    @Test
    void a_wrong_number_cannot_be_made_into_a_value_and_is_not_repeated_in_the_message() {
        assertThatThrownBy(() -> new IdNumber("110105194912310021"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("110105");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11430000006122244L",
                "11100000000013338W",
                "11100000000013661B",
                "113700000045046442",
                "11330105002500287C",
                "11100000MB03271699",
                "11100000mb03271699"
            })
    void codes_of_real_bodies_pass(String code) {
        assertThat(CreditCode.read(code)).isInstanceOf(CreditCode.Reading.Good.class);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "11430000006122244, LENGTH", "1143000000612224OL, CHARACTERS", "11430000006122245L, CHECK"
    })
    void a_flaw_of_a_code_is_named(String typed, CreditCode.Flaw flaw) {
        assertThat(CreditCode.read(typed)).isEqualTo(new CreditCode.Reading.Flawed(flaw));
    }

    @Property
    void one_wrong_digit_never_passes(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var wrong = new StringBuilder(number);
        wrong.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));

        assertThat(IdNumber.read(wrong.toString())).isInstanceOf(IdNumber.Reading.Flawed.class);
    }

    @Property
    void two_neighbours_swapped_never_pass(
            @ForAll("codes") String code, @ForAll @IntRange(min = 8, max = 15) int place) {
        var swapped = new StringBuilder(code);
        swapped.setCharAt(place, code.charAt(place + 1));
        swapped.setCharAt(place + 1, code.charAt(place));

        if (code.charAt(place) != code.charAt(place + 1))
            assertThat(CreditCode.read(swapped.toString())).isInstanceOf(CreditCode.Reading.Flawed.class);
    }

    @Property
    void every_code_with_its_check_passes_and_has_no_second_check(@ForAll("codes") String code) {
        long passing = "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .filter(c -> CreditCode.read(code.substring(0, 17) + (char) c) instanceof CreditCode.Reading.Good)
                .count();

        assertThat(CreditCode.read(code)).isEqualTo(new CreditCode.Reading.Good(code));
        assertThat(passing).isOne();
    }

    @Test
    void remainder_nought_gives_nought_where_careless_libraries_fail() {
        var remainderNought = firstWithRemainderNought();

        assertThat(CreditCode.check(remainderNought)).isEqualTo('0');
        assertThat(CreditCode.read(remainderNought + "0")).isInstanceOf(CreditCode.Reading.Good.class);
    }

    private static String firstWithRemainderNought() {
        for (int i = 0; i < 1000; i++) {
            String first17 = "91430104%09d".formatted(i);
            if (CreditCode.check(first17) == '0') return first17;
        }
        throw new AssertionError("none among a thousand");
    }

    @Provide
    Arbitrary<String> numbers() {
        var areas = Arbitraries.integers().between(110000, 659999);
        var days = Arbitraries.integers().between(0, 40_000);
        var orders = Arbitraries.integers().between(0, 999);
        return Combinators.combine(areas, days, orders).as((area, day, order) -> {
            var birthday = LocalDate.of(1900, 1, 1).plusDays(day);
            String first17 = area + birthday.toString().replace("-", "") + "%03d".formatted(order);
            return first17 + IdNumber.check(first17);
        });
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars("0123456789ABCDEFGHJKLMNPQRTUWXY")
                .ofLength(9)
                .map(body -> "91430104" + body)
                .map(first17 -> first17 + CreditCode.check(first17));
    }
}
