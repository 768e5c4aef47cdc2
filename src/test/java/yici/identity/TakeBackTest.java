package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Document;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.notification.Channel;
import yici.notification.Inbox;

/** Telephone, app and paper are lost: the document at a counter, a day in which everybody is told, then the new telephone. */
class TakeBackTest {

    private static final String NEXT = "樟树下的第三块青石头还在";

    private final Product product = Product.running();
    private final AskBack askBack = product.bean(AskBack.class);
    private final TakeBack takeBack = product.bean(TakeBack.class);
    private final People.Someone officer = People.officer("police@430523000000");
    private final SignIn.From here = new SignIn.From("10.12.0.1", "Firefox, Linux", Optional.empty());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_citizen_with_nothing_but_the_document_has_the_account_back_after_a_day() {
        var citizen = withApp(MakePeople.reached(People.citizen()));
        var old = citizen.account().phone();
        var given = given(citizen, "13511110001");
        assertThat(Inbox.newest(old).orElseThrow()).contains("申请找回账号，新手机号 135****0001");
        assertThat(takeBack.receipt(given.receipt(), number(citizen), here))
                .isEqualTo(new TakeBack.Step.TooEarly(given.recovery().opensAt()));

        product.clock().forward(AskBack.WAIT);
        var first =
                (TakeBack.Step.On) takeBack.receipt(" " + given.receipt().toUpperCase() + " ", number(citizen), here);
        assertThat(takeBack.code(first.seal(), "000000")).isEqualTo(new TakeBack.Step.Wrong());
        var second = (TakeBack.Step.On) takeBack.code(first.seal(), Inbox.code("13511110001"));
        assertThat(takeBack.password(second.seal(), "short", here)).isInstanceOf(TakeBack.Outcome.Flawed.class);
        assertThat(takeBack.password(second.seal(), NEXT, here)).isEqualTo(new TakeBack.Outcome.Done("13511110001"));

        var signIn = product.bean(SignIn.class);
        assertThat(signIn.signIn(old, Browser.PASSWORD, here)).isEqualTo(new SignIn.Outcome.Wrong());
        assertThat(signIn.signIn("13511110001", NEXT, here))
                .as("the lost app is not asked for any more")
                .isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(product.bean(Reached.class).at(citizen.account().id(), Channel.SMS))
                .hasValue("13511110001");
        assertThat(Inbox.newest(old).orElseThrow()).contains("经大厅核验找回");
        assertThat(takeBack.password(second.seal(), NEXT, here)).isEqualTo(new TakeBack.Outcome.Stale());
        assertThat(product.bean(AuditLog.class)
                        .about("account:" + citizen.account().id(), 20))
                .extracting(event -> event.act().code())
                .contains("identity.recovery-asked", "identity.proofed", "identity.recovered");
    }

    @Test
    void who_still_has_the_account_stops_it() {
        var citizen = MakePeople.reached(People.citizen());
        var given = given(citizen, "13511110002");
        assertThat(product.bean(CounterRecoveries.class)
                        .waiting(citizen.account().id(), product.clock().instant()))
                .isPresent();

        askBack.stop(citizen.me());

        product.clock().forward(AskBack.WAIT);
        assertThat(takeBack.receipt(given.receipt(), number(citizen), here)).isEqualTo(new TakeBack.Step.Wrong());
    }

    @Test
    void stopped_on_the_way_the_next_page_is_worth_nothing() {
        var citizen = MakePeople.reached(People.citizen());
        var given = given(citizen, "13511110003");
        product.clock().forward(AskBack.WAIT);
        var first = (TakeBack.Step.On) takeBack.receipt(given.receipt(), number(citizen), here);
        var second = (TakeBack.Step.On) takeBack.code(first.seal(), Inbox.code("13511110003"));

        askBack.stop(citizen.me());

        assertThat(takeBack.password(second.seal(), NEXT, here)).isEqualTo(new TakeBack.Outcome.Stale());
        assertThat(takeBack.password(first.seal(), NEXT, here)).isEqualTo(new TakeBack.Outcome.Stale());
    }

    @Test
    void a_second_visit_replaces_the_first_and_a_receipt_runs_out() {
        var citizen = People.citizen();
        var first = given(citizen, "13511110004");
        var second = given(citizen, "13511110005");
        product.clock().forward(AskBack.WAIT);
        assertThat(takeBack.receipt(first.receipt(), number(citizen), here)).isEqualTo(new TakeBack.Step.Wrong());
        assertThat(takeBack.receipt(second.receipt(), "430523199503160000", here))
                .isEqualTo(new TakeBack.Step.Wrong());
        assertThat(takeBack.receipt(second.receipt(), number(citizen), here)).isInstanceOf(TakeBack.Step.On.class);

        product.clock().forward(AskBack.GOOD_FOR);
        assertThat(takeBack.receipt(second.receipt(), number(citizen), here)).isEqualTo(new TakeBack.Step.Wrong());
    }

