package yici.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.Capacity;
import yici.identity.MakePeople;
import yici.identity.Proof;
import yici.identity.Representation.Standing;
import yici.identity.Representation.Why;
import yici.identity.SignOn;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.notification.Inbox;

class MandateTest {

    private static final String RESTAURANT = "43TCN0003";
    private static final String YUELU = "430104000000";

    private final Product product = Product.running();
    private final Mandates mandates = product.bean(Mandates.class);
    private final StandsFor standsFor = product.bean(StandsFor.class);

    private final People.Someone granter = People.citizen();
    private final People.Someone agent = People.citizen();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_mandate_counts_when_it_is_accepted_for_what_it_names_and_until_its_last_day() {
        var mandate = offer(Set.of(RESTAURANT), YUELU, 30);
        assertThat(standing(mandate)).isEqualTo(new Standing.Ended(Why.NOT_KNOWN));

        assertThat(accept(mandate)).isEqualTo(AnswerOffer.Answered.ACCEPTED);

        var scope = ((Standing.InForce) standing(mandate)).scope();
        assertThat(scope.covers(RESTAURANT, YUELU)).isTrue();
        assertThat(scope.covers("43TCN0004", YUELU)).isFalse();
        assertThat(scope.covers(RESTAURANT, "430523000000")).isFalse();

        product.clock().forward(Duration.ofDays(32));
        assertThat(standing(mandate)).isEqualTo(new Standing.Ended(Why.EXPIRED));
    }

    @Test
    void an_offer_waits_on_the_own_page_until_it_is_answered() {
        var waiting = bean(WaitingOffers.class);
        assertThat(waiting.of(agent.me())).isEmpty();

        var mandate = offer(Set.of(), YUELU, 30);

        assertThat(waiting.of(agent.me()).orElseThrow().count()).isEqualTo(1);
        assertThat(waiting.of(granter.me())).isEmpty();
        accept(mandate);
        assertThat(waiting.of(agent.me())).isEmpty();
    }

    @Test
    void whoever_gave_it_takes_it_back_and_whoever_has_it_gives_it_up() {
        var revoked = accepted();
        assertThat(bean(EndMandate.class).revoke(fresh(granter), revoked)).isTrue();
        assertThat(bean(EndMandate.class).revoke(fresh(granter), revoked)).isFalse();
        assertThat(standing(revoked)).isEqualTo(new Standing.Ended(Why.REVOKED));

        var renounced = accepted();
        assertThat(bean(EndMandate.class).renounce(fresh(agent), renounced)).isTrue();
        assertThat(standing(renounced)).isEqualTo(new Standing.Ended(Why.RENOUNCED));

        assertThatThrownBy(() -> bean(EndMandate.class).revoke(fresh(People.citizen()), accepted()))
                .isInstanceOf(yici.kit.NotFound.class);
    }

    @Test
    void who_is_asked_who_asked_and_who_loses_a_mandate_are_told() {
        MakePeople.reached(granter);
        MakePeople.reached(agent);
        var mandate = offer(Set.of(), "430000000000", 30);
        assertThat(told(agent)).contains(granter.account().name()).contains("代他人办理");

        accept(mandate);
        assertThat(told(granter)).contains(agent.account().name()).contains("同意代您办事");

        bean(EndMandate.class).revoke(fresh(granter), mandate);

        assertThat(told(agent)).contains("收回");
    }

    private static String told(People.Someone who) {
        return Inbox.newest(who.account().phone()).orElse("");
    }

    @Test
    void an_offer_is_taken_by_its_number_and_name_and_by_nobody_else() {
        var mandate = offer(Set.of(), "430000000000", 30);
        assertThatThrownBy(() -> bean(AnswerOffer.class).accept(fresh(People.citizen()), mandate))
                .isInstanceOf(yici.kit.NotFound.class);

        var misnamed = offer("王错名", agent.account().number());
        assertThat(bean(AnswerOffer.class).accept(fresh(agent), misnamed)).isEqualTo(AnswerOffer.Answered.OTHER_NAME);
        assertThat(bean(AnswerOffer.class).decline(fresh(agent), misnamed)).isEqualTo(AnswerOffer.Answered.DECLINED);
        assertThat(bean(AnswerOffer.class).accept(fresh(agent), misnamed)).isEqualTo(AnswerOffer.Answered.TOO_LATE);
    }

