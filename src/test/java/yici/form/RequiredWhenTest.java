package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yici.form.DataElement.Type;
import yici.kit.Translated;

class RequiredWhenTest {

    private final DataElement mode = Asked.element(
            "deliveryMode",
            Type.ENUM,
            true,
            Asked.option("POST", "邮寄", "Post"),
            Asked.option("PICKUP", "自取", "Pick-up"));
    private final DataElement address = new DataElement(
            "deliveryAddress",
            Translated.of("邮寄地址", "Postal address"),
            Type.ADDRESS,
            false,
            List.of(),
            List.of("item"),
            DataElement.Origin.PROFILE,
            Optional.empty(),
            Optional.of(new Rule(Rule.Mode.ALL, List.of(new Rule.Test("deliveryMode", "EQ", "POST")))));

    @Test
    void who_wants_it_by_post_says_where_to() {
        var checked = check(Map.of("deliveryMode", "POST"));

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Incomplete.class,
                        wrong -> assertThat(wrong.errors().get("deliveryAddress"))
                                .extracting(FieldError::key)
                                .isEqualTo("form.error.missingHere"));
    }

    @Test
    void who_fetches_it_or_has_not_chosen_yet_is_asked_for_no_address() {
        assertThat(check(Map.of("deliveryMode", "PICKUP"))).isInstanceOf(Checked.Complete.class);
        assertThat(check(Map.of()))
                .isInstanceOfSatisfying(
                        Checked.Incomplete.class,
                        wrong -> assertThat(wrong.errors()).containsOnlyKeys("deliveryMode"));
    }

    private Checked check(Map<String, String> raw) {
        return Form.check(List.of(mode, address), raw, Asked.NOON);
    }
}
