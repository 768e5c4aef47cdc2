package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class AreaFieldTest {

    private final Asked district = Asked.required("enrolDistrict", Type.AREA);

    @Test
    void a_name_or_a_code_is_taken_and_the_code_kept_with_twelve_digits() {
        assertThat(district.check("岳麓区")).isEqualTo("岳麓区");
        assertThat(district.check("430104")).isEqualTo("430104000000");
        assertThat(district.check("430104000000")).isEqualTo("430104000000");
        assertThat(district.check("4301")).isEqualTo("!area");
    }

    @Test
    void offered_areas_are_chosen_from_a_list() {
        var offered = Asked.required("enrolDistrict", Type.AREA, Asked.option("430104000000", "岳麓区", "Yuelu"));

        assertThat(offered.check("430104000000")).isEqualTo("430104000000");
        assertThat(offered.check("岳麓区")).isEqualTo("!choice");
        assertThat(offered.display("430104000000", Language.EN)).isEqualTo("Yuelu");
        assertThat(offered.drawn("430104000000")).containsPattern("value=\"430104000000\" selected");
    }
}
