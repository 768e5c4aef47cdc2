package yici.upstream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** OpenID Connect, with us as the relying party: code and PKCE, state and nonce, {@code iss}, the token checked to the last claim. */
@Component
class OidcExchange implements CodeExchange {

    private static final int FRESH_SECONDS = 300;
    private static final int LONGEST_CLAIM = 200;

    private final Discovery discovery;
    private final Asking asking;
    private final Clock clock;

    OidcExchange(Discovery discovery, Asking asking, Clock clock) {
        this.discovery = discovery;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public Provider.Protocol protocol() {
        return Provider.Protocol.OIDC;
    }

    @Override
    public Optional<String> enter(Provider provider, Visit visit, String redirect) {
        return discovery.of(provider).map(known -> {
            var asked = new LinkedHashMap<String, String>();
            asked.put("response_type", "code");
            asked.put("client_id", provider.clientId());
            asked.put("redirect_uri", redirect);
            asked.put("scope", provider.scope());
            asked.put("state", visit.state());
            asked.put("nonce", visit.nonce());
            asked.put("code_challenge", visit.challenge());
            asked.put("code_challenge_method", "S256");
            if (!provider.acr().isEmpty()) asked.put("acr_values", provider.acr());
            if (visit.asksFreshProof()) {
                asked.put("prompt", "login");
                asked.put("max_age", "" + FRESH_SECONDS);
            }
            var at = known.authorization().toString();
            return at + (at.contains("?") ? "&" : "?") + Asking.form(asked);
        });
    }

    @Override
    public Outcome exchange(Provider provider, Visit visit, Answer answer, String redirect) {
        var known = discovery.of(provider);
        if (known.isEmpty()) return new Outcome.Down();
        if (answer.issuer().isEmpty()
                ? known.get().namesItself()
                : !answer.issuer().equals(provider.issuer()))
            return new Outcome.Refused("answered by another"); // RFC 9207: a mix-up
        return switch (redeem(provider, known.get(), visit, answer.code(), redirect)) {
            case Asking.Reply.Nothing _ -> new Outcome.Down();
            case Asking.Reply.Json json when json.status() >= 500 -> new Outcome.Down();
            case Asking.Reply.Json json when !json.isGood() -> new Outcome.Refused("code refused");
            case Asking.Reply.Json json -> believe(provider, known.get(), visit, json);
        };
    }

    private Asking.Reply redeem(Provider provider, Metadata known, Visit visit, String code, String redirect) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect);
        form.put("code_verifier", visit.verifier());
        var headers = new HashMap<String, String>();
        if (provider.clientSecret().isEmpty() || known.takesPostedSecret()) form.put("client_id", provider.clientId());
        if (!provider.clientSecret().isEmpty() && known.takesPostedSecret())
            form.put("client_secret", provider.clientSecret());
        if (!provider.clientSecret().isEmpty() && !known.takesPostedSecret())
            headers.put("Authorization", basic(provider));
        return asking.post(known.token(), form, headers);
    }

    private static String basic(Provider provider) {
        var both = Asking.encoded(provider.clientId()) + ":" + Asking.encoded(provider.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome believe(Provider provider, Metadata known, Visit visit, Asking.Reply.Json reply) {
        var token = IdToken.read(reply.text("id_token"));
        if (token.isEmpty()) return new Outcome.Refused("no token");
        var keys = discovery.keys(known);
        if (keys.isEmpty()) return new Outcome.Down();
        var keysNow = IdToken.matching(token.get(), keys.get()).isEmpty()
                ? discovery.newKeys(known).orElseGet(keys::orElseThrow)
                : keys.get();
        if (!IdToken.isSigned(token.get(), keysNow)) return new Outcome.Refused("not signed by them");

        var said = claims(token.get());
        if (said.isEmpty()) return new Outcome.Refused("no claims");
        var flaw = IdToken.flaw(said.get(), provider, visit, clock.instant());
        if (flaw.isPresent()) return new Outcome.Refused(flaw.get());
        return known(provider, known, said.get(), reply.text("access_token"));
    }

    private Outcome known(Provider provider, Metadata known, JWTClaimsSet said, String accessToken) {
        var all = new HashMap<>(said.getClaims());
        boolean complete = has(all, provider.nameClaim()) && has(all, provider.numberClaim());
        if (!complete && known.userInfo().isPresent() && !accessToken.isEmpty()) {
            var more = asking.get(known.userInfo().get(), Map.of("Authorization", "Bearer " + accessToken));
            if (!(more instanceof Asking.Reply.Json json) || json.status() >= 500) return new Outcome.Down();
            if (json.isGood() && !said.getSubject().equals(json.text("sub")))
                return new Outcome.Refused("told of another person");
            if (json.isGood()) json.body().forEach(all::putIfAbsent);
        }
        return new Outcome.Known(new Attested(
                provider,
                said.getSubject(),
                text(all, provider.nameClaim()),
                text(all, provider.numberClaim()),
                provider.worth(text(all, "acr"))));
    }

    private static boolean has(Map<String, Object> said, String claim) {
        return claim.isEmpty() || said.containsKey(claim);
    }

    private static String text(Map<String, Object> said, String claim) {
        if (claim.isEmpty() || !(said.get(claim) instanceof String text)) return "";
        var plain = text.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() > LONGEST_CLAIM ? "" : plain;
    }

    private static Optional<JWTClaimsSet> claims(SignedJWT token) {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet());
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }
}