    @Test
    void giving_asks_who_is_there_and_what_is_wrong_is_said_by_the_field() {
        assertThatThrownBy(() -> bean(GiveMandate.class)
                        .give(granter.me(), typed(agent.account().name(), "", Set.of(), 5)))
                .isInstanceOf(StepUp.class);

        var wrong = new GiveMandate.Typed("", "PASSPORT", "12AB34567", "", Set.of("no-such"), "x", "yesterday");
        var given = (GiveMandate.Given.Flawed) bean(GiveMandate.class).give(fresh(granter), wrong);
        assertThat(given.flaws())
                .containsEntry("name", "identity.name.empty")
                .containsEntry("nationality", "identity.nationality.choose")
                .containsEntry("life-events", "mandate.give.events.unknown")
                .containsEntry("area", "mandate.give.area.choose")
                .containsEntry("until", "mandate.give.until.wrong");
    }

    @Test
    void an_agent_gives_no_mandates_in_the_party_s_name() {
        var mandate = mandates.find(accepted()).orElseThrow();
        var acting = new SignedIn.Acting(
                agent.me().account(),
                "",
                mandate.id(),
                Capacity.AGENT,
                yici.identity.Scope.EVERYTHING,
                Optional.empty());
        var me = new SignedIn(
                granter.me().account(),
                SignedIn.Kind.PERSON,
                "",
                List.of(),
                fresh(granter).signOn(),
                Optional.of(acting));

        assertThatThrownBy(() -> bean(GiveMandate.class).give(me, typed("张三", "", Set.of(), 5)))
                .isInstanceOf(yici.kit.Forbidden.class);
    }

    @Test
    void a_session_switches_without_signing_in_again_and_is_refused_at_the_next_click_after_the_revocation() {
        var mandate = accepted();
        var browser = new Http();
        browser.signIn(agent.login());
        browser.get("/acting");

        var switched = browser.post("/acting", Map.of("as", mandate.toString()));
        assertThat(switched.body()).contains("切换回本人").contains(granter.account().name());
        assertThat(browser.get("/events").body()).contains("切换回本人");

        bean(EndMandate.class).revoke(fresh(granter), mandate);
        var refused = browser.get("/my");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("授权已被撤销").doesNotContain("切换回本人");
        assertThat(browser.post("/drafts/" + UUID.randomUUID() + "/discard", Map.of())
                        .statusCode())
                .isEqualTo(403);

        assertThat(browser.post("/acting", Map.of("as", "self")).statusCode()).isEqualTo(200);
        assertThat(browser.get("/my").statusCode()).isEqualTo(200);
    }

