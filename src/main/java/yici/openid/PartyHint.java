package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import yici.identity.LoginHint;
import yici.kit.Translated;

/** {@code login_hint} and who asks, out of the sealed question the browser keeps: they stand in no address of ours and in no log. */
@Component
class PartyHint implements LoginHint {

    private static final Pattern RESUME = Pattern.compile("/oauth2/resume\\?asked=([0-9a-f]{8})");
    private static final int LONGEST = 100;

    private final AskedCookie cookie;
    private final RelyingParties parties;

    PartyHint(AskedCookie cookie, RelyingParties parties) {
        this.cookie = cookie;
        this.parties = parties;
    }

    @Override
    public String of(String to, HttpServletRequest request) {
        return parameter("login_hint", to, request)
                .map(hint -> hint.replaceAll("\\p{Cntrl}", "").strip())
                .filter(hint -> hint.length() <= LONGEST)
                .orElse("");
    }

    @Override
    public Optional<Translated> whoAsks(String to, HttpServletRequest request) {
        return parameter("client_id", to, request).flatMap(parties::find).map(RelyingParty::name);
    }

    private Optional<String> parameter(String name, String to, HttpServletRequest request) {
        var way = RESUME.matcher(to);
        if (!way.matches()) return Optional.empty();
        return cookie.find(way.group(1), request)
                .map(asked -> asked.parameters().get(name));
    }
}
