package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class EthnicGroupFieldTest {

    private final Asked group = Asked.optional("newbornEthnicity", Type.STRING);

    @Test
    void the_standards_list_is_offered_instead_of_free_text() {
        assertThat(EthnicGroupField.GROUPS).hasSize(58).doesNotHaveDuplicates();
        assertThat(group.drawn("06")).containsPattern("value=\"06\" selected");
    }

    @Test
    void codes_and_names_are_taken() {
        assertThat(group.check("06")).isEqualTo("06");
        assertThat(group.check("苗族")).isEqualTo("06");
        assertThat(group.check("土家")).isEqualTo("15");
        assertThat(group.check("火星族")).isEqualTo("!choice");
        assertThat(group.check("")).isEmpty();
    }

    @Test
    void a_group_reads_in_every_language() {
        assertThat(group.display("05", Language.FR)).isEqualTo("Ouïghour");
        assertThat(group.display("11", Language.JA)).isEqualTo("満族");
    }

    @Test
    void a_question_about_ethnic_groups_is_still_a_question() {
        assertThat(Asked.required("parentsSameEthnicity", Type.BOOLEAN).check("true"))
                .isEqualTo("true");
    }
}
