package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class YesNoFieldTest {

    private final Asked question = Asked.required("isStudent", Type.BOOLEAN);

    @Test
    void yes_and_no_are_all_there_is() {
        assertThat(question.check("true")).isEqualTo("true");
        assertThat(question.check("maybe")).isEqualTo("!choice");
        assertThat(question.check("")).isEqualTo("!unchosen");
    }

    @Test
    void nothing_is_chosen_for_the_person() {
        assertThat(question.drawn("")).doesNotContain("checked");
        assertThat(question.drawn("false")).containsPattern("value=\"false\" checked");
    }

    @Test
    void an_optional_question_can_be_left_open_again() {
        assertThat(Asked.optional("isStudent", Type.BOOLEAN).drawn("true")).contains("id=\"isStudent-none\"");
    }

    @Test
    void the_answer_reads_in_the_readers_language() {
        assertThat(question.display("true", Language.FR)).isEqualTo("Oui");
    }
}
