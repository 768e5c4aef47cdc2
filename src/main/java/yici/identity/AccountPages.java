package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.notification.Channel;

/** A person's own account: what is kept, how to be reached, password, open sessions. */
@Controller
class AccountPages {

    private static final Set<String> ACTS = Set.of("contact", "password", "reach", "session", "recovery-stopped");

    private final Accounts accounts;
    private final Sessions sessions;
    private final ChangeContact changeContact;
    private final ChangePassword changePassword;
    private final SignOut signOut;
    private final Reached reached;
    private final Devices devices;
    private final CounterRecoveries recoveries;
    private final Clock clock;
    private final Areas areas;
    private final Bodies bodies;

    AccountPages(
            Accounts accounts,
            Sessions sessions,
            ChangeContact changeContact,
            ChangePassword changePassword,
            SignOut signOut,
            Reached reached,
            Devices devices,
            CounterRecoveries recoveries,
            Clock clock,
            Areas areas,
            Bodies bodies) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.changeContact = changeContact;
        this.changePassword = changePassword;
        this.signOut = signOut;
        this.reached = reached;
        this.devices = devices;
        this.recoveries = recoveries;
        this.clock = clock;
        this.areas = areas;
        this.bodies = bodies;
    }

    @GetMapping("/account")
    Page account(View view, SignedIn me, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(200, view, mine(me, ACTS.contains(done) ? "identity.account.done." + done : "", request));
    }

    @PostMapping("/account/contact")
    Page contact(View view, SignedIn me, @RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        return switch (changeContact.change(me, address)) {
            case ChangeContact.Outcome.Changed _ -> Page.goTo("/account?done=contact");
            case ChangeContact.Outcome.Flawed(var flaws) ->
                page(422, view, mine(me, "", request).typed(address, flaws));
        };
    }

    @PostMapping("/account/password")
    Page password(
            View view,
            SignedIn me,
            @RequestParam(name = "current-password", defaultValue = "") String current,
            @RequestParam(name = "next-password", defaultValue = "") String next,
            HttpServletRequest request) {
        var session = SessionCookie.read(request).orElseThrow();
        return switch (changePassword.change(me, session, current, next, request.getRemoteAddr())) {
            case ChangePassword.Outcome.Changed _ -> Page.goTo("/account?done=password");
            case ChangePassword.Outcome.Flawed(var flaws) ->
                page(422, view, mine(me, "", request).flawed(flaws));
            case ChangePassword.Outcome.TooMany _ ->
                page(429, view, mine(me, "", request).flawed(Map.of("current-password", "identity.password.too-many")));
        };
    }

    @PostMapping("/account/sign-out-everywhere")
    Page everywhere(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        signOut.everywhere(me);
        SessionCookie.remove(request, response);
        return Page.goTo("/connect/signed-out");
    }

    @PostMapping("/account/sessions/end")
    Page endSession(SignedIn me, @RequestParam UUID session) {
        signOut.there(me, session);
        return Page.goTo("/account?done=session");
    }

    private MyAccount mine(SignedIn me, String done, HttpServletRequest request) {
        var account = accounts.find(me.person()).orElseThrow(() -> new NotFound("account"));
        return new MyAccount(
                account,
                reached.at(me.person(), Channel.SMS)
                        .filter(account.phone()::equals)
                        .isPresent(),
                reached.at(me.person(), Channel.MAIL).orElse(""),
                account.address(),
                me.posts().stream().map(this::held).toList(),
                accounts.hasTemporaryPassword(me.person()),
                sessions.openOf(me, SessionCookie.read(request)),
                devices.of(me.person()),
                recoveries.waiting(me.person(), clock.instant()),
                Map.of(),
                done);
    }

    private MyAccount.Held held(Post post) {
        return new MyAccount.Held(
                "identity.role." + Flaws.key(post.role()),
                post.body()
                        .map(body -> bodies.get(body).name())
                        .orElseGet(() -> areas.get(post.area()).name()));
    }

    private static Page page(int status, View view, MyAccount mine) {
        return Page.of(status, out -> JteaccountGenerated.render(out, Page.PLAIN, view, mine));
    }
}
