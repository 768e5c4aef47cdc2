package yici.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import yici.kit.Page;
import yici.kit.View;

/** Where somebody goes who has just shown who they are: on with what was typed, back to the page asked for, or to the own pages. */
@Component
class GoOn {

    private final Seal seal;

    GoOn(Seal seal) {
        this.seal = seal;
    }

    /** @param kept sealed entries; may be empty */
    Page from(View view, SignedIn who, String to, String kept) {
        if (!kept.isEmpty()) return withEntries(view.of(who.asVisitor()), who, kept);
        if (StaffRule.owesFactor(who))
            return Page.goTo("/account/factors" + (to.isEmpty() ? "" : "?to=" + encoded(to)));
        return Page.goTo(to.isEmpty() ? who.home() : to);
    }

    private Page withEntries(View view, SignedIn who, String kept) {
        return switch (seal.open(kept)) {
            case Seal.Opened.Fresh(var entries)
            when entries.owner().filter(owner -> !owner.equals(who.person())).isPresent() ->
                lost(view, "identity.go-on.another-account");
            case Seal.Opened.Fresh(var entries) ->
                Page.of(out -> JtegoOnGenerated.render(out, Page.PLAIN, view, entries, "identity.go-on.signed-in"));
            case Seal.Opened.TooOld _ -> lost(view, "identity.go-on.too-old");
            case Seal.Opened.Broken _ -> lost(view, "identity.go-on.broken");
        };
    }

    static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static Page lost(View view, String why) {
        return Page.of(out -> JtenotKeptGenerated.render(out, Page.PLAIN, view, why));
    }
}
