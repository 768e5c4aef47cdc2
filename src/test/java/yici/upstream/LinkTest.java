package yici.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import yici.house.People;
import yici.house.Product;
import yici.identity.CloseAccount;
import yici.identity.Proof;
import yici.identity.Proofings;
import yici.identity.SignOn;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.kit.Language;
import yici.kit.Translated;

/** An account here and one elsewhere become one person's by proof of both, and of nothing less. */
class LinkTest {

    private final Product product = Product.running();
    private final LinkAccount linkAccount = product.bean(LinkAccount.class);
    private final Links links = product.bean(Links.class);
    private final Provider provider = provider("national", SignedIn.Kind.PERSON);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void who_was_shown_on_both_sides_is_linked_and_known_as_well_as_there() {
        var citizen = People.citizen();
        var me = fresh(citizen.me());
        var who = attested(citizen.account().name(), citizen.account().number(), Trust.LEVEL_4);

        assertThat(linkAccount.link(me, who, Language.ZH)).isEqualTo(new LinkAccount.Outcome.Linked());

        assertThat(links.account(who)).hasValue(me.account());
        assertThat(product.bean(Proofings.class).level(me.account())).isEqualTo(Trust.LEVEL_4);
        assertThat(product.bean(UpstreamData.class).copy(me.account()))
                .first()
                .satisfies(one ->
                        assertThat(one).containsEntry("provider", "national").containsKeys("subject", "since"));
    }

    @Test
    void another_persons_number_links_nothing() {
        var me = fresh(People.citizen().me());
        var somebody = People.citizen();

        assertThat(linkAccount.link(
                        me,
                        attested(somebody.account().name(), somebody.account().number(), Trust.LEVEL_4),
                        Language.ZH))
                .isEqualTo(new LinkAccount.Outcome.Refused("upstream.wrong.another-person"));
        assertThat(links.of(me.account())).isEmpty();
    }

    @Test
    void a_name_alone_proofs_nothing() {
        var citizen = People.citizen();
        var me = fresh(citizen.me());
        var before = product.bean(Proofings.class).level(me.account());

        linkAccount.link(me, attested(citizen.account().name(), "", Trust.LEVEL_4), Language.ZH);

        assertThat(product.bean(Proofings.class).level(me.account())).isEqualTo(before);
    }

    @Test
    void one_there_is_one_here() {
        var who = attested("", "", Trust.LEVEL_2);
        var me = fresh(People.citizen().me());
        var other = fresh(People.citizen().me());

        assertThat(linkAccount.link(me, who, Language.ZH)).isEqualTo(new LinkAccount.Outcome.Linked());
        assertThat(linkAccount.link(other, who, Language.ZH))
                .isEqualTo(new LinkAccount.Outcome.Refused("upstream.wrong.taken"));
        assertThat(linkAccount.link(me, attested("", "", Trust.LEVEL_2), Language.ZH))
                .isEqualTo(new LinkAccount.Outcome.Refused("upstream.wrong.taken"));
    }

    @Test
    void a_persons_account_is_not_a_firms() {
        var who = new Attested(provider("firms", SignedIn.Kind.FIRM), "f-" + UUID.randomUUID(), "", "", Trust.LEVEL_3);

        assertThat(linkAccount.link(fresh(People.citizen().me()), who, Language.ZH))
                .isEqualTo(new LinkAccount.Outcome.Refused("upstream.wrong.kind"));
    }

