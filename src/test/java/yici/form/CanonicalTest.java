package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import yici.form.DataElement.Type;
import yici.kit.Language;

/** What holds of every field type, whatever is typed. */
class CanonicalTest {

    private static Asked asked(Type type, String key) {
        return Asked.optional(key, type, Asked.option("A", "甲", "A"), Asked.option("B", "乙", "B"));
    }

    @Property(tries = 3000)
    void a_canonical_value_checked_again_stays_as_it_is(
            @ForAll Type type, @ForAll("keys") String key, @ForAll("typed") String raw) {
        var field = asked(type, key);
        var value = field.check(raw);

        if (!value.startsWith("!")) assertThat(field.check(value)).isEqualTo(value);
    }

    @Property
    void every_value_can_be_said_and_every_page_drawn_in_every_language(
            @ForAll Type type, @ForAll("keys") String key, @ForAll("typed") String raw, @ForAll Language language) {
        var field = asked(type, key);
        var value = field.check(raw);
        var checked = Form.check(List.of(field.element()), Map.of(key, raw), Asked.NOON);
        var questions = Questions.of(List.of(field.element()), Map.of(key, raw));

        assertThat(Asked.drawn(questions, language)).doesNotContain("form.", "{0}");
        if (checked instanceof Checked.Incomplete(var errors))
            assertThat(Asked.drawn(questions.with(errors), language))
                    .contains("govuk-error-message")
                    .doesNotContain("form.error", "{0}", "{1}", "{2}");
        else if (!value.isEmpty()) assertThat(field.display(value, language)).doesNotContain("form.");
    }

    @Property
    void what_the_browser_sends_back_is_what_was_typed(@ForAll("typed") String year, @ForAll("typed") String month) {
        var date = Asked.optional("birthDate", Type.DATE);
        var raw = date.read("birthDate.year", year, "birthDate.month", month, "birthDate.day", "1");

        assertThat(DateField.parts(raw)).containsExactly(typeable(year), typeable(month), "1");
    }

    private static String typeable(String text) {
        return text.replaceAll("[\\x00\\x1f]", "");
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("name", "hukouProvince", "newbornEthnicity", "contactPhone", "deliveryAddress");
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().numeric().ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789-+.,:/TX年月日元 ").ofMaxLength(25),
                Arbitraries.of(
                        "true",
                        "A",
                        "B,A",
                        "2026-03-08",
                        "2026-03",
                        "2026-03-08T09:30",
                        "430000",
                        "430000000000",
                        "11010519491231002x",
                        "PASSPORT:E12345678",
                        "11430000006122244l",
                        "13900000001",
                        "0731-82210000-801",
                        "+85221234567",
                        "6228480402564890018",
                        "1,234.5",
                        "湖南省邵阳县塘渡口镇1号",
                        "苗族",
                        "岳麓区",
                        "[{\"name\":\"李明\",\"document\":\"11010519491231002x\",\"relation\":\"CHILD\"}]"));
    }
}
