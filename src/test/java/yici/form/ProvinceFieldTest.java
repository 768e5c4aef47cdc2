package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class ProvinceFieldTest {

    private final Asked province = Asked.required("hukouProvince", Type.AREA);

    @Test
    void the_standards_thirty_four_divisions_are_offered() {
        assertThat(ProvinceField.PROVINCES).hasSize(34).doesNotHaveDuplicates();
        assertThat(province.drawn("430000")).containsPattern("value=\"430000\" selected");
    }

    @Test
    void the_six_digits_that_rules_compare_with_are_kept() {
        assertThat(province.check("430000")).isEqualTo("430000");
        assertThat(province.check("430000000000")).isEqualTo("430000");
        assertThat(province.check("湖南")).isEqualTo("430000");
        assertThat(province.check("430100")).isEqualTo("!choice");
    }

    @Test
    void a_province_reads_in_every_language() {
        assertThat(province.display("430000", Language.ZH)).isEqualTo("湖南省");
        assertThat(province.display("150000", Language.FR)).isEqualTo("Mongolie-Intérieure");
        assertThat(province.display("210000", Language.KO)).isEqualTo("랴오닝성");
        assertThat(province.display("440000", Language.JA)).isEqualTo("広東省");
    }
}
