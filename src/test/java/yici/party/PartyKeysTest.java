package yici.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.identity.Deed;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.jurisdiction.Post;
import yici.openid.EdwardsKey;
import yici.openid.RelyingParties;

/** Keys and secrets changed at the desk: by somebody who has just shown who they are, in force at once, the former good for one day more. */
class PartyKeysTest {

    private static final String BODY = "civil-affairs@430523000000";

    private final Product product = Product.running();
    private final RegisterParty register = product.bean(RegisterParty.class);
    private final ChangeParty change = product.bean(ChangeParty.class);
    private final JudgeParty judge = product.bean(JudgeParty.class);
    private final RenewKeys renew = product.bean(RenewKeys.class);
    private final StopParty stop = product.bean(StopParty.class);

    private final People.Someone officer = People.officer(BODY);
    private final People.Someone administrator = People.staff(Post.Role.SECURITY_ADMIN, "430523000000");
    private final EdwardsKey first = new EdwardsKey();
    private final EdwardsKey second = new EdwardsKey();
    private final EdwardsKey third = new EdwardsKey();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void new_keys_count_at_once_and_the_former_a_day_longer() {
        var id = registered(first);
        assertThat(isTaken(id, first)).isTrue();
        assertThat(isTaken(id, second)).isFalse();

        assertThat(renew.keys(officer.justNow(), id, jwks(second))).isInstanceOf(RenewKeys.Outcome.Changed.class);
        assertThat(isTaken(id, second)).isTrue();
        assertThat(isTaken(id, first)).as("its machines are changed one by one").isTrue();

        product.clock().forward(RenewKeys.BOTH.minusMinutes(1));
        assertThat(isTaken(id, first)).isTrue();
        product.clock().forward(Duration.ofMinutes(2));
        assertThat(isTaken(id, first)).isFalse();
        assertThat(isTaken(id, second)).isTrue();
    }

    @Test
    void a_second_change_does_not_lengthen_the_life_of_the_first_keys() {
        var id = registered(first);
        renew.keys(officer.justNow(), id, jwks(second));
        product.clock().forward(Duration.ofHours(20));
        renew.keys(officer.justNow(), id, jwks(third));

        product.clock().forward(Duration.ofHours(5));

        assertThat(isTaken(id, first)).isFalse();
        assertThat(isTaken(id, second)).isTrue();
        assertThat(isTaken(id, third)).isTrue();
    }

    @Test
    void what_the_desk_refuses_leaves_the_keys_as_they_were() {
        var id = registered(first);

        assertThat(renew.keys(officer.justNow(), id, "{\"keys\":[]}")).isInstanceOf(RenewKeys.Outcome.Flawed.class);
        assertThat(renew.keys(officer.justNow(), id, "nothing of the kind"))
                .isInstanceOf(RenewKeys.Outcome.Flawed.class);

        assertThat(isTaken(id, first)).isTrue();
        assertThat(acts(id)).doesNotContain("party.keys-changed");
    }

    @Test
    void each_change_is_in_the_record_with_who_made_it() {
        var id = registered(first);
        renew.keys(officer.justNow(), id, jwks(second));
        change.change(officer.justNow(), id, form("keys", jwks(third)), false);

        assertThat(product.bean(AuditLog.class).about("party:" + id, 20))
                .filteredOn(event -> event.act().code().equals("party.keys-changed"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.actor())
                        .isEqualTo("account:" + officer.account().id()));
        assertThat(isTaken(id, third)).isTrue();
        assertThat(isTaken(id, second))
                .as("changed with the rest of the form, it overlaps too")
                .isTrue();
    }

    @Test
    void a_secret_is_changed_by_whoever_has_just_shown_who_they_are_and_recorded() {
        var id = ((RegisterParty.Outcome.Registered)
                        register.register(officer.me(), form("kind", "secret", "keys", "")))
                .clientId();
        assertThatThrownBy(() -> renew.secret(officer.me(), id)).isInstanceOf(StepUp.class);

        renew.secret(officer.justNow(), id);

        assertThat(acts(id)).containsOnlyOnce("party.secret-changed");
    }

