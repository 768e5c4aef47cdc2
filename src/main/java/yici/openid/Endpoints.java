package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What programs call that the framework does not answer: the description, the keys, pushed requests. */
@Controller
class Endpoints {

    private static final String KEPT_FOR_AN_HOUR = "public, max-age=3600";

    private final Issuer issuer;
    private final Describe describe;
    private final SigningKeys keys;
    private final PushRequest pushRequest;
    private final Callers callers;
    private final Sightings sightings;

    Endpoints(
            Issuer issuer,
            Describe describe,
            SigningKeys keys,
            PushRequest pushRequest,
            Callers callers,
            Sightings sightings) {
        this.issuer = issuer;
        this.describe = describe;
        this.keys = keys;
        this.pushRequest = pushRequest;
        this.callers = callers;
        this.sightings = sightings;
    }

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    void description(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_FOR_AN_HOUR);
        Answers.write(200, describe.provider(issuer.of(request)), response);
    }

    @GetMapping("/oauth2/jwks")
    void keys(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_FOR_AN_HOUR);
        Answers.write(200, keys.published().toJSONObject(true), response);
    }

    @PostMapping("/oauth2/par")
    void push(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var caller = SecurityContextHolder.getContext().getAuthentication();
            if (caller == null) throw Refusal.of(Refusal.INVALID_CLIENT, "the client did not say who it is");
            var party = callers.party(caller);
            var told = new LinkedHashMap<String, Object>(Map.of("request_uri", pushRequest.push(party, request)));
            told.put("expires_in", Bounds.PUSHED.toSeconds());
            Answers.write(201, told, response);
        } catch (OAuth2AuthenticationException refused) {
            sightings.refused(request, refused);
            Answers.refuse(refused, request, response);
        }
    }
}
