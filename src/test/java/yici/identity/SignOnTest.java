package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;

/** What a session has shown, what that is worth, and for whom the person acts in it. */
class SignOnTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Sessions sessions = Product.running().bean(Sessions.class);

    @Test
    void a_password_is_worth_level_three_a_second_factor_four_and_a_passkey_five() {
        var password = new Proof(Proof.Method.PASSWORD, NOON, "");
        var app = new Proof(Proof.Method.TOTP, NOON, "");
        var sms = new Proof(Proof.Method.ONE_TIME_CODE, NOON, "");
        var passkey = new Proof(Proof.Method.PASSKEY, NOON, "key");

        assertThat(Proof.worth(List.of())).isEqualTo(Trust.LEVEL_2);
        assertThat(Proof.worth(List.of(password))).isEqualTo(Trust.LEVEL_3);
        assertThat(Proof.worth(List.of(app))).isEqualTo(Trust.LEVEL_2);
        assertThat(Proof.worth(List.of(password, app))).isEqualTo(Trust.LEVEL_4);
        assertThat(Proof.worth(List.of(sms, app))).isEqualTo(Trust.LEVEL_4);
        assertThat(Proof.worth(List.of(passkey))).isEqualTo(Trust.LEVEL_5);
    }

    @Test
    void a_proof_is_read_as_it_was_written() {
        var proof = new Proof(Proof.Method.UPSTREAM, NOON, "national platform/4");

        assertThat(Proof.read(proof.text())).isEqualTo(proof);
        assertThat(Proof.read(new Proof(Proof.Method.PASSWORD, NOON, "").text()).authenticator())
                .isEmpty();
    }

    @Test
    void another_proof_raises_the_session_no_higher_than_the_person_was_proofed_and_changes_its_token() {
        var who = People.citizen("陈静", "430523", "1990-02-03", true).me();
        var token = sessions.open(who.account(), new Proof(Proof.Method.PASSWORD, NOON, ""), "");
        var before = sessions.of(token).orElseThrow();

        var next = sessions.proved(token, new Proof(Proof.Method.PASSKEY, NOON.plusSeconds(60), "key"))
                .orElseThrow();

        var after = sessions.of(next).orElseThrow();
        assertThat(sessions.of(token)).isEmpty();
        assertThat(after.signOn().id()).isEqualTo(before.signOn().id());
        assertThat(after.signOn().trust()).isEqualTo(Trust.LEVEL_3);
        assertThat(after.signOn().lastProof()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void who_has_shown_too_little_or_too_long_ago_is_asked_for_more() {
        var me = signedIn(Trust.LEVEL_4);

        assertThatThrownBy(() -> me.require(Trust.LEVEL_5)).isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> me.requireFresh(Trust.LEVEL_4, Duration.ofMinutes(5), NOON.plusSeconds(301)))
                .isInstanceOf(StepUp.class);
        me.require(Trust.LEVEL_4);
        me.requireFresh(Trust.LEVEL_4, Duration.ofMinutes(5), NOON.plusSeconds(300));
    }

    @Test
    void an_act_for_another_names_both() {
        var firm = UUID.randomUUID();
        var person = UUID.randomUUID();
        var me = new SignedIn(
                firm,
                SignedIn.Kind.FIRM,
                "湖南某公司",
                List.of(),
                signedIn(Trust.LEVEL_4).signOn(),
                Optional.of(new SignedIn.Acting(person, "李娜", UUID.randomUUID())));

        var line = me.did(IdentityAct.CONTACT_CHANGED, "account:" + firm, "", NOON);

        assertThat(line.actor()).isEqualTo("account:" + person);
        assertThat(line.actorName()).isEqualTo("李娜");
        assertThat(line.onBehalfOf()).isEqualTo("account:" + firm);
    }

    private static SignedIn signedIn(Trust trust) {
        var proofs = List.of(new Proof(Proof.Method.PASSWORD, NOON, ""));
        return new SignedIn(
                UUID.randomUUID(),
                SignedIn.Kind.PERSON,
                "李娜",
                List.of(),
                new SignOn(UUID.randomUUID(), NOON, proofs, trust),
                Optional.empty());
    }
}
