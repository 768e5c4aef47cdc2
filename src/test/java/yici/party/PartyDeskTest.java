package yici.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;
import yici.identity.Capacity;
import yici.identity.Deed;
import yici.identity.Scope;
import yici.identity.SignedIn;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.openid.RelyingParties;

/** Who may do what at the registration desk. */
class PartyDeskTest {

    private static final String BODY = "civil-affairs@430523000000";

    private final Product product = Product.running();
    private final RegisterParty register = product.bean(RegisterParty.class);
    private final ChangeParty change = product.bean(ChangeParty.class);
    private final JudgeParty judge = product.bean(JudgeParty.class);
    private final RenewKeys renew = product.bean(RenewKeys.class);
    private final StopParty stop = product.bean(StopParty.class);
    private final RelyingParties parties = product.bean(RelyingParties.class);

    private static PartyForm form(String... more) {
        var fields = new HashMap<>(Map.of(
                "name_zh", "旧网站",
                "contact", "王工 0739-1234567",
                "body", BODY,
                "kind", "secret",
                "sector", "own",
                "redirects", "https://old.example.cn/return"));
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return new PartyForm(fields);
    }

    private String registered(People.Someone by) {
        return ((RegisterParty.Outcome.Registered) register.register(by.me(), form())).clientId();
    }

    @Test
    void an_officer_registers_for_the_own_body_and_for_no_other() {
        var officer = People.officer(BODY);

        assertThat(register.register(officer.me(), form())).isInstanceOf(RegisterParty.Outcome.Registered.class);
        assertThat(register.register(officer.me(), form("body", "police@430523000000")))
                .isInstanceOfSatisfying(
                        RegisterParty.Outcome.Flawed.class,
                        flawed -> assertThat(flawed.flaws()).containsOnlyKeys("body"));
    }

    @Test
    void a_firm_registers_its_own_and_a_citizen_nothing() {
        var firm = People.firm();

        var party = parties.find(registered(firm)).orElseThrow();

        assertThat(party.body()).isEmpty();
        assertThat(party.sandbox()).isTrue();
        assertThatThrownBy(() -> register.register(People.citizen().me(), form()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoever_acts_for_a_firm_in_some_things_only_keeps_none_of_its_systems() {
        var firm = People.firm();
        var id = registered(firm);
        var some = new Scope(Optional.of(Set.of("43TCN0003")), Optional.empty());
        var here = new Scope(Optional.empty(), Optional.of(Set.of("430104000000")));

        for (var scope : List.of(some, here)) {
            var agent = actingFor(firm, scope);
            assertThatThrownBy(() -> register.register(agent, form())).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> change.change(agent, id, form(), false)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> renew.secret(agent, id)).isInstanceOf(NotFound.class);
        }
        assertThat(change.change(actingFor(firm, Scope.EVERYTHING), id, form("name_zh", "新名称"), false))
                .isInstanceOf(ChangeParty.Outcome.Changed.class);
    }

    private static SignedIn actingFor(People.Someone firm, Scope scope) {
        var agent = People.citizen();
        var me = firm.justNow();
        var acting = new SignedIn.Acting(
                agent.account().id(),
                agent.account().name(),
                UUID.randomUUID(),
                Capacity.AGENT,
                scope,
                Optional.empty());
        return new SignedIn(me.account(), me.kind(), me.name(), me.posts(), me.signOn(), Optional.of(acting));
    }

    @Test
    void a_system_of_another_body_is_not_there() {
        var id = registered(People.officer(BODY));
        var other = People.officer("police@430523000000");

        assertThatThrownBy(() -> change.change(other.me(), id, form(), false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> renew.secret(other.me(), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stop.stop(other.me(), Deed.KEEP_PARTY, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_sandbox_is_changed_at_once_and_production_by_a_second_person() {
        var officer = People.officer(BODY);
        var id = registered(officer);

        change.change(officer.me(), id, form("name_zh", "新名称"), false);
        assertThat(parties.find(id).orElseThrow().name().zh()).isEqualTo("新名称");
        change.change(officer.me(), id, form("name_zh", "正式名称"), true);
        assertThat(parties.find(id).orElseThrow().sandbox()).isTrue();
        judge.approve(People.staff(Post.Role.SECURITY_ADMIN, "430523000000").justNow(), id);
        assertThat(parties.find(id).orElseThrow().sandbox()).isFalse();
        change.change(officer.me(), id, form("redirects", "https://evil.example/return"), false);

        assertThat(parties.find(id).orElseThrow().redirectUris()).containsExactly("https://old.example.cn/return");
    }

    @Test
    void a_security_administrator_of_another_county_has_nothing_to_judge() {
        var officer = People.officer(BODY);
        var id = registered(officer);
        change.change(officer.me(), id, form(), true);

        assertThatThrownBy(() -> judge.approve(
                        People.staff(Post.Role.SECURITY_ADMIN, "430104000000").me(), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> judge.approve(officer.me(), id)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_given_back_carries_a_reason() {
        var officer = People.officer(BODY);
        var admin = People.staff(Post.Role.SECURITY_ADMIN, "430523000000");
        var id = registered(officer);
        change.change(officer.me(), id, form(), true);

        assertThat(judge.giveBack(admin.me(), id, " ")).isInstanceOf(JudgeParty.Outcome.NoReason.class);
        assertThat(judge.giveBack(admin.me(), id, "回调地址不是本机关的域名")).isInstanceOf(JudgeParty.Outcome.Returned.class);
        assertThat(judge.approve(admin.justNow(), id)).isInstanceOf(JudgeParty.Outcome.NothingWaits.class);
    }

    @Test
    void what_an_administrator_stopped_its_owner_does_not_start() {
        var officer = People.officer(BODY);
        var id = registered(officer);
        stop.stop(People.staff(Post.Role.SECURITY_ADMIN, "430523000000").justNow(), Deed.JUDGE_PARTY, id);

        assertThat(stop.start(officer.me(), Deed.KEEP_PARTY, id)).isFalse();
        assertThat(parties.find(id).orElseThrow().active()).isFalse();
    }

    @Test
    void kind_and_sector_stay_what_they_were() {
        var officer = People.officer(BODY);
        var id = registered(officer);
        var before = parties.find(id).orElseThrow();

        change.change(officer.me(), id, form("kind", "native", "sector", "shared"), false);

        var after = parties.find(id).orElseThrow();
        assertThat(after.sector().id()).isEqualTo(before.sector().id());
        assertThat(after.authentication()).isEqualTo(before.authentication());
    }
}
