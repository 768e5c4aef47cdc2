package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class TextFieldTest {

    private final Asked name = Asked.required("signText", Type.STRING);

    @Test
    void space_around_and_line_breaks_inside_are_put_right() {
        assertThat(name.check("  李\u3000 娜\r\n ")).isEqualTo("李 娜");
    }

    @Test
    void two_hundred_characters_are_enough_and_one_more_is_named() {
        assertThat(name.check("𠮷".repeat(200))).hasSize(400);
        assertThat(name.error("字".repeat(201), Language.ZH)).contains("标签", "200", "201");
    }

    @Test
    void hidden_characters_are_refused() {
        assertThat(name.check("李\u202e娜")).isEqualTo("!text.control");
        assertThat(name.check("李\u0007娜")).isEqualTo("!text.control");
    }

    @Test
    void an_empty_required_field_is_named_and_an_empty_optional_one_is_fine() {
        assertThat(name.error("　 ", Language.ZH)).isEqualTo("请填写“标签”。");
        assertThat(Asked.optional("signText", Type.STRING).check(" ")).isEmpty();
    }

    @Test
    void only_the_persons_own_name_is_filled_in_by_the_browser() {
        assertThat(Asked.required("name", Type.STRING).drawn("")).contains("autocomplete=\"name\"");
        assertThat(Asked.required("motherName", Type.STRING).drawn("<b>")).contains("autocomplete=\"off\"", "&lt;b");
    }
}
