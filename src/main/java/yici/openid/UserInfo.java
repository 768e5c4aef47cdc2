package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** What a party may know of the person, by the access token: in the header, or in a posted form. */
@Controller
class UserInfo {

    /** Who shows nothing is told how to, and no error (RFC 6750, 3.1). */
    private static final String NO_TOKEN = "no_token";

    private record Shown(String token, boolean bound) {}

    private final StandingTokens standing;
    private final KeyProofs proofs;
    private final ClaimsOf claims;
    private final Issuer issuer;
    private final Sightings sightings;

    UserInfo(StandingTokens standing, KeyProofs proofs, ClaimsOf claims, Issuer issuer, Sightings sightings) {
        this.standing = standing;
        this.proofs = proofs;
        this.claims = claims;
        this.issuer = issuer;
        this.sightings = sightings;
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Answers.write(200, told(request), response);
        } catch (OAuth2AuthenticationException refused) {
            refuse(refused, response);
        }
    }

    private Map<String, Object> told(HttpServletRequest request) {
        var shown = shown(request).orElseThrow(() -> Refusal.of(NO_TOKEN, "no token"));
        var found = standing.find(shown.token(), issuer.of(request))
                .orElseThrow(() -> Refusal.of("invalid_token", "the token is not good, or no more"));
        checkHolder(found, shown, request);
        var visit = found.visit().orElseThrow(() -> Refusal.of("insufficient_scope", "the token is nobody's"));
        var scopes = Scopes.read(String.valueOf(found.claims().getClaim("scope")));
        if (!scopes.contains(Scopes.OPENID)) throw Refusal.of("insufficient_scope", "scope openid is missing");

        var byName = asked(found);
        var names = new LinkedHashSet<>(Scopes.claimsOf(scopes));
        names.addAll(byName);
        var granted = new ClaimsAsked(java.util.Set.of(), new LinkedHashSet<>(byName), List.of(), "").with(scopes);
        sightings.saw(String.valueOf(found.claims().getClaim("client_id")), PartyFigures.What.ASKED_WHO);
        var told = new LinkedHashMap<String, Object>();
        told.put("sub", found.claims().getSubject());
        told.putAll(claims.of(visit.person(), names, granted));
        Optional.ofNullable(found.claims().getClaim("acting_for")).ifPresent(acting -> told.put("acting_for", acting));
        return told;
    }

    private static List<String> asked(StandingTokens.Standing found) {
        try {
            return Optional.ofNullable(found.claims().getStringListClaim("userinfo"))
                    .orElse(List.of());
        } catch (ParseException notOurs) {
            return List.of();
        }
    }

    private static Optional<Shown> shown(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        var posted = request.getMethod().equals("POST") && request.getQueryString() == null
                ? Optional.ofNullable(request.getParameter("access_token")).orElse("")
                : "";
        if (!header.isEmpty() && !posted.isEmpty())
            throw Refusal.of(Refusal.INVALID_REQUEST, "the token came in two ways");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7))
            return Optional.of(new Shown(header.substring(7).strip(), false));
        if (header.regionMatches(true, 0, "DPoP ", 0, 5))
            return Optional.of(new Shown(header.substring(5).strip(), true));
        return posted.isEmpty() ? Optional.empty() : Optional.of(new Shown(posted, false));
    }

    /** A token that is bound to a key is good with a fresh proof of that key, and only so. */
    private void checkHolder(StandingTokens.Standing found, Shown shown, HttpServletRequest request) {
        var bound = found.claims().getClaim("cnf") instanceof Map<?, ?> confirmed
                ? String.valueOf(confirmed.get("jkt"))
                : "";
        if (bound.isEmpty() != !shown.bound())
            throw Refusal.of(
                    "invalid_token", bound.isEmpty() ? "the token is bound to no key" : "the token needs a DPoP proof");
        if (bound.isEmpty()) return;
        var sent = Collections.list(request.getHeaders("DPoP"));
        if (sent.size() != 1) throw KeyProofs.refused("one proof, please");
        var call =
                new KeyProofs.Call(request.getMethod(), issuer.of(request) + "/userinfo", Optional.of(shown.token()));
        var proof = proofs.check(sent.getFirst(), call);
        if (!proof.keyHash().equals(bound)) throw Refusal.of("invalid_token", "the token is bound to another key");
        proofs.spend(proof);
    }

    /** RFC 6750, 3, and RFC 9449, 7.1. */
    private static void refuse(OAuth2AuthenticationException problem, HttpServletResponse response) throws IOException {
        var code = problem.getError().getErrorCode();
        int status = switch (code) {
            case Refusal.INVALID_REQUEST -> 400;
            case "insufficient_scope" -> 403;
            default -> 401;
        };
        var sentence = String.valueOf(problem.getError().getDescription());
        var why = code.equals(NO_TOKEN) ? "" : ", error=\"" + code + "\", error_description=\"" + sentence + "\"";
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"yici\"" + why);
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "DPoP realm=\"yici\", algs=\"" + Signatures.said(Signatures.FAPI, " ") + "\"" + why);
        if (code.equals(NO_TOKEN)) response.setStatus(status);
        else Answers.write(status, Map.of("error", code, "error_description", sentence), response);
    }
}
