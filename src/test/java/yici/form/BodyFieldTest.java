package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class BodyFieldTest {

    private final Asked office = Asked.required("registryOffice", Type.BODY);

    @Test
    void a_bodys_name_has_at_most_a_hundred_characters() {
        assertThat(office.check(" 邵阳县民政局婚姻登记处 ")).isEqualTo("邵阳县民政局婚姻登记处");
        assertThat(office.check("局".repeat(101))).isEqualTo("!text.long");
        assertThat(office.error("", Language.EN)).contains("Label");
    }
}
