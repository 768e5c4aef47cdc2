package yici.mandate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.attachment.Attachments;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** For officers: help a citizen at the counter, decide guardianships. */
@Controller
class CounterPages {

    private final HelpAtCounter helpAtCounter;
    private final Guardianship guardianship;
    private final Mandates mandates;
    private final Attachments attachments;
    private final Named named;
    private final Policy policy;
    private final Clock clock;

    CounterPages(
            HelpAtCounter helpAtCounter,
            Guardianship guardianship,
            Mandates mandates,
            Attachments attachments,
            Named named,
            Policy policy,
            Clock clock) {
        this.helpAtCounter = helpAtCounter;
        this.guardianship = guardianship;
        this.mandates = mandates;
        this.attachments = attachments;
        this.named = named;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/desk/help")
    Page ask(View view, SignedIn me) {
        policy.check(me, Deed.HELP_AT_COUNTER);
        return form(200, view, new HelpAtCounter.Typed("", "RESIDENT_ID", "", "", false), Map.of());
    }

    @PostMapping("/desk/help")
    Page begin(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "false") boolean compared) {
        var typed = new HelpAtCounter.Typed(name, document, number, nationality, compared);
        return switch (helpAtCounter.begin(me, typed)) {
            case HelpAtCounter.Begun.Helping(var mandate) -> Page.goTo("/desk/help/" + mandate.reference());
            case HelpAtCounter.Begun.Flawed(var flaws) -> form(422, view, typed, flaws);
        };
    }

    private static Page form(int status, View view, HelpAtCounter.Typed typed, Map<String, String> flaws) {
        return Page.of(status, out -> JtehelpGenerated.render(out, Page.PLAIN, view, typed, flaws));
    }

    /** The citizen's receipt; the officer who helps prints it. */
    @GetMapping("/desk/help/{code}")
    Page receipt(View view, SignedIn me, @PathVariable String code) {
        var mandate = mandates.byCode(code)
                .filter(m -> m.grantee().filter(me.person()::equals).isPresent())
                .orElseThrow(() -> new NotFound("help " + code));
        boolean open = mandate.at(clock.instant()) == Mandate.State.IN_FORCE;
        return Page.of(out -> JtehelpReceiptGenerated.render(out, Page.PLAIN, view, mandate, named, open));
    }

    @GetMapping("/desk/guardianships")
    Page guardianships(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        return list(200, view, me, done.equals("true") ? "mandate.guardianships.done" : "");
    }

    @PostMapping("/desk/guardianships/{id}")
    Page decide(
            View view,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        boolean grant = decision.equals("grant");
        return guardianship.decide(me, id, grant, reason)
                ? Page.goTo("/desk/guardianships?done=true")
                : list(422, view, me, "mandate.guardianships.reason");
    }

    @GetMapping("/desk/guardianships/{id}/file")
    ResponseEntity<Resource> file(SignedIn me, @PathVariable UUID id) {
        return guardianship
                .find(me, id)
                .flatMap(Mandate::attachment)
                .flatMap(attachments::findForStaff)
                .map(attachments::show)
                .orElseThrow(() -> new NotFound("file of " + id));
    }

    private Page list(int status, View view, SignedIn me, String said) {
        policy.check(me, Deed.DECIDE_GUARDIANSHIP);
        List<Mandate> waiting = guardianship.waiting(me);
        return Page.of(status, out -> JteguardianshipsGenerated.render(out, Page.PLAIN, view, waiting, named, said));
    }
}
