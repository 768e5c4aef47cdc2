package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class ChoiceFieldTest {

    private final Asked mode = Asked.required(
            "deliveryMode", Type.ENUM, Asked.option("POST", "邮寄", "Post"), Asked.option("PICKUP", "自取", "Pick-up"));

    @Test
    void only_offered_codes_are_taken() {
        assertThat(mode.check("POST")).isEqualTo("POST");
        assertThat(mode.check("PIGEON")).isEqualTo("!choice");
        assertThat(mode.check("")).isEqualTo("!unchosen");
    }

    @Test
    void a_value_reads_as_its_label_and_says_when_that_is_chinese() {
        assertThat(mode.display("POST", Language.EN)).isEqualTo("Post");
        assertThat(mode.display("POST", Language.KO)).isEqualTo("邮寄");
        assertThat(Form.lang(mode.element(), Asked.view(Language.KO))).contains("zh-CN");
        assertThat(Form.lang(mode.element(), Asked.view(Language.EN))).isEmpty();
    }

    @Test
    void few_options_are_radios_and_many_a_list() {
        var many = new Option[15];
        for (int i = 0; i < many.length; i++) many[i] = Asked.option("c" + i, "选项" + i, "");

        assertThat(mode.drawn("POST")).contains("type=\"radio\"").containsPattern("value=\"POST\" checked");
        assertThat(Asked.required("entityType", Type.ENUM, many).drawn("c3")).containsPattern("value=\"c3\" selected");
    }
}
