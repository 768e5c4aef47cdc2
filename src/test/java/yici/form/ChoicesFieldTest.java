package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Language;

class ChoicesFieldTest {

    private final Asked food = Asked.required(
            "foodItems", Type.MULTI_ENUM, Asked.option("HOT", "热食", "Hot"), Asked.option("COLD", "冷食", "Cold"));

    @Test
    void several_values_of_one_parameter_become_one_answer_in_the_order_of_the_options() {
        var raw = food.read("foodItems", "COLD", "foodItems", "HOT");

        assertThat(food.check(raw)).isEqualTo("HOT,COLD");
        assertThat(food.display("HOT,COLD", Language.ZH)).isEqualTo("热食、冷食");
    }

    @Test
    void nothing_chosen_or_something_not_offered_is_refused() {
        assertThat(food.check(food.read())).isEqualTo("!unchosen.any");
        assertThat(food.check("HOT,STONES")).isEqualTo("!choice");
    }

    @Test
    void what_was_chosen_stays_ticked() {
        assertThat(food.drawn("COLD"))
                .containsPattern("value=\"COLD\" checked")
                .doesNotContainPattern("value=\"HOT\" checked");
    }
}
