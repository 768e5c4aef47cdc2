package yici.openid;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** Reads what a party asks. What is wrong goes back to the party by its code, but only once it is sure that this is where to go. */
@Component
class ReadRequest {

    sealed interface Reading {
        record Valid(AuthorizationRequest request) implements Reading {}

        /** For the party to hear, at an address that is its own. */
        record Refused(String redirectUri, String state, String code, String sentence) implements Reading {}

        /** Nobody can be sent anywhere: the person reads why. */
        record Broken(Trouble trouble) implements Reading {}
    }

    private static final Set<String> NOT_TAKEN = Set.of("request", "registration");

    private final RelyingParties parties;
    private final Tokens tokens;

    ReadRequest(RelyingParties parties, Tokens tokens) {
        this.parties = parties;
        this.tokens = tokens;
    }

    Reading read(Parameters asked, String issuer) {
        if (asked.tooLarge()) return new Reading.Broken(Trouble.TOO_LARGE);
        var party = parties.find(asked.get("client_id"));
        if (party.isEmpty()) return new Reading.Broken(Trouble.UNKNOWN_PARTY);
        if (!party.get().active()) return new Reading.Broken(Trouble.STOPPED_PARTY);
        var redirect = asked.get("redirect_uri");
        if (!party.get().returnsTo(redirect)) return new Reading.Broken(Trouble.WRONG_RETURN);

        try {
            return new Reading.Valid(request(party.get(), redirect, asked, issuer));
        } catch (Wrong wrong) {
            var state = asked.twice().isEmpty() && asked.get("state").length() <= Bounds.PARAMETER
                    ? asked.get("state")
                    : "";
            return new Reading.Refused(redirect, state, wrong.code, wrong.sentence);
        }
    }

    private AuthorizationRequest request(RelyingParty party, String redirect, Parameters asked, String issuer) {
        asked.twice().ifPresent(name -> {
            throw new Wrong(Refusal.INVALID_REQUEST, name + " came twice");
        });
        for (var name : NOT_TAKEN)
            if (asked.has(name)) throw new Wrong(name + "_not_supported", name + " is not taken here");
        checkFlow(party, asked);
        var claims = ClaimsAsked.read(asked.get("claims"))
                .orElseThrow(
                        () -> new Wrong(Refusal.INVALID_REQUEST, "claims cannot be read, or is too large or too deep"));
        var hint = hint(party, asked, issuer);
        if (!claims.sub().isEmpty() && !hint.isEmpty() && !claims.sub().equals(hint))
            throw new Wrong(Refusal.INVALID_REQUEST, "id_token_hint and claims name two persons");
        var request = new AuthorizationRequest(
                party,
                redirect,
                bounded(asked, "state"),
                scopes(party, asked),
                bounded(asked, "nonce"),
                challenge(party, asked),
                keyHash(asked),
                prompt(asked),
                maxAge(asked),
                List.of(asked.get("acr_values").split(" +")),
                claims,
                claims.sub().isEmpty() ? hint : claims.sub(),
                representee(party, asked),
                language(asked));
        if (!party.scopes().containsAll(request.wanted()))
            throw new Wrong(Refusal.INVALID_SCOPE, "claims names what the client is not registered for");
        return request;
    }

    private static void checkFlow(RelyingParty party, Parameters asked) {
        if (!asked.has("response_type")) throw new Wrong(Refusal.INVALID_REQUEST, "response_type is missing");
        if (!asked.get("response_type").equals("code"))
            throw new Wrong("unsupported_response_type", "response_type must be code");
        if (asked.has("response_mode") && !asked.get("response_mode").equals("query"))
            throw new Wrong(Refusal.INVALID_REQUEST, "response_mode must be query");
        if (!party.may(AuthorizationGrantType.AUTHORIZATION_CODE))
            throw new Wrong(Refusal.UNAUTHORIZED_CLIENT, "the client signs nobody on");
    }

    /** What nobody knows is passed over (OpenID Connect Core, 3.1.2.1); what is known but not theirs is refused. */
    private static Set<String> scopes(RelyingParty party, Parameters asked) {
        var scopes = new LinkedHashSet<String>();
        for (var scope : Scopes.read(bounded(asked, "scope"))) {
            if (party.scopes().contains(scope)) scopes.add(scope);
            else if (Scopes.ALL.contains(scope))
                throw new Wrong(Refusal.INVALID_SCOPE, "the client is not registered for " + scope);
        }
        if (scopes.isEmpty()) throw new Wrong(Refusal.INVALID_SCOPE, "scope names nothing that the client may ask for");
        return scopes;
    }

