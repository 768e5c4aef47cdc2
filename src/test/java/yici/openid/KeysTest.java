package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.house.Product;

/** Keys change without anybody noticing. */
class KeysTest {

    private final Product product = Product.running();
    private final SigningKeys keys = product.bean(SigningKeys.class);
    private final RotateKeys rotate = product.bean(RotateKeys.class);

    @AfterEach
    void back() {
        product.clock().back();
        var db = product.bean(JdbcClient.class);
        db.sql("delete from openid.signing_key where published_at > :now or signs_from > :now")
                .param("now", java.sql.Timestamp.from(product.clock().instant()))
                .update();
        db.sql("update openid.signing_key set signs_until = null").update();
        rotate.ensure();
        product.clock().forward(Duration.ofSeconds(20)); // by then every node has looked
        keys.all();
        product.clock().back();
    }

    /** A party that reads our keys once a day, and verifies everything it gets with what it has. */
    private final class Party {
        private JWKSet known = keys.published();

        void readAgain() {
            known = keys.published();
        }

        void verify(JWSAlgorithm algorithm, Set<String> seen) throws Exception {
            var token = SignedJWT.parse(keys.sign(
                    algorithm, "JWT", new JWTClaimsSet.Builder().subject("x").build()));
            var key = known.getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(key).as("the key is known before it signs").isNotNull();
            JWSVerifier verifier =
                    key instanceof ECKey curve ? new ECDSAVerifier(curve) : new RSASSAVerifier((RSAKey) key);
            assertThat(token.verify(verifier)).isTrue();
            seen.add(token.getHeader().getKeyID());
        }
    }

    @Test
    void two_keys_of_each_kind_are_published_at_any_time() {
        for (var algorithm : new String[] {"ES256", "RS256"})
            assertThat(keys.all().stream()
                            .filter(key -> key.algorithm().getName().equals(algorithm)))
                    .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void ten_changes_fail_no_verification_at_a_party_that_asks_once_a_day() throws Exception {
        var often = new RotateKeys(
                product.bean(JdbcClient.class),
                product.bean(Sealing.class),
                product.bean(AuditLog.class),
                product.bean(TransactionTemplate.class),
                product.clock(),
                2);
        var party = new Party();
        var seen = new HashSet<String>();
        for (int hour = 0; hour < 24 * 25; hour += 6) {
            product.clock().forward(Duration.ofHours(6));
            often.byItself();
            party.verify(JWSAlgorithm.ES256, seen);
            party.verify(JWSAlgorithm.RS256, seen);
            if (hour % 24 == 0) party.readAgain();
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(20);
        assertThat(keys.all()).as("what has served goes").hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void by_hand_they_change_once_everybody_can_know_the_successor() throws Exception {
        keys.all();
        product.clock().forward(RotateKeys.CACHES.plusHours(1));
        rotate.ensure();
        var party = new Party();
        var before = new HashSet<String>();
        party.verify(JWSAlgorithm.ES256, before);

        var outcome = whenKnown(rotate.byHand("account:test", "", "drill"));
        assertThat(outcome).isInstanceOf(RotateKeys.Outcome.Switched.class);
        product.clock().forward(RotateKeys.NOTICE.plusSeconds(15));
        var after = new HashSet<String>();
        party.verify(JWSAlgorithm.ES256, after);

        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(rotate.byHand("account:test", "", "again")).isInstanceOf(RotateKeys.Outcome.TooEarly.class);
    }

    /** Another specification may have been in a later year when the successor was made. */
    private RotateKeys.Outcome whenKnown(RotateKeys.Outcome outcome) {
        if (!(outcome instanceof RotateKeys.Outcome.TooEarly early)) return outcome;
        var now = product.clock().instant();
        if (early.possibleFrom().isBefore(now.plus(RotateKeys.CACHES))) return outcome;
        product.clock().forward(Duration.between(now, early.possibleFrom()).plusSeconds(1));
        return rotate.byHand("account:test", "", "drill");
    }

    @Test
    void the_private_half_rests_encrypted() {
        var sealed = product.bean(JdbcClient.class)
                .sql("select sealed_jwk from openid.signing_key limit 1")
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("\"d\"");
    }
}
