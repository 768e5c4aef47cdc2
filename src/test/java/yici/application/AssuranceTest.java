package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.house.People;
import yici.house.Product;
import yici.identity.StepUp;
import yici.identity.Trust;

/** A service says how well the applicant has to be known; filing some is signing. */
class AssuranceTest {

    private static final Guide.Assurance MONEY = new Guide.Assurance(4, true);

    @Test
    void the_items_filed_together_ask_what_the_strictest_of_them_asks() {
        var offer = (Offer.Offered) Product.running().bean(Catalogue.class).offer("43PCN0013", "430000000000");
        var guide = offer.edition().guide();

        assertThat(guide.assurance(List.of("pension-claim"))).isEqualTo(Guide.Assurance.USUAL);
        assertThat(guide.assurance(List.of("pension-claim", "fund-withdraw"))).isEqualTo(MONEY);
    }

    @Test
    void who_has_shown_a_password_is_asked_for_more_and_that_just_now() {
        var me = People.citizen().me();
        var now = Product.running().clock().instant();

        SubmitApplication.identified(me, Guide.Assurance.USUAL, now);
        assertThatThrownBy(() -> SubmitApplication.identified(me, MONEY, now))
                .isInstanceOfSatisfying(StepUp.class, step -> {
                    assertThat(step.needed()).isEqualTo(Trust.LEVEL_4);
                    assertThat(step.maxAge()).hasValue(StepUp.FRESH);
                });
    }
}
