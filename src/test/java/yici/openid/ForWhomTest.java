package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;
import yici.kit.View;
import yici.mandate.Mandated;

/** For whom somebody acts, as a system that people sign on to hears of it: by claim, by list, by wish. */
class ForWhomTest {

    private static final String RESTAURANT = "43TCN0003";

    private final Product product = Product.running();
    private final People.Someone granter = People.citizen();
    private final People.Someone agent = People.citizen();
    private final People.Someone owner = People.citizen();
    private final Surfer browser = new Surfer();
    private final TestParty party = TestParty.legacy();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void the_claim_says_who_for_what_as_what_by_which_mandate_and_until_when() {
        var mandate = Mandated.agent(granter, agent, Set.of(RESTAURANT), 30);
        browser.signIn(agent.login());
        browser.get("/acting");
        browser.post("/acting", Map.of("as", mandate.toString()));

        var tokens = signOn(party, "openid acting_for");

        var until = LocalDate.now(product.clock())
                .plusDays(31)
                .atStartOfDay(View.ZONE)
                .toEpochSecond();
        assertThat(claim(tokens.text("id_token"), "acting_for"))
                .containsEntry("type", "natural")
                .containsEntry("name", granter.account().name())
                .containsEntry("capacity", "agent")
                .containsEntry("life_events", List.of(RESTAURANT))
                .containsEntry("area", "430000000000")
                .containsEntry("source", "own")
                .containsEntry("mandate", mandate.toString())
                .containsEntry("valid_until", until)
                .doesNotContainKey("id");
        assertThat(claim(tokens.text("access_token"), "acting_for")).containsEntry("valid_until", until);
        assertThat(party.userinfo(tokens.text("access_token"))
                        .body()
                        .path("acting_for")
                        .path("valid_until")
                        .asLong())
                .isEqualTo(until);
    }

