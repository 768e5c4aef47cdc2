package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import yici.kit.Page;
import yici.kit.View;

/** What the gate shows when a form comes in and cannot be taken just now: nothing that was typed is lost. */
@Component
public class KeptEntries {

    private final Seal seal;
    private final Sessions sessions;
    private final StepUpScreen screen;
    private final SignInScreen signIn;

    KeptEntries(Seal seal, Sessions sessions, StepUpScreen screen, SignInScreen signIn) {
        this.seal = seal;
        this.sessions = sessions;
        this.screen = screen;
        this.signIn = signIn;
    }

    /** Nobody is signed in, any more or yet: sign in, then go on. */
    public Page signInFirst(HttpServletRequest request, View view) {
        boolean wasSignedIn = SessionCookie.read(request).isPresent();
        var entries = Entries.of(request, sessions.lastOwner(request));
        var sealed = seal.close(entries);
        var form = SignInForm.empty(entries.back());
        return signIn.show(
                401,
                view,
                sealed.map(kept -> form.keeping(kept, wasSignedIn))
                        .orElseGet(() -> form.noting("identity.kept.too-large")),
                request);
    }

    /** The person is known, but not well enough for what the form asks: show more, then go on. */
    public Page stepUp(HttpServletRequest request, View view, StepUp problem) {
        var who = SessionCookie.read(request).flatMap(sessions::atDoor);
        if (who.isEmpty()) return signInFirst(request, view);

        var entries = Entries.of(request, sessions.lastOwner(request));
        var asked =
                StepUpForm.Asked.of(problem, entries.back(), seal.close(entries).orElse(""));
        return screen.ask(401, view, who.get(), asked);
    }

    /** Where a page that is asked for, without anything typed, sends whoever has to show more first. */
    public static String stepUpAddress(StepUp problem, String here) {
        var asked = StepUpForm.Asked.of(problem, here, "");
        return "/step-up?level=" + asked.level() + "&shown=" + asked.shown() + "&age=" + asked.age() + "&to="
                + GoOn.encoded(here);
    }

    /** The form's token is missing or old while all else is well: press the button once more. */
    public Page goOn(HttpServletRequest request, View view) {
        var entries = Entries.of(request, sessions.lastOwner(request));
        return Page.of(
                403,
                out -> JtegoOnGenerated.render(out, Page.PLAIN, view, entries, "identity.go-on.page-was-open-long"));
    }
}
