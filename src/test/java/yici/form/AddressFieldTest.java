package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;

class AddressFieldTest {

    private final Asked address = Asked.required("deliveryAddress", Type.ADDRESS);

    @Test
    void an_address_is_one_line_of_five_to_two_hundred_characters() {
        assertThat(address.check("湖南省邵阳县\r\n塘渡口镇 1 号")).isEqualTo("湖南省邵阳县 塘渡口镇 1 号");
        assertThat(address.check("长沙市")).isEqualTo("!address.short");
        assertThat(address.check("长".repeat(201))).isEqualTo("!text.long");
    }

    @Test
    void the_door_is_covered_in_lists() {
        assertThat(address.masked("湖南省邵阳县塘渡口镇1号")).isEqualTo("湖南省邵阳县******");
    }

    @Test
    void the_browser_may_fill_it_in() {
        assertThat(address.drawn("湖南</textarea>")).contains("autocomplete=\"street-address\"", "湖南&lt;/textarea");
    }
}
