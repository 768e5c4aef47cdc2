package yici.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Translated;

/** What another provider says is believed to the last claim or not at all. */
class ExchangeTest {

    private static final String REDIRECT = "https://yici.example/sign-in/upstream/callback";
    private static final CodeExchange.Outcome DOWN = new CodeExchange.Outcome.Down();

    private final Elsewhere elsewhere = new Elsewhere();
    private Duration ahead = Duration.ZERO;
    private final Clock clock = new Later();
    private final Asking asking = new Asking();
    private final OidcExchange oidc = new OidcExchange(new Discovery(asking, clock), asking, clock);
    private final PlainExchange plain = new PlainExchange(asking);
    private final Provider provider = provider(Provider.Protocol.OIDC);
    private final Visit visit = visit(Visit.Purpose.SIGN_IN);

    @AfterEach
    void close() {
        elsewhere.close();
    }

    @Test
    void who_behaves_is_believed_and_the_number_fetched_where_the_token_does_not_say_it() {
        assertThat(back(visit))
                .isEqualTo(new CodeExchange.Outcome.Known(
                        new Attested(provider, "person-1", "李娜", "11010519491231002X", Trust.LEVEL_4)));
        assertThat(elsewhere.asked).contains("code_verifier=" + visit.verifier(), "code=good");
    }

    @Test
    void the_way_there_carries_state_nonce_and_a_challenge_and_for_a_step_a_fresh_sign_in() {
        var there = oidc.enter(provider, visit, REDIRECT).orElseThrow();
        assertThat(there)
                .startsWith(elsewhere.url() + "/authorize?response_type=code&client_id=yici")
                .contains("state=" + visit.state(), "nonce=" + visit.nonce(), "code_challenge=" + visit.challenge())
                .doesNotContain(visit.verifier(), "max_age");

        assertThat(oidc.enter(provider, visit(Visit.Purpose.LINK), REDIRECT).orElseThrow())
                .contains("prompt=login", "max_age=300");
    }

    @Test
    void a_token_of_another_visit_issuer_client_or_day_is_refused() {
        elsewhere.said = claims -> claims.claim("nonce", "of another");
        assertThat(refusal()).isEqualTo("of another visit");
        nonceAnd(claims -> claims.issuer("https://evil.example"));
        assertThat(refusal()).isEqualTo("another issuer");
        nonceAnd(claims -> claims.audience("somebody"));
        assertThat(refusal()).isEqualTo("meant for another");
        nonceAnd(claims -> claims.audience(List.of("yici", "somebody")));
        assertThat(refusal()).isEqualTo("given to another");
        nonceAnd(claims -> claims.claim("azp", "somebody"));
        assertThat(refusal()).isEqualTo("given to another");
        nonceAnd(claims ->
                claims.expirationTime(java.util.Date.from(Instant.now().minusSeconds(100))));
        assertThat(refusal()).isEqualTo("too old");
        nonceAnd(claims -> claims.issueTime(java.util.Date.from(Instant.now().plusSeconds(100))));
        assertThat(refusal()).isEqualTo("not of today");
        nonceAnd(claims -> claims.subject(""));
        assertThat(refusal()).isEqualTo("names nobody");
    }

    @Test
    void clocks_may_differ_by_ninety_seconds() {
        nonceAnd(claims -> claims.issueTime(java.util.Date.from(Instant.now().plusSeconds(80)))
                .expirationTime(java.util.Date.from(Instant.now().plusSeconds(200))));
        assertThat(back(visit)).isInstanceOf(CodeExchange.Outcome.Known.class);
        nonceAnd(claims ->
                claims.expirationTime(java.util.Date.from(Instant.now().minusSeconds(80))));
        assertThat(back(visit)).isInstanceOf(CodeExchange.Outcome.Known.class);
    }

    @Test
    void a_token_that_is_not_signed_by_them_is_refused() throws Exception {
        elsewhere.signs = new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256)
                .keyID("1")
                .generate();
        assertThat(refusal()).isEqualTo("not signed by them");

