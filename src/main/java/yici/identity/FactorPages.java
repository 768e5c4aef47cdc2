package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.View;
import yici.notification.Channel;

/** What a person has to prove themselves with: apps, codes on paper, telephone and mail box. */
@Controller
class FactorPages {

    private final Factors factors;
    private final Apps apps;
    private final RecoveryCodes recovery;
    private final Reached reached;
    private final Accounts accounts;
    private final ProveMore proveMore;
    private final Sessions sessions;
    private final Ways ways;
    private final List<OtherWay> others;

    FactorPages(
            Factors factors,
            Apps apps,
            RecoveryCodes recovery,
            Reached reached,
            Accounts accounts,
            ProveMore proveMore,
            Sessions sessions,
            Ways ways,
            List<OtherWay> others) {
        this.ways = ways;
        this.others = others;
        this.factors = factors;
        this.apps = apps;
        this.recovery = recovery;
        this.reached = reached;
        this.accounts = accounts;
        this.proveMore = proveMore;
        this.sessions = sessions;
    }

    @GetMapping("/account/factors")
    Page factors(View view, SignedIn me, @RequestParam(defaultValue = "") String to) {
        var person = me.person();
        var mine = new Factors.Mine(
                apps.of(person),
                recovery.left(person),
                reached.at(person, Channel.SMS).map(Masked::phone),
                reached.at(person, Channel.MAIL).map(Channel.MAIL::masked),
                StaffRule.owesFactor(me),
                ways.hasStaffFactor(person));
        var elsewhere =
                others.stream().flatMap(way -> way.toManage(view, me).stream()).toList();
        return Page.of(
                out -> JtefactorsGenerated.render(out, Page.PLAIN, view, mine, BackTo.orElse(to, ""), elsewhere));
    }

    @GetMapping("/account/factors/app")
    Page app(View view, SignedIn me, @RequestParam(defaultValue = "") String to) {
        return app(200, view, me, factors.begin(me), "", Map.of(), BackTo.orElse(to, ""));
    }

    @PostMapping("/account/factors/app")
    Page addApp(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String setup,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sealed = decoded(setup);
        var back = BackTo.orElse(to, "");
        return switch (factors.addApp(me, sealed, name, answer, view.language())) {
            case Factors.Added.Stale _ -> Page.goTo("/account/factors/app");
            case Factors.Added.Flawed(var flaws) -> app(422, view, me, sealed, name, flaws, back);
            case Factors.Added.Done(var id, var codes) -> {
                var now = shown(view, id, request, response);
                if (!codes.isEmpty()) yield codes(view.of(now.asVisitor()), codes, true, back);
                yield Page.goTo(back.isEmpty() ? "/account/factors" : back);
            }
        };
    }

    /** Whoever has just set an app up has shown that it is at hand. */
    private SignedIn shown(View view, UUID app, HttpServletRequest request, HttpServletResponse response) {
        var session = SessionCookie.read(request).orElseThrow();
        var before = sessions.atDoor(session).orElseThrow();
        var from = FromRequest.of(view, request, response);
        if (!(proveMore.proved(session, before, Proof.Method.TOTP, app.toString(), from)
                instanceof ProveMore.Outcome.Proved(var next, var who))) throw new IllegalStateException("no session");
        SessionCookie.write(next, request, response);
        return who.orElseThrow();
    }

    @PostMapping("/account/factors/app/remove")
    Page removeApp(View view, SignedIn me, @RequestParam UUID id) {
        factors.removeApp(me, id, view.language());
        return Page.goTo("/account/factors");
    }

    @PostMapping("/account/factors/codes")
    Page codes(View view, SignedIn me, HttpServletResponse response) {
        var codes = factors.renewCodes(me, view.language());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return codes(view, codes, false, "");
    }

    private static Page codes(View view, List<String> codes, boolean appAdded, String to) {
        return Page.of(out -> JterecoveryCodesGenerated.render(out, Page.PLAIN, view, codes, appAdded, to));
    }

    private Page app(
            int status, View view, SignedIn me, byte[] setup, String name, Map<String, String> flaws, String to) {
        var secret = factors.secretOf(me, setup).orElseGet(() -> new byte[0]);
        var address = address(view.t("kit.name"), me, secret);
        var sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(setup);
        return Page.of(
                status,
                out -> JteappGenerated.render(
                        out, Page.PLAIN, view, address, Totp.readable(secret), sealed, name, flaws, to));
    }

    /** As authenticator apps read it. */
    private String address(String issuer, SignedIn me, byte[] secret) {
        var login = accounts.find(me.person()).orElseThrow().login();
        return "otpauth://totp/" + encoded(issuer + ":" + login) + "?secret=" + Totp.base32(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] decoded(String setup) {
        try {
            return Base64.getUrlDecoder().decode(setup);
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }
}
