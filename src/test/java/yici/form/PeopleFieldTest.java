package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class PeopleFieldTest {

    private final Asked heirs = Asked.optional("otherHeirs", Type.PERSON_LIST);

    private String typed() {
        return heirs.read(
                "otherHeirs.1.name", "李 明",
                "otherHeirs.1.document", "11010519491231002x",
                "otherHeirs.1.relation", "CHILD",
                "otherHeirs.3.name", "Marie Curie",
                "otherHeirs.3.document.kind", "PASSPORT",
                "otherHeirs.3.document.other", "e12345678",
                "otherHeirs.3.relation", "OTHER");
    }

    @Test
    void rows_left_empty_do_not_count() {
        assertThat(heirs.check(typed()))
                .isEqualTo("[{\"name\":\"李 明\",\"document\":\"11010519491231002X\",\"relation\":\"CHILD\"},"
                        + "{\"name\":\"Marie Curie\",\"document\":\"PASSPORT:E12345678\",\"relation\":\"OTHER\"}]");
        assertThat(heirs.check(heirs.read())).isEmpty();
        assertThat(Asked.required("otherHeirs", Type.PERSON_LIST).check("[]")).isEqualTo("!missing");
    }

    @Test
    void a_wrong_row_is_named_by_its_number_and_the_persons_name() {
        assertThat(heirs.check(heirs.read("otherHeirs.1.document", "11010519491231002x")))
                .isEqualTo("!person.name");
        assertThat(heirs.error(heirs.read("otherHeirs.1.name", "李明", "otherHeirs.1.document", "1"), Language.ZH))
                .contains("第 1 位（李明）");
        assertThat(heirs.check(heirs.read("otherHeirs.1.name", "李明", "otherHeirs.1.document", "11010519491231002X")))
                .isEqualTo("!person.relation");
    }

    @Test
    void the_link_of_an_error_leads_to_the_input_that_is_wrong() {
        var raw = heirs.read(
                "otherHeirs.1.name", "李明",
                "otherHeirs.1.document", "11010519491231002X",
                "otherHeirs.1.relation", "CHILD",
                "otherHeirs.2.name", "李红",
                "otherHeirs.2.document", "1");
        var checked = Form.check(List.of(heirs.element()), Map.of("otherHeirs", raw), Asked.NOON);

        assertThat(checked).isInstanceOfSatisfying(Checked.Incomplete.class, wrong -> {
            var error = wrong.errors().get("otherHeirs");
            assertThat(Form.wrongInput(heirs.element(), error, Asked.view(Language.ZH)))
                    .isEqualTo("otherHeirs-2-document");
        });
    }

    @Test
    void the_same_person_stands_there_once() {
        var person = "{\"name\":\"李明\",\"document\":\"11010519491231002X\",\"relation\":\"CHILD\"}";

        assertThat(heirs.check("[" + person + "," + person + "]")).isEqualTo("!person.twice");
    }

    @Test
    void a_row_more_is_always_offered_up_to_six() {
        assertThat(heirs.drawn("")).contains("otherHeirs-1-name", "add-person").doesNotContain("otherHeirs-2-name");
        assertThat(heirs.drawn(typed())).contains("otherHeirs-3-name", "value=\"Marie Curie\"");
        assertThat(Form.asksForMore(java.util.Map.of("add-person", new String[] {"otherHeirs"})))
                .isTrue();
    }

    @Test
    void what_is_no_list_of_people_is_nobody() {
        assertThat(heirs.check("<script>")).isEmpty();
        assertThat(heirs.check("[null]")).isEmpty();
        assertThat(heirs.check("[{\"name\":null}]")).isEmpty();
    }

    @Test
    void people_read_as_a_sentence() {
        assertThat(heirs.display(heirs.check(typed()), Language.ZH))
                .isEqualTo("李 明（子女，11010519491231002X）；Marie Curie（其他，护照 E12345678）");
        assertThat(heirs.masked(heirs.check(typed()))).contains("1101**********002X", "E******78");
    }
}