    @Test
    void a_mandate_that_has_ended_ends_what_its_tokens_were_good_for() {
        var mandate = Mandated.agent(granter, agent, Set.of(), 30);
        browser.signIn(agent.login());
        browser.get("/acting");
        browser.post("/acting", Map.of("as", mandate.toString()));
        var tokens = signOn(party, "openid acting_for");
        assertThat(party.userinfo(tokens.text("access_token")).status()).isEqualTo(200);

        Mandated.revoke(granter, mandate);

        assertThat(party.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(party.call("/oauth2/introspect", Map.of("token", tokens.text("access_token")), "")
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(party.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void the_list_names_everybody_by_an_id_good_at_this_system_only_and_comes_in_the_id_token_alone() {
        Mandated.agent(granter, agent, Set.of(RESTAURANT), 30);
        browser.signIn(agent.login());

        var tokens = signOn(party, "openid representee_list");
        var list = list(tokens);
        var elsewhere = list(signOn(TestParty.legacy(), "openid representee_list"));

        assertThat(claim(tokens.text("id_token"), "representee_list")).containsEntry("status", "OK");
        assertThat(list)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("name", granter.account().name())
                .containsEntry("type", "natural")
                .containsEntry("capacity", "agent")
                .doesNotContainKeys("mandate", "number");
        assertThat(list.getFirst().get("id"))
                .isNotEqualTo(elsewhere.getFirst().get("id"))
                .isEqualTo(list(signOn(party, "openid representee_list"))
                        .getFirst()
                        .get("id"));
        assertThat(TestParty.claims(tokens.text("access_token"))).doesNotContainKey("representee_list");
        assertThat(party.userinfo(tokens.text("access_token")).body().has("representee_list"))
                .isFalse();
    }

    @Test
    void it_can_be_asked_by_its_claim_as_well() {
        Mandated.agent(granter, agent, Set.of(), 30);
        browser.signIn(agent.login());

        var back = browser.agree(browser.get(party.authorize(
                party.request("scope", "openid", "claims", "{\"id_token\":{\"representee_list\":null}}"))));

        assertThat(list(party.redeem(back.answer("code")))).hasSize(1);
    }

    @Test
    void who_is_not_registered_for_the_list_gets_neither_list_nor_switch() {
        var other = party.registered(p -> Parties.mayAsk(p, "openid", "profile", "acting_for"));
        browser.signIn(agent.login());

        for (var scope : List.of("openid representee_list", "openid representee.abc"))
            assertThat(browser.get(other.authorize(other.request("scope", scope)))
                            .answer("error"))
                    .isEqualTo("invalid_scope");
        assertThat(browser.get(party.authorize(party.request("scope", "openid representee.a representee.b")))
                        .answer("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void a_wish_is_put_to_the_person_and_switches_the_session_without_signing_in_again() {
        var firm = Mandated.firmOf(owner);
        browser.signIn(owner.login());
        var known = list(signOn(party, "openid acting_for representee_list"));
        assertThat(known)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("name", firm.name())
                .containsEntry("type", "legal")
                .containsEntry("source", "legal-persons");
        var id = known.getFirst().get("id");

        var question = browser.get(party.authorize(wish(id)));
        assertThat(question.body()).contains("要代“" + firm.name() + "”办理吗？");
        var back = answer(question, "yes");
        var tokens = party.redeem(back.answer("code"));

        assertThat(claim(tokens.text("id_token"), "representee"))
                .containsEntry("id", id)
                .containsEntry("status", "OK");
        assertThat(claim(tokens.text("id_token"), "acting_for"))
                .containsEntry("representee", id)
                .containsEntry("id", firm.code())
                .containsEntry("capacity", "legal_representative")
                .containsEntry("source", "legal-persons")
                .containsKey("valid_until");
        assertThat(browser.get("/my").body()).contains("切换回本人").contains(firm.name());
        assertThat(browser.get(party.authorize(wish(id))).hasLeft())
                .as("what is so already is not asked again")
                .isTrue();
    }

    @Test
    void who_would_rather_not_signs_on_as_who_they_are_and_nothing_is_switched() {
        Mandated.agent(granter, agent, Set.of(), 30);
        browser.signIn(agent.login());
        var id = list(signOn(party, "openid acting_for representee_list"))
                .getFirst()
                .get("id");

        var tokens = party.redeem(
                answer(browser.get(party.authorize(wish(id))), "no").answer("code"));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(claim(tokens.text("id_token"), "representee")).containsEntry("status", "REPRESENTEE_DECLINED");
        assertThat(TestParty.claims(tokens.text("id_token"))).doesNotContainKey("acting_for");
        assertThat(browser.get("/my").body()).doesNotContain("切换回本人");
    }

    @Test
    void a_wish_for_somebody_who_gave_nothing_keeps_nobody_from_signing_on() {
        browser.signIn(agent.login());
        signOn(party, "openid acting_for");

        var tokens =
                party.redeem(browser.get(party.authorize(wish("somebody-else"))).answer("code"));

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(claim(tokens.text("id_token"), "representee"))
                .containsEntry("status", "REQUESTED_REPRESENTEE_NOT_ALLOWED");
        assertThat(TestParty.claims(tokens.text("id_token"))).doesNotContainKey("acting_for");
    }

    @Test
    void a_silent_wish_is_answered_by_what_is_missing() {
        Mandated.agent(granter, agent, Set.of(), 30);
        browser.signIn(agent.login());
        var id = list(signOn(party, "openid acting_for representee_list"))
                .getFirst()
                .get("id");

        var request = wish(id);
        request.put("prompt", "none");

        assertThat(browser.get(party.authorize(request)).answer("error")).isEqualTo("interaction_required");
    }

    @Test
    void a_register_that_is_down_is_named_and_keeps_nobody_from_signing_on_as_themselves() {
        Mandated.firmOf(owner);
        browser.signIn(owner.login());
        var id = list(signOn(party, "openid acting_for representee_list"))
                .getFirst()
                .get("id");

        Mandated.whileRegisterIsDown(() -> {
            var tokens = signOn(party, "openid acting_for representee_list");
            assertThat(claim(tokens.text("id_token"), "representee_list"))
                    .containsEntry("status", "SERVICE_NOT_AVAILABLE")
                    .containsEntry("list", List.of());

            var wished = party.redeem(browser.get(party.authorize(wish(id))).answer("code"));
            assertThat(wished.status()).isEqualTo(200);
            assertThat(claim(wished.text("id_token"), "representee")).containsEntry("status", "SERVICE_NOT_AVAILABLE");
            assertThat(TestParty.claims(wished.text("id_token"))).doesNotContainKey("acting_for");
        });
    }

    @Test
    void what_was_granted_runs_out_with_the_mandate() {
        var mandate = Mandated.agent(granter, agent, Set.of(), 0);
        browser.signIn(agent.login());
        browser.get("/acting");
        browser.post("/acting", Map.of("as", mandate.toString()));
        var tokens = signOn(party, "openid acting_for");
        var end = LocalDate.now(product.clock())
                .plusDays(1)
                .atStartOfDay(View.ZONE)
                .toInstant();

        product.clock().forward(Duration.between(product.clock().instant(), end));

        assertThat(party.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    private TestParty.Answer signOn(TestParty at, String scope) {
        var back = browser.agree(browser.get(at.authorize(at.request("scope", scope))));
        var tokens = at.redeem(back.answer("code"));
        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        return tokens;
    }

    private Map<String, String> wish(Object id) {
        return party.request("scope", "openid acting_for representee." + id);
    }

    private Surfer.Seen answer(Surfer.Seen question, String answer) {
        return browser.post("/oauth2/act-for", Map.of("asked", question.asked(), "answer", answer));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(TestParty.Answer tokens) {
        return (List<Map<String, Object>>)
                claim(tokens.text("id_token"), "representee_list").get("list");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> claim(String token, String name) {
        var claims = TestParty.claims(token);
        assertThat(claims).containsKey(name);
        return (Map<String, Object>) claims.get(name);
    }
}