    @Test
    void who_asks_for_somebody_who_gave_no_mandate_is_told_so_and_stays_oneself() {
        var browser = new Http();
        browser.signIn(agent.login());
        browser.get("/acting");

        var refused = browser.post("/acting", Map.of("as", UUID.randomUUID().toString()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有得到这个单位或个人的授权");
        assertThat(browser.get("/my").statusCode()).isEqualTo(200);
    }

    @Test
    void each_switch_is_recorded_with_both() {
        var mandate = accepted();
        var browser = new Http();
        browser.signIn(agent.login());
        browser.get("/acting");
        browser.post("/acting", Map.of("as", mandate.toString()));
        browser.post("/acting", Map.of("as", "self"));

        assertThat(product.bean(AuditLog.class)
                        .about("account:" + granter.account().id(), 20))
                .filteredOn(event -> event.act().code().startsWith("identity.acting"))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.actor())
                            .isEqualTo("account:" + agent.account().id());
                    assertThat(event.onBehalfOf())
                            .isEqualTo("account:" + granter.account().id());
                });
    }

    @Test
    void help_at_a_counter_lasts_half_an_hour_and_opens_an_account_for_who_has_none() {
        var officer = People.officer("hrss@430523000000");
        var number = yici.application.Applicants.idNumber();
        var typed = new HelpAtCounter.Typed("刘奶奶", "RESIDENT_ID", number, "", false);
        assertThat(bean(HelpAtCounter.class).begin(officer.me(), typed))
                .isEqualTo(new HelpAtCounter.Begun.Flawed(Map.of("compared", "mandate.counter.compared.empty")));

        typed = new HelpAtCounter.Typed("刘奶奶", "RESIDENT_ID", number, "", true);
        var mandate = ((HelpAtCounter.Begun.Helping) bean(HelpAtCounter.class).begin(officer.me(), typed)).mandate();

        assertThat(mandate.reference()).matches("[A-Z2-9]{8}");
        var standing =
                (Standing.InForce) standsFor.of(mandate.id(), officer.me().account(), mandate.granter());
        assertThat(standing.capacity()).isEqualTo(Capacity.COUNTER_ASSISTANCE);
        assertThat(standing.scope().covers("43PCN0013", "430523000000")).isTrue();
        assertThat(standing.scope().covers("43PCN0013", "430104000000")).isFalse();
        assertThat(bean(yici.identity.Proofings.class).level(mandate.granter())).isEqualTo(Trust.LEVEL_5);

        product.clock().forward(Duration.ofMinutes(31));
        assertThat(standsFor.of(mandate.id(), officer.me().account(), mandate.granter()))
                .isEqualTo(new Standing.Ended(Why.EXPIRED));

        var other = new HelpAtCounter.Typed("另一个名字", "RESIDENT_ID", number, "", true);
        assertThat(bean(HelpAtCounter.class).begin(officer.me(), other))
                .isEqualTo(new HelpAtCounter.Begun.Flawed(Map.of("name", "mandate.counter.name.other")));
    }

    @Test
    void a_guardianship_no_register_tells_of_counts_once_an_officer_of_the_area_has_granted_it() {
        var ward = yici.application.Applicants.idNumber();
        var claim = new Guardianship.Typed("刘小妹", "RESIDENT_ID", ward, "", "430523000000");
        var file =
                product.bean(yici.attachment.Attachments.class).keep("judgment.pdf", "application/pdf", new byte[] {1});
        var waiting =
                (Guardianship.Claimed.Waiting) bean(Guardianship.class).claim(fresh(granter), claim, Optional.of(file));
        var id = waiting.mandate().id();

        var elsewhere = People.officer("civil-affairs@430104000000").me();
        assertThatThrownBy(() -> bean(Guardianship.class).decide(elsewhere, id, true, ""))
                .isInstanceOf(yici.kit.NotFound.class);
        var tax = People.officer("tax@430523000000").me();
        assertThatThrownBy(() -> bean(Guardianship.class).decide(tax, id, true, ""))
                .isInstanceOf(yici.kit.NotFound.class);

        var officer = People.officer("civil-affairs@430523000000").me();
        assertThat(bean(Guardianship.class).decide(officer, id, false, " ")).isFalse();
        assertThat(bean(Guardianship.class).decide(officer, id, true, "")).isTrue();

        var granted = mandates.find(id).orElseThrow();
        assertThat(standsFor.of(id, granter.account().id(), granted.granter())).isInstanceOf(Standing.InForce.class);
    }

    private UUID accepted() {
        var mandate = offer(Set.of(), "430000000000", 30);
        accept(mandate);
        return mandate;
    }

    private AnswerOffer.Answered accept(UUID mandate) {
        return bean(AnswerOffer.class).accept(fresh(agent), mandate);
    }

    private UUID offer(Set<String> lifeEvents, String area, int days) {
        var typed = typed(agent.account().name(), area, lifeEvents, days);
        return ((GiveMandate.Given.Offered) bean(GiveMandate.class).give(fresh(granter), typed))
                .mandate()
                .id();
    }

    private UUID offer(String name, String number) {
        var until = LocalDate.now(product.clock()).plusDays(5).toString();
        var typed = new GiveMandate.Typed(name, "RESIDENT_ID", number, "", Set.of(), "430000000000", until);
        return ((GiveMandate.Given.Offered) bean(GiveMandate.class).give(fresh(granter), typed))
                .mandate()
                .id();
    }

    private GiveMandate.Typed typed(String name, String area, Set<String> lifeEvents, int days) {
        var until = LocalDate.now(product.clock()).plusDays(days).toString();
        return new GiveMandate.Typed(
                name,
                "RESIDENT_ID",
                agent.account().number(),
                "",
                lifeEvents,
                area.isEmpty() ? "430000000000" : area,
                until);
    }

    private Standing standing(UUID mandate) {
        return standsFor.of(mandate, agent.account().id(), granter.account().id());
    }

    /** Signed in just now. */
    private SignedIn fresh(People.Someone who) {
        var proof = new Proof(Proof.Method.PASSWORD, product.clock().instant(), "");
        var signOn = new SignOn(UUID.randomUUID(), product.clock().instant(), List.of(proof), Trust.LEVEL_3);
        var me = who.me();
        return new SignedIn(me.account(), me.kind(), me.name(), me.posts(), signOn, Optional.empty());
    }

    private <T> T bean(Class<T> type) {
        return product.bean(type);
    }
}