    @Test
    void keys_a_stop_and_an_approval_ask_for_a_fresh_proof_and_other_changes_do_not() {
        var id = registered(first);
        var before = signedInBefore(officer);

        assertThatThrownBy(() -> renew.keys(before, id, jwks(second))).isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> change.change(before, id, form("keys", jwks(second)), false))
                .isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> stop.stop(before, Deed.KEEP_PARTY, id)).isInstanceOf(StepUp.class);
        assertThat(change.change(before, id, form("name_zh", "新名称"), false))
                .isInstanceOf(ChangeParty.Outcome.Changed.class);
        change.change(before, id, form(), true);
        assertThatThrownBy(() -> judge.approve(signedInBefore(administrator), id))
                .isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> stop.stop(signedInBefore(administrator), Deed.JUDGE_PARTY, id))
                .isInstanceOf(StepUp.class);

        assertThat(acts(id)).doesNotContain("party.keys-changed", "party.stopped", "party.approved");
        assertThat(isTaken(id, second)).isFalse();
    }

    @Test
    void keys_typed_before_the_proof_is_asked_for_are_the_keys_in_force_after_it() {
        var id = registered(first);
        try (var desk = Browser.phone()) {
            desk.signIn(officer.login());
            var page = desk.go("/parties/" + id);
            page.locator("#keys").fill(jwks(second));
            product.clock().forward(StepUp.FRESH.plusMinutes(1));
            page.locator("main form[action$='/keys'] button").click();
            assertThat(desk.status()).isEqualTo(401);
            assertThat(isTaken(id, second)).isFalse();

            page.getByLabel("密码").fill(Browser.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("继续提交"))
                    .click();

            assertThat(page.url()).endsWith("?done=keys");
            assertThat(isTaken(id, second)).isTrue();
            desk.assertGoodPage();
            desk.screenshot("party-keys-phone");
        }
    }

    @Test
    void an_approval_brings_no_keys_back_that_were_changed_since_it_was_asked_for() {
        var id = registered(first);
        change.change(officer.me(), id, form(), true);
        judge.approve(administrator.justNow(), id);
        change.change(officer.me(), id, form("name_zh", "新名称"), true);
        product.clock().forward(Duration.ofMinutes(1));
        renew.keys(officer.justNow(), id, jwks(second));

        judge.approve(administrator.justNow(), id);

        assertThat(isTaken(id, second)).isTrue();
        product.clock().forward(RenewKeys.BOTH.plusMinutes(1));
        assertThat(isTaken(id, first))
                .as("the former, which the proposal still named")
                .isFalse();
    }

    private SignedIn signedInBefore(People.Someone who) {
        var me = who.justNow();
        product.clock().forward(StepUp.FRESH.plusSeconds(1));
        return me;
    }

    private String registered(EdwardsKey key) {
        return ((RegisterParty.Outcome.Registered) register.register(officer.me(), form("keys", jwks(key)))).clientId();
    }

    private PartyForm form(String... more) {
        var fields = new HashMap<>(Map.of(
                "name_zh", "业务系统",
                "contact", "王工 0739-1234567",
                "body", BODY,
                "kind", "keys",
                "sector", "own",
                "keys", jwks(first),
                "redirects", "https://mz.example.cn/return"));
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return new PartyForm(fields);
    }

    private static String jwks(EdwardsKey key) {
        return new JWKSet(key.publicKey()).toString(true);
    }

    private List<String> acts(String id) {
        return product.bean(AuditLog.class).about("party:" + id, 20).stream()
                .map(event -> event.act().code())
                .toList();
    }

    /** Whether the provider knows the system by this key. */
    private boolean isTaken(String id, EdwardsKey key) {
        assertThat(product.bean(RelyingParties.class).find(id)).isPresent();
        var fields = Map.of(
                "token", "none",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", key.assertion(id));
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(URI.create(product.url() + "/oauth2/revoke"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).isIn(200, 401);
            return status == 200;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
