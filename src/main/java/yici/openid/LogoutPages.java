package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import yici.identity.SignOut;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/**
 * Signing out, begun at a party (OpenID Connect RP-Initiated Logout). Who shows an ID token of this very session ends it; anybody else
 * could have sent the person here, so the person is asked.
 */
@Controller
class LogoutPages {

    /**
     * @param back where the party wants the person back, registered by it; empty when it did not say
     * @param hinted the session the party means
     */
    private record Wish(Optional<RelyingParty> party, String back, String state, Optional<UUID> hinted) {

        String backWithState() {
            if (back.isEmpty() || state.isEmpty()) return back;
            return back + (back.contains("?") ? '&' : '?') + "state=" + URLEncoder.encode(state, UTF_8);
        }
    }

    private final RelyingParties parties;
    private final Tokens tokens;
    private final Visits visits;
    private final SignOut signOut;
    private final Issuer issuer;

    LogoutPages(RelyingParties parties, Tokens tokens, Visits visits, SignOut signOut, Issuer issuer) {
        this.parties = parties;
        this.tokens = tokens;
        this.visits = visits;
        this.signOut = signOut;
        this.issuer = issuer;
    }

    @RequestMapping(
            path = "/connect/logout",
            method = {RequestMethod.GET, RequestMethod.POST})
    Page logout(View view, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
        var sent = Parameters.of(request);
        var wish = wish(sent, request);
        if (wish.isEmpty()) return AuthorizePages.trouble(view, Trouble.WRONG_RETURN);
        if (me.isEmpty()) return done(view, wish.get(), false);

        boolean meansThisSession = wish.get()
                .hinted()
                .flatMap(visits::find)
                .filter(visit -> visit.signOn().equals(me.get().signOn().id()))
                .isPresent();
        if (!meansThisSession) return ask(view, wish.get(), sent);
        signOut.here(me.get(), request, response);
        return done(view, wish.get(), false);
    }

    @PostMapping("/connect/logout/yes")
    Page yes(View view, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
        var wish = wish(Parameters.of(request), request);
        if (wish.isEmpty()) return AuthorizePages.trouble(view, Trouble.WRONG_RETURN);
        me.ifPresent(who -> signOut.here(who, request, response));
        return done(view, wish.get(), true);
    }

    @GetMapping("/connect/signed-out")
    Page signedOut(View view) {
        return Page.of(out -> JtesignedOutGenerated.render(out, Page.PLAIN, view));
    }

    /** Empty where the person is to be sent to an address that nobody registered. */
    private Optional<Wish> wish(Parameters sent, HttpServletRequest request) {
        if (sent.twice().isPresent() || sent.tooLarge()) return Optional.empty();
        var hint = issuer.find(request).flatMap(name -> tokens.readHint(sent.get("id_token_hint"), name));
        var named = sent.get("client_id");
        var party = hint.map(token -> token.getAudience().getFirst())
                .or(() -> Optional.of(named))
                .filter(id -> named.isEmpty() || id.equals(named))
                .flatMap(parties::find);
        var back = sent.get("post_logout_redirect_uri");
        boolean known = back.isEmpty()
                || party.filter(one -> one.postLogoutUris().contains(back)).isPresent();
        if (!known || sent.get("state").length() > Bounds.PARAMETER) return Optional.empty();
        return Optional.of(
                new Wish(party, back, sent.get("state"), party.flatMap(_ -> hint.flatMap(LogoutPages::sid))));
    }

    private static Optional<UUID> sid(JWTClaimsSet hint) {
        return Optional.ofNullable(hint.getClaim("sid")).map(sid -> UUID.fromString(sid.toString()));
    }

    private static Page ask(View view, Wish wish, Parameters sent) {
        var party = wish.party().map(RelyingParty::name);
        return Page.of(out -> JtelogoutGenerated.render(out, Page.PLAIN, view, party, sent));
    }

    private static Page done(View view, Wish wish, boolean afterForm) {
        if (wish.back().isEmpty()) return Page.goTo("/connect/signed-out");
        if (!afterForm) return Page.leaveFor(wish.backWithState());
        var name = wish.party().map(RelyingParty::name).map(view::t).orElse("");
        return Page.of(out -> JtegoingOnGenerated.render(out, Page.PLAIN, view, wish.backWithState(), name));
    }
}