        elsewhere.token = signed -> {
            var none = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return none + "." + signed.split("\\.")[1] + ".";
        };
        assertThat(refusal()).isEqualTo("no token");
        elsewhere.token = _ -> "";
        assertThat(refusal()).isEqualTo("no token");
    }

    @Test
    void a_new_key_is_fetched_at_once_and_an_invented_one_not_again_and_again() {
        assertThat(back(visit)).isInstanceOf(CodeExchange.Outcome.Known.class);
        elsewhere.rotate();
        assertThat(refusal()).isEqualTo("not signed by them"); // asked for less than half a minute ago
        assertThat(elsewhere.keysAsked).hasValue(1);

        ahead = Duration.ofSeconds(31);
        assertThat(back(visit)).isInstanceOf(CodeExchange.Outcome.Known.class);
        assertThat(elsewhere.keysAsked).hasValue(2);
    }

    @Test
    void an_answer_of_another_provider_is_a_mix_up() {
        assertThat(oidc.exchange(provider, visit, new CodeExchange.Answer("good", "https://evil.example"), REDIRECT))
                .isEqualTo(new CodeExchange.Outcome.Refused("answered by another"));
        assertThat(oidc.exchange(provider, visit, new CodeExchange.Answer("good", ""), REDIRECT))
                .isEqualTo(new CodeExchange.Outcome.Refused("answered by another"));
    }

    @Test
    void what_is_told_of_another_person_is_refused() {
        elsewhere.userInfo = Map.of("sub", "person-2", "identity_number", "x");

        assertThat(refusal()).isEqualTo("told of another person");
    }

    @Test
    void for_a_step_the_person_must_have_shown_there_just_now() {
        var proving = visit(Visit.Purpose.PROVE);
        elsewhere.said = claims -> claims.claim("nonce", proving.nonce());
        assertThat(back(proving)).isEqualTo(new CodeExchange.Outcome.Refused("not shown just now"));
        elsewhere.said = claims -> claims.claim("nonce", proving.nonce())
                .claim("auth_time", Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond());
        assertThat(back(proving)).isEqualTo(new CodeExchange.Outcome.Refused("not shown just now"));
        elsewhere.said = claims -> claims.claim("nonce", proving.nonce())
                .claim("auth_time", Instant.now().getEpochSecond());
        assertThat(back(proving)).isInstanceOf(CodeExchange.Outcome.Known.class);
    }

    @Test
    void a_level_is_worth_what_was_configured_and_never_more_than_four() {
        assertThat(provider.worth("face")).isEqualTo(Trust.LEVEL_4);
        assertThat(provider.worth("counter")).isEqualTo(Trust.LEVEL_4);
        assertThat(provider.worth("number")).isEqualTo(Trust.LEVEL_3);
        assertThat(provider.worth("")).isEqualTo(Trust.LEVEL_2);
    }

    @Test
    void a_provider_that_is_down_slow_or_speaks_nonsense_is_down_and_no_more() {
        elsewhere.tokenStatus = 503;
        assertThat(back(visit)).isEqualTo(DOWN);
        elsewhere.tokenStatus = 400;
        assertThat(refusal()).isEqualTo("code refused");
        elsewhere.tokenStatus = 200;
        elsewhere.token = signed -> signed + "x".repeat(300 * 1024);
        assertThat(back(visit)).isEqualTo(DOWN);
        elsewhere.slow = true;
        long before = System.nanoTime();
        assertThat(back(visit)).isEqualTo(DOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
        elsewhere.close();
        assertThat(new OidcExchange(new Discovery(asking, clock), asking, clock).enter(provider, visit, REDIRECT))
                .isEmpty();
    }

    @Test
    void who_says_to_be_another_or_leads_to_an_open_line_is_not_followed() {
        assertThat(Metadata.read("https://other.example", elsewhere.metadata)).isEmpty();
        elsewhere.metadata.put("token_endpoint", "http://evil.example/token");
        assertThat(Metadata.read(elsewhere.url(), elsewhere.metadata)).isEmpty();
    }

    @Test
    void a_plain_code_is_exchanged_for_the_account_and_the_session_key_is_dropped() {
        var wechat = provider(Provider.Protocol.CODE_EXCHANGE);

        var known = plain.exchange(wechat, visit, new CodeExchange.Answer("good", ""), REDIRECT);

        assertThat(known)
                .isEqualTo(new CodeExchange.Outcome.Known(new Attested(wechat, "oLi-Na_0001", "", "", Trust.LEVEL_2)));
        assertThat(elsewhere.asked)
                .contains("appid=yici", "js_code=good", "grant_type=authorization_code")
                .contains("secret=a-secret");
        assertThat(plain.enter(wechat, visit, REDIRECT).orElseThrow()).contains("state=" + visit.state());
    }

    @Test
    void a_plain_exchange_that_refuses_lies_or_is_slow() {
        var wechat = provider(Provider.Protocol.CODE_EXCHANGE);
        elsewhere.plain = "{\"errcode\":40029,\"errmsg\":\"invalid code\"}";
        assertThat(plainly(wechat)).isEqualTo(new CodeExchange.Outcome.Refused("errcode 40029"));
        elsewhere.plain = "{\"errcode\":-1}";
        assertThat(plainly(wechat)).isEqualTo(DOWN);
        elsewhere.plain = "{\"openid\":\"' or 1=1\"}";
        assertThat(plainly(wechat)).isEqualTo(new CodeExchange.Outcome.Refused("no account named"));
        elsewhere.plain = "{\"openid\":{\"a\":1}}";
        assertThat(plainly(wechat)).isEqualTo(new CodeExchange.Outcome.Refused("no account named"));
        elsewhere.plain = "<html>busy</html>";
        assertThat(plainly(wechat)).isEqualTo(DOWN);
        elsewhere.plain = "[]";
        assertThat(plainly(wechat)).isEqualTo(DOWN);
        elsewhere.slow = true;
        assertThat(plainly(wechat)).isEqualTo(DOWN);
    }

    private CodeExchange.Outcome plainly(Provider wechat) {
        return plain.exchange(wechat, visit, new CodeExchange.Answer("good", ""), REDIRECT);
    }

    private CodeExchange.Outcome back(Visit visit) {
        return oidc.exchange(provider, visit, new CodeExchange.Answer("good", elsewhere.url()), REDIRECT);
    }

    private String refusal() {
        return ((CodeExchange.Outcome.Refused) back(visit)).why();
    }

    private void nonceAnd(java.util.function.Consumer<com.nimbusds.jwt.JWTClaimsSet.Builder> more) {
        elsewhere.said = claims -> more.accept(claims.claim("nonce", visit.nonce()));
    }

    private Visit visit(Visit.Purpose purpose) {
        var begun = Visit.begin(
                "elsewhere",
                purpose,
                Optional.of(UUID.randomUUID()),
                "/my",
                Instant.now().plusSeconds(600));
        elsewhere.said = claims -> claims.claim("nonce", begun.nonce());
        return begun;
    }

    private Provider provider(Provider.Protocol protocol) {
        return new Provider(
                "elsewhere",
                protocol,
                SignedIn.Kind.PERSON,
                Translated.zh("国家平台"),
                elsewhere.url(),
                "yici",
                "a-secret",
                "openid profile",
                "",
                "name",
                "identity_number",
                Map.of("face", Trust.LEVEL_4, "counter", Trust.LEVEL_5, "number", Trust.LEVEL_3),
                Trust.LEVEL_2,
                elsewhere.url() + "/enter?client={client}&redirect={redirect}&state={state}",
                elsewhere.url() + "/plain",
                "js_code",
                "openid");
    }

    private final class Later extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