    @Test
    void an_account_that_nobody_ever_used_need_not_wait_and_gets_its_telephone_as_login() {
        var document = Document.of(MakePeople.number());
        var party = product.bean(TransactionTemplate.class)
                .execute(_ -> product.bean(Parties.class)
                        .person(
                                officer.me(),
                                document,
                                "王奶奶",
                                new Proofing(
                                        Proofing.Method.COUNTER,
                                        Trust.LEVEL_5,
                                        product.clock().instant(),
                                        "",
                                        Optional.empty())));
        var typed = new ProofAtCounter.Typed("王奶奶", "RESIDENT_ID", document.number(), "", "", true);
        var given = (AskBack.Outcome.Given) askBack.ask(TwoPersons.justNow(officer), typed, "13511110006", Language.ZH);
        assertThat(given.recovery().opensAt()).isEqualTo(given.recovery().askedAt());

        var first = (TakeBack.Step.On) takeBack.receipt(given.receipt(), document.number(), here);
        var second = (TakeBack.Step.On) takeBack.code(first.seal(), Inbox.code("13511110006"));
        assertThat(takeBack.password(second.seal(), NEXT, here)).isEqualTo(new TakeBack.Outcome.Done("13511110006"));
        assertThat(product.bean(Accounts.class).find(party.id()).orElseThrow().login())
                .isEqualTo("13511110006");
    }

    @Test
    void an_officer_compares_the_document_shows_a_fresh_proof_and_does_it_for_nobody_but_the_citizen() {
        var citizen = People.citizen();
        var typed = typed(citizen);
        var unseen = new ProofAtCounter.Typed(typed.name(), "RESIDENT_ID", typed.number(), "", "", false);

        assertThat(askBack.ask(TwoPersons.justNow(officer), unseen, "1", Language.ZH))
                .isEqualTo(new AskBack.Outcome.Flawed(Map.of(
                        "compared", "identity.proofing.counter.compared-empty", "phone", "identity.phone.wrong")));
        assertThatThrownBy(() -> askBack.ask(officer.me(), typed, "13511110007", Language.ZH))
                .isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> askBack.ask(TwoPersons.justNow(citizen), typed, "13511110007", Language.ZH))
                .isInstanceOf(Forbidden.class);
        var fresh = People.officer("police@430523000000");
        product.bean(Accounts.class).nameStaffNumber(fresh.account().id(), number(citizen));
        assertThat(askBack.ask(TwoPersons.justNow(fresh), typed, "13511110007", Language.ZH))
                .isEqualTo(new AskBack.Outcome.Flawed(Map.of("number", "identity.ask-back.own")));
    }

    @Test
    void receipts_are_not_tried_without_end() {
        var busy = new SignIn.From("10.12.0.2", "", Optional.empty());
        for (int i = 0; i < TakeBack.TRIES_PER_ADDRESS; i++)
            assertThat(takeBack.receipt("abcd-efgh-jkm" + i % 10, "430523199503160000", busy))
                    .isEqualTo(new TakeBack.Step.Wrong());

        assertThat(takeBack.receipt("abcd-efgh-jkmn", "430523199503160000", busy))
                .isInstanceOf(TakeBack.Step.TooMany.class);
    }

    private AskBack.Outcome.Given given(People.Someone citizen, String phone) {
        product.clock().forward(Duration.ofSeconds(1)); // each visit at a time of its own
        return (AskBack.Outcome.Given) askBack.ask(TwoPersons.justNow(officer), typed(citizen), phone, Language.ZH);
    }

    private static ProofAtCounter.Typed typed(People.Someone citizen) {
        return new ProofAtCounter.Typed(citizen.account().name(), "RESIDENT_ID", number(citizen), "", "", true);
    }

    private static String number(People.Someone citizen) {
        return Document.of(citizen.account().number()).number();
    }

    private People.Someone withApp(People.Someone citizen) {
        product.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            product.bean(Apps.class).add(citizen.account().id(), "lost", Totp.freshSecret(), 1);
            product.bean(Ways.class).changed(citizen.account().id());
        });
        return citizen;
    }
}
