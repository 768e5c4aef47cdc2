package yici.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.People;
import yici.house.Product;
import yici.identity.CloseAccount;
import yici.identity.Proof;
import yici.identity.SignOn;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.kit.Language;

/** Passkeys: made, shown, refused, forgotten. */
class PasskeyTest {

    private static final UUID UNKNOWN_MODEL = new UUID(0, 0);
    private static final String ORIGIN = "http://localhost:8080";
    private static final RelyingSite.Here HERE = new RelyingSite.Here("localhost", Set.of(ORIGIN));

    private final Product product = Product.running();
    private final KeepPasskeys keep = product.bean(KeepPasskeys.class);
    private final ShowPasskey show = product.bean(ShowPasskey.class);
    private final Passkeys passkeys = product.bean(Passkeys.class);
    private final JdbcClient db = product.bean(JdbcClient.class);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_passkey_that_was_made_signs_in_without_a_user_name() {
        var me = fresh(People.citizen().me());
        var phone = new Authenticator(ORIGIN, UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4"));

        var made = made(me, phone);
        var shown = signIn(phone);

        assertThat(made.name()).isEqualTo("Google Password Manager");
        assertThat(made.backedUp()).isTrue();
        assertThat(shown).isEqualTo(new ShowPasskey.Outcome.Right(me.account(), made.id()));
        assertThat(passkeys.of(me.account()).getFirst().counter()).isEqualTo(1);
    }

    @Test
    void without_verification_of_the_user_none_is_made_and_none_taken() {
        var me = fresh(People.citizen().me());
        var careless = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        careless.verifies = false;

        assertThat(add(me, careless)).isEqualTo(new KeepPasskeys.Added.Refused("passkey.wrong.not-verified"));

        careless.verifies = true;
        made(me, careless);
        careless.verifies = false;
        assertThat(signIn(careless)).isEqualTo(ShowPasskey.NOT_VERIFIED);
        assertThat(refusals(me)).containsExactly("user not verified");
    }

    @Test
    void an_answer_is_good_once_whichever_node_takes_it() throws Exception {
        var me = fresh(People.citizen().me());
        var phone = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        made(me, phone);
        var challenge = challenge(Challenge.Purpose.SIGN_IN, Optional.empty());
        var answer = phone.show(challenge.value());
        Callable<ShowPasskey.Outcome> node =
                () -> show.show(answer, Challenge.Purpose.SIGN_IN, Optional.empty(), List.of(challenge), HERE);

        try (var nodes = Executors.newFixedThreadPool(8)) {
            var outcomes = nodes.invokeAll(java.util.Collections.nCopies(8, node)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();

            assertThat(outcomes)
                    .filteredOn(ShowPasskey.Outcome.Right.class::isInstance)
                    .hasSize(1);
        }
        assertThat(node.call()).isNotInstanceOf(ShowPasskey.Outcome.Right.class);
    }

    @Test
    void an_answer_of_a_passkey_that_does_not_count_is_good_once_too() {
        var me = fresh(People.citizen().me());
        var synced = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        made(me, synced);
        var challenge = challenge(Challenge.Purpose.SIGN_IN, Optional.empty());
        synced.counter = -1;
        var answer = synced.show(challenge.value());

        assertThat(shown(answer, challenge)).isInstanceOf(ShowPasskey.Outcome.Right.class);
        assertThat(shown(answer, challenge)).isEqualTo(ShowPasskey.STALE);
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        var me = fresh(People.citizen().me());
        var phone = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        made(me, phone);
        var toProve = challenge(Challenge.Purpose.PROVE, Optional.of(me.account()));
        var asked = challenge(Challenge.Purpose.SIGN_IN, Optional.empty());

        assertThat(shown(phone.show(toProve.value()), toProve)).isEqualTo(ShowPasskey.STALE);
        assertThat(shown(phone.show("none of ours".getBytes(java.nio.charset.StandardCharsets.UTF_8)), asked))
                .isEqualTo(ShowPasskey.STALE);
        assertThat(shown("{\"id\":1}", asked)).isEqualTo(ShowPasskey.BROKEN);
        assertThat(shown("", asked)).isEqualTo(ShowPasskey.BROKEN);
    }

    @Test
    void a_passkey_opens_nothing_that_it_is_not_the_key_of() {
        var me = fresh(People.citizen().me());
        var phone = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        made(me, phone);
        var somebody = People.citizen().me();
        var theirs = challenge(Challenge.Purpose.PROVE, Optional.of(somebody.account()));

        assertThat(show.show(
                        phone.show(theirs.value()),
                        Challenge.Purpose.PROVE,
                        Optional.of(somebody.account()),
                        List.of(theirs),
                        HERE))
                .isEqualTo(ShowPasskey.UNKNOWN);
        assertThat(signIn(new Authenticator(ORIGIN, UNKNOWN_MODEL))).isEqualTo(ShowPasskey.UNKNOWN);
        phone.origin = "https://yici.example";
        assertThat(signIn(phone)).isEqualTo(ShowPasskey.BROKEN);
        phone.origin = ORIGIN;
        phone.domain = "yici.example";
        assertThat(signIn(phone)).isEqualTo(ShowPasskey.BROKEN);
        phone.domain = "localhost";
        assertThat(signIn(phone)).isInstanceOf(ShowPasskey.Outcome.Right.class);
    }

    @Test
    void a_counter_that_goes_backwards_betrays_a_copy() {
        var me = fresh(People.citizen().me());
        var key = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        key.counter = 41;
        made(me, key);

        key.counter = 7;

        assertThat(signIn(key)).isEqualTo(ShowPasskey.COPIED);
        assertThat(refusals(me)).containsExactly("counter went backwards");
    }

    @Test
    void one_is_added_and_removed_only_by_who_has_shown_just_now_who_they_are() {
        var me = fresh(People.citizen().me());
        made(me, new Authenticator(ORIGIN, UNKNOWN_MODEL));
        var later = new Authenticator(ORIGIN, UNKNOWN_MODEL);

        product.clock().forward(Duration.ofMinutes(6));

        assertThatThrownBy(() -> add(me, later)).isInstanceOf(StepUp.class);
        var id = passkeys.of(me.account()).getFirst().id();
        assertThatThrownBy(() -> keep.remove(me, id, Language.ZH)).isInstanceOf(StepUp.class);
    }

    @Test
    void the_same_one_is_kept_once() {
        var me = fresh(People.citizen().me());
        var phone = new Authenticator(ORIGIN, UNKNOWN_MODEL);
        made(me, phone);

        assertThat(add(fresh(People.citizen().me()), phone))
                .isEqualTo(new KeepPasskeys.Added.Refused("passkey.wrong.kept"));
    }

    @Test
    void staff_keeps_the_last_thing_it_can_prove_itself_with() {
        var me = fresh(People.officer("police@430523000000").me());
        var one = made(me, new Authenticator(ORIGIN, UNKNOWN_MODEL));

        assertThat(keep.remove(withPasskey(me), one.id(), Language.ZH)).isEqualTo(new KeepPasskeys.Removed.Last());

        made(withPasskey(me), new Authenticator(ORIGIN, UNKNOWN_MODEL));
        assertThat(keep.remove(withPasskey(me), one.id(), Language.ZH)).isEqualTo(new KeepPasskeys.Removed.Done());
        assertThat(passkeys.of(me.account())).hasSize(1);
    }

    @Test
    void nobody_removes_or_renames_what_is_another_persons() {
        var me = fresh(People.citizen().me());
        var mine = made(me, new Authenticator(ORIGIN, UNKNOWN_MODEL));
        var other = fresh(People.citizen().me());

        keep.remove(other, mine.id(), Language.ZH);
        keep.rename(other, mine.id(), "theirs");

        assertThat(passkeys.of(me.account())).extracting(Passkey::name).containsExactly("Chrome, Linux");
    }

    @Test
    void they_are_copied_for_their_person_and_go_with_the_account() {
        var me = fresh(People.citizen().me());
        made(me, new Authenticator(ORIGIN, UNKNOWN_MODEL));
        var data = product.bean(PasskeyData.class);

        assertThat(data.count(me.account())).isEqualTo(1);
        assertThat(data.copy(me.account()))
                .first()
                .satisfies(one -> assertThat(one)
                        .containsEntry("name", "Chrome, Linux")
                        .containsKeys("credential", "since", "last_used"));

        product.bean(CloseAccount.class).close(me);
        assertThat(data.count(me.account())).isZero();
    }

    private Passkey made(SignedIn me, Authenticator authenticator) {
        return ((KeepPasskeys.Added.Done) add(me, authenticator)).passkey();
    }

    private KeepPasskeys.Added add(SignedIn me, Authenticator authenticator) {
        var challenge = challenge(Challenge.Purpose.ADD, Optional.of(me.person()));
        var answer = authenticator.make(challenge.value(), Questions.handle(me.person()));
        return keep.add(me, answer, "", "Chrome, Linux", List.of(challenge), HERE, Language.ZH);
    }

    private ShowPasskey.Outcome signIn(Authenticator authenticator) {
        var challenge = challenge(Challenge.Purpose.SIGN_IN, Optional.empty());
        return shown(authenticator.show(challenge.value()), challenge);
    }

    private ShowPasskey.Outcome shown(String answer, Challenge challenge) {
        return show.show(answer, Challenge.Purpose.SIGN_IN, Optional.empty(), List.of(challenge), HERE);
    }

    private Challenge challenge(Challenge.Purpose purpose, Optional<UUID> account) {
        return Challenge.fresh(purpose, account, product.clock().instant().plus(Challenges.GOOD_FOR));
    }

    private List<String> refusals(SignedIn me) {
        return db.sql("select reason from audit.event where act = 'passkey.refused' and subject = :subject")
                .param("subject", "account:" + me.account())
                .query(String.class)
                .list();
    }

    private SignedIn fresh(SignedIn me) {
        return with(me, Proof.Method.PASSWORD);
    }

    private SignedIn withPasskey(SignedIn me) {
        return with(me, Proof.Method.PASSKEY);
    }

    private SignedIn with(SignedIn me, Proof.Method method) {
        var now = product.clock().instant();
        var signOn = new SignOn(UUID.randomUUID(), now, List.of(new Proof(method, now, "")), Trust.LEVEL_3);
        return new SignedIn(me.account(), me.kind(), me.name(), me.posts(), signOn, me.acting());
    }
}
