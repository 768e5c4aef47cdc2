package yici.mandate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /acting: for whom somebody acts, and back to oneself with one click from every page. */
@Controller
class ActingPages {

    private static final String SELF = "self";

    private final ListParties parties;
    private final SwitchParty switchParty;
    private final Mandates mandates;
    private final Accounts accounts;
    private final Named named;
    private final Clock clock;

    ActingPages(
            ListParties parties,
            SwitchParty switchParty,
            Mandates mandates,
            Accounts accounts,
            Named named,
            Clock clock) {
        this.parties = parties;
        this.mandates = mandates;
        this.accounts = accounts;
        this.clock = clock;
        this.switchParty = switchParty;
        this.named = named;
    }

    @GetMapping("/acting")
    Page choose(View view, SignedIn me) {
        return page(200, view, me, "");
    }

    @PostMapping("/acting")
    Page act(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = SELF) String as,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (as.equals(SELF)) {
            switchParty.back(me, request, response);
            return Page.goTo("/acting");
        }
        return switch (switchParty.to(me, as, request, response)) {
            case SwitchParty.Switched.Acting _ -> Page.goTo("/my");
            case SwitchParty.Switched.NotAllowed _ -> page(403, view, me, "mandate.acting.not-allowed");
            case SwitchParty.Switched.NotAvailable _ -> page(503, view, me, "mandate.acting.not-available");
            case SwitchParty.Switched.SignedOut _ -> Page.goTo("/sign-in?to=/acting");
        };
    }

    private Page page(int status, View view, SignedIn me, String problem) {
        var listing = parties.of(me);
        var offered = offered(me);
        return Page.of(
                status, out -> JteactingGenerated.render(out, Page.PLAIN, view, me, listing, named, offered, problem));
    }

    private List<Mandate> offered(SignedIn me) {
        var now = clock.instant();
        return accounts.find(me.person()).map(person -> mandates.to(person.id(), person.number())).stream()
                .flatMap(List::stream)
                .filter(mandate -> mandate.at(now) == Mandate.State.OFFERED)
                .toList();
    }
}
