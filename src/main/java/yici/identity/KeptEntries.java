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

    KeptEntries(Seal seal, Sessions sessions) {
        this.seal = seal;
        this.sessions = sessions;
    }

    /** Nobody is signed in, any more or yet: sign in, then go on. */
    public Page signInFirst(HttpServletRequest request, View view) {
        boolean wasSignedIn = SessionCookie.read(request).isPresent();
        var entries = Entries.of(request, sessions.lastOwner(request));
        var sealed = seal.close(entries);
        var form = SignInForm.empty(entries.back());
        return Page.of(
                401,
                out -> JtesignInGenerated.render(
                        out,
                        Page.PLAIN,
                        view,
                        sealed.map(kept -> form.keeping(kept, wasSignedIn))
                                .orElseGet(() -> form.noting("identity.kept.too-large"))));
    }

    /** The form's token is missing or old while all else is well: press the button once more. */
    public Page goOn(HttpServletRequest request, View view) {
        var entries = Entries.of(request, sessions.lastOwner(request));
        return Page.of(
                403,
                out -> JtegoOnGenerated.render(out, Page.PLAIN, view, entries, "identity.go-on.page-was-open-long"));
    }
}