    @Test
    void linking_and_unlinking_ask_who_is_there_just_now() {
        var me = fresh(People.citizen().me());
        linkAccount.link(me, attested("", "", Trust.LEVEL_2), Language.ZH);

        product.clock().forward(Duration.ofMinutes(6));

        assertThatThrownBy(() -> linkAccount.mayChange(me)).isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> linkAccount.unlink(me, provider, Language.ZH)).isInstanceOf(StepUp.class);
        linkAccount.unlink(withSecond(me), provider, Language.ZH);
        assertThat(links.of(me.account())).isEmpty();
    }

    @Test
    void links_go_with_the_account() {
        var me = fresh(People.citizen().me());
        linkAccount.link(me, attested("", "", Trust.LEVEL_2), Language.ZH);

        product.bean(CloseAccount.class).close(withSecond(me));

        assertThat(links.of(me.account())).isEmpty();
    }

    @Test
    void an_answer_comes_back_to_the_browser_that_went_and_once() {
        var visits = product.bean(Roundtrips.class);
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        var visit = visits.begin(provider, Visit.Purpose.SIGN_IN, Optional.empty(), "/my?a=b c", request, response);
        request.setCookies(response.getCookie("upstream"));

        assertThat(visits.end("invented", request, new MockHttpServletResponse()))
                .isEmpty();
        assertThat(visits.end(visit.state(), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isEmpty();
        var after = new MockHttpServletResponse();
        assertThat(visits.end(visit.state(), request, after).orElseThrow().to()).isEqualTo("/my?a=b c");
        assertThat(after.getCookie("upstream").getMaxAge()).isZero();
        product.clock().forward(Duration.ofMinutes(11));
        assertThat(visits.end(visit.state(), request, new MockHttpServletResponse()))
                .isEmpty();
    }

    @Test
    void what_was_typed_waits_for_its_person() {
        var waiting = product.bean(Waiting.class);
        var account = UUID.randomUUID();
        var visit = Visit.begin(
                "national",
                Visit.Purpose.PROVE,
                Optional.of(account),
                "",
                product.clock().instant().plusSeconds(600));

        waiting.keep(visit, account, "sealed");

        assertThat(waiting.take(visit, UUID.randomUUID())).isEmpty();
        assertThat(waiting.take(visit, account)).isEqualTo("sealed");
        assertThat(waiting.take(visit, account)).isEmpty();
    }

    @Test
    void a_provider_is_a_matter_of_configuration() {
        var environment = new MockEnvironment()
                .withProperty("yici.upstream.national.name.zh", "国家政务服务平台")
                .withProperty("yici.upstream.national.name.en", "the national platform")
                .withProperty("yici.upstream.national.issuer", "https://id.example.gov.cn")
                .withProperty("yici.upstream.national.client-id", "yici")
                .withProperty("yici.upstream.national.number-claim", "identity_number")
                .withProperty("yici.upstream.national.levels", "urn:a:number=3 urn:a:face=4");

        var read = new Providers(environment).all().getFirst();

        assertThat(read.name().in(Language.EN)).isEqualTo("the national platform");
        assertThat(read.worth("urn:a:face")).isEqualTo(Trust.LEVEL_4);
        assertThat(read.worth("urn:b")).isEqualTo(Trust.LEVEL_2);
        environment.setProperty("yici.upstream.national.issuer", "http://id.example.gov.cn");
        assertThatThrownBy(() -> new Providers(environment)).hasMessageContaining("https://");
    }

    private static Provider provider(String id, SignedIn.Kind kind) {
        return new Provider(
                id,
                Provider.Protocol.OIDC,
                kind,
                Translated.zh("国家平台"),
                "https://id.example",
                "yici",
                "",
                "openid",
                "",
                "name",
                "",
                Map.of(),
                Trust.LEVEL_2,
                "",
                "",
                "",
                "openid");
    }

    private Attested attested(String name, String number, Trust level) {
        return new Attested(provider, "p-" + UUID.randomUUID(), name, number, level);
    }

    private SignedIn fresh(SignedIn me) {
        return with(me, Proof.Method.PASSWORD, "");
    }

    private SignedIn withSecond(SignedIn me) {
        return with(me, Proof.Method.UPSTREAM, "national/4");
    }

    private SignedIn with(SignedIn me, Proof.Method method, String authenticator) {
        var now = product.clock().instant();
        var signOn = new SignOn(UUID.randomUUID(), now, List.of(new Proof(method, now, authenticator)), Trust.LEVEL_3);
        return new SignedIn(me.account(), me.kind(), me.name(), me.posts(), signOn, me.acting());
    }
}
