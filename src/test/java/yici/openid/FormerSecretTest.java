package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Product;

/** A secret is changed without locking anybody out. */
class FormerSecretTest {

    private final Product product = Product.running();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void the_former_secret_is_good_for_a_day_beside_the_new_one() {
        var party = TestParty.legacy();
        var parties = product.bean(RelyingParties.class);

        var until = product.clock().instant().plus(Duration.ofHours(24));
        var fresh = parties.changeSecret(party.party, until);

        assertThat(fresh).hasSizeGreaterThan(40).isNotEqualTo(TestParty.SECRET);
        assertThat(status(party)).isEqualTo(200);
        product.clock().forward(Duration.ofHours(25));
        assertThat(status(party)).isEqualTo(401);
    }

    private static int status(TestParty party) {
        return party.call("/oauth2/token", Map.of("grant_type", "client_credentials"), "")
                .status();
    }
}