    /** Whom nobody knows is no error here: the token says that they were not allowed. */
    private static Optional<String> representee(RelyingParty party, Parameters asked) {
        var named = Scopes.read(asked.get("scope")).stream()
                .filter(scope -> scope.startsWith(Scopes.REPRESENTEE))
                .map(scope -> scope.substring(Scopes.REPRESENTEE.length()))
                .toList();
        if (named.isEmpty()) return Optional.empty();
        if (named.size() > 1) throw new Wrong(Refusal.INVALID_SCOPE, "a person acts for one at a time");
        if (!party.scopes().contains(Scopes.REPRESENTEE_LIST))
            throw new Wrong(Refusal.INVALID_SCOPE, "the client is not registered for " + Scopes.REPRESENTEE_LIST);
        if (named.getFirst().length() > 100) throw new Wrong(Refusal.INVALID_SCOPE, "this is no representee");
        return Optional.of(named.getFirst());
    }

    private static String challenge(RelyingParty party, Parameters asked) {
        var challenge = asked.get("code_challenge");
        if (challenge.isEmpty() && !asked.has("code_challenge_method") && party.withoutPkce()) return "";
        if (!challenge.matches("[A-Za-z0-9_-]{43}")
                || !asked.get("code_challenge_method").equals("S256"))
            throw new Wrong(Refusal.INVALID_REQUEST, "code_challenge with method S256 is required");
        return challenge;
    }

    private static String keyHash(Parameters asked) {
        var hash = asked.get("dpop_jkt");
        if (!hash.isEmpty() && !hash.matches("[A-Za-z0-9_-]{43}"))
            throw new Wrong(Refusal.INVALID_REQUEST, "dpop_jkt is no thumbprint");
        return hash;
    }

    private static Set<AuthorizationRequest.Prompt> prompt(Parameters asked) {
        var prompts = new LinkedHashSet<AuthorizationRequest.Prompt>();
        if (asked.has("prompt"))
            for (var name : Scopes.read(bounded(asked, "prompt")))
                prompts.add(Arrays.stream(AuthorizationRequest.Prompt.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Wrong(Refusal.INVALID_REQUEST, "prompt is unknown")));
        if (prompts.contains(AuthorizationRequest.Prompt.NONE) && prompts.size() > 1)
            throw new Wrong(Refusal.INVALID_REQUEST, "prompt none stands alone");
        return prompts;
    }

    private static Optional<Duration> maxAge(Parameters asked) {
        var age = asked.get("max_age");
        if (age.isEmpty()) return Optional.empty();
        if (!age.matches("[0-9]{1,9}")) throw new Wrong(Refusal.INVALID_REQUEST, "max_age is no number of seconds");
        return Optional.of(Duration.ofSeconds(Long.parseLong(age)));
    }

    /** Whom the party believes to be there, by the name it knows them by. */
    private String hint(RelyingParty party, Parameters asked, String issuer) {
        if (!asked.has("id_token_hint")) return "";
        return tokens.readHint(asked.get("id_token_hint"), issuer)
                .filter(token -> token.getAudience().contains(party.clientId()))
                .map(token -> token.getSubject())
                .orElseThrow(() -> new Wrong(Refusal.INVALID_REQUEST, "id_token_hint is no ID token of this client"));
    }

    private static Optional<String> language(Parameters asked) {
        return Arrays.stream(asked.get("ui_locales").split(" +"))
                .limit(10)
                .map(tag -> Language.of(Locale.forLanguageTag(tag).getLanguage()))
                .flatMap(Optional::stream)
                .map(Language::code)
                .findFirst();
    }

    private static String bounded(Parameters asked, String name) {
        var value = asked.get(name);
        if (value.length() > Bounds.PARAMETER) throw new Wrong(Refusal.INVALID_REQUEST, name + " is too long");
        return value;
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String sentence;

        Wrong(String code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
            this.sentence = sentence;
        }
    }
}
