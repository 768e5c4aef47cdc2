package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** The door for rooms that recognise people by means of their own: what was shown there opens a session here, or raises one. */
@Component
public class Entrance {

    private final OpenSession open;
    private final ProveMore proveMore;
    private final Sessions sessions;
    private final Ways ways;
    private final TellOwner owner;
    private final Accounts accounts;
    private final StepUpScreen stepUp;
    private final SignInScreen signIn;
    private final GoOn goOn;
    private final TransactionTemplate transaction;

    Entrance(
            OpenSession open,
            ProveMore proveMore,
            Sessions sessions,
            Ways ways,
            TellOwner owner,
            Accounts accounts,
            StepUpScreen stepUp,
            SignInScreen signIn,
            GoOn goOn,
            TransactionTemplate transaction) {
        this.open = open;
        this.proveMore = proveMore;
        this.sessions = sessions;
        this.ways = ways;
        this.owner = owner;
        this.accounts = accounts;
        this.stepUp = stepUp;
        this.signIn = signIn;
        this.goOn = goOn;
        this.transaction = transaction;
    }

    /** What belongs to a request that came from the sign-in page. */
    public record From(View view, HttpServletRequest request, HttpServletResponse response) {}

    /**
     * Opens a session for whom was recognised, and goes on.
     *
     * @param authenticator which of several; may be empty
     * @param to an address of ours, nothing else is believed; may be empty
     * @param kept sealed entries; may be empty
     */
    public Page arrive(UUID account, Proof.Method method, String authenticator, String to, String kept, From from) {
        var who = account(account);
        var came = FromRequest.of(from.view(), from.request(), from.response());
        var opened = transaction.execute(_ -> open.open(who, method, authenticator, came));
        carry(opened.token(), from);
        var back = BackTo.orElse(to, "");
        return switch (opened) {
            case OpenSession.Opened.Welcome welcome -> goOn.from(from.view(), welcome.who(), back, kept);
            case OpenSession.Opened.Half(var token) ->
                stepUp.ask(
                        200, from.view(), sessions.atDoor(token).orElseThrow(), StepUpForm.Asked.toArrive(back, kept));
        };
    }

    /** The sign-in page again, with what went wrong. */
    public Page signInAgain(int status, String problem, String argument, String to, String kept, From from) {
        var form = new SignInForm(BackTo.orElse(to, ""), kept, "", "", problem, argument);
        return signIn.show(status, from.view(), form, from.request());
    }

    /** Who is asked for more on the page that asks: signed in, or with something still to show before. */
    public Optional<UUID> whoIsAsked(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::atDoor).map(Sessions.AtDoor::account);
    }

    /** The session knows its person better from now on; goes back to where more was asked for, by what the form carried. */
    public Page proved(UUID account, Proof.Method method, String authenticator, From from) {
        return proved(account, method, authenticator, StepUpForm.Asked.of(from.request()), from);
    }

    /** The same for who comes back from elsewhere, with what the form had carried. */
    public Page proved(UUID account, Proof.Method method, String authenticator, String to, String kept, From from) {
        var asked = StepUpForm.Asked.toArrive(BackTo.orElse(to, ""), kept);
        return proved(account, method, authenticator, asked, from);
    }

    private Page proved(UUID account, Proof.Method method, String authenticator, StepUpForm.Asked asked, From from) {
        var session = SessionCookie.read(from.request());
        var who = session.flatMap(sessions::atDoor).filter(at -> at.account().equals(account));
        if (who.isEmpty()) return Page.goTo("/sign-in");

        var came = FromRequest.of(from.view(), from.request(), from.response());
        return switch (proveMore.proved(session.orElseThrow(), who.get(), method, authenticator, came)) {
            case ProveMore.Outcome.Proved(var next, var me) -> {
                carry(next, from);
                yield me.map(now -> goOn.from(from.view(), now, asked.to(), asked.kept()))
                        .orElseGet(() -> stepUp.ask(
                                200, from.view(), sessions.atDoor(next).orElseThrow(), asked));
            }
            case ProveMore.Outcome.Wrong _, ProveMore.Outcome.TooMany _, ProveMore.Outcome.Gone _ ->
                Page.goTo("/sign-in");
        };
    }

    /** The page that asks for more again, with what went wrong. */
    public Page proveAgain(int status, Proof.Method method, String problem, From from) {
        return SessionCookie.read(from.request())
                .flatMap(sessions::atDoor)
                .map(who -> stepUp.problem(
                        status, from.view(), who, StepUpForm.Asked.of(from.request()), method, problem, ""))
                .orElseGet(() -> Page.goTo("/sign-in"));
    }

    /** Whoever has just added a way to show who they are has shown it: the session knows. */
    public void alsoShown(SignedIn me, Proof.Method method, String authenticator, From from) {
        var session = SessionCookie.read(from.request()).orElseThrow();
        var before = sessions.atDoor(session).orElseThrow();
        var came = FromRequest.of(from.view(), from.request(), from.response());
        if (before.account().equals(me.person())
                && proveMore.proved(session, before, method, authenticator, came)
                        instanceof ProveMore.Outcome.Proved proved) carry(proved.next(), from);
    }

    /**
     * For changes to the account itself.
     *
     * @throws StepUp when the person has not shown just now who they are, with a second factor where there is one
     */
    public void requireForOwnAccount(SignedIn me) {
        ways.requireForOwnAccount(me);
    }

    /**
     * To be called in the same transaction by whoever adds or removes a way to show who one is; the person is told.
     *
     * @param notice key of the words, with {@code {0}} for the argument and {@code {1}} for the time
     */
    public void factorsChanged(UUID account, String notice, String argument, Language language) {
        ways.changed(account);
        owner.tell(account, notice, language, argument);
    }

    /** Whether a member of staff keeps what staff must have, when the last of this kind goes. */
    public boolean hasStaffFactorBeside(UUID account, Proof.Method method) {
        return ways.hasStaffFactorBeside(account, method);
    }

    public Account account(UUID id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("account"));
    }

    /** The browser as its person recognises it; empty for what is none we know. */
    public static String browser(HttpServletRequest request) {
        return Device.of(
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
    }

    private static void carry(Token token, From from) {
        SessionCookie.write(token, from.request(), from.response());
        from.response().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
