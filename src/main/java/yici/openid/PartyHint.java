package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import yici.identity.LoginHint;

/** {@code login_hint}, out of the sealed question the browser keeps: it stands in no address of ours and in no log. */
@Component
class PartyHint implements LoginHint {

    private static final Pattern RESUME = Pattern.compile("/oauth2/resume\\?asked=([0-9a-f]{8})");
    private static final int LONGEST = 100;

    private final AskedCookie cookie;

    PartyHint(AskedCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public String of(String to, HttpServletRequest request) {
        var way = RESUME.matcher(to);
        if (!way.matches()) return "";
        return cookie.find(way.group(1), request)
                .map(asked -> asked.parameters().get("login_hint"))
                .map(hint -> hint.replaceAll("\\p{Cntrl}", "").strip())
                .filter(hint -> hint.length() <= LONGEST)
                .orElse("");
    }
}
