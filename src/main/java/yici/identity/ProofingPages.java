package yici.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** /account/proofing: how well the province knows whose account it is, and how to be known better; and the officers' side at the counter. */
@Controller
class ProofingPages {

    private static final Set<String> SAID = Set.of(
            "matched",
            "different-name",
            "different-phone",
            "not-known",
            "not-available",
            "same",
            "different",
            "open",
            "unavailable");

    /**
     * @param firm signed in by a password of its own: its way up is that persons act for it
     * @param said key of words on what has just happened; may be empty
     */
    record Mine(Trust level, List<Proofing> events, boolean canMatch, boolean canShowFace, boolean firm, String said) {}

    private final Proofings proofings;
    private final MatchRegister matchRegister;
    private final CheckFace checkFace;
    private final ProofAtCounter proofAtCounter;
    private final Policy policy;
    private final Clock clock;

    ProofingPages(
            Proofings proofings,
            MatchRegister matchRegister,
            CheckFace checkFace,
            ProofAtCounter proofAtCounter,
            Policy policy,
            Clock clock) {
        this.proofings = proofings;
        this.matchRegister = matchRegister;
        this.checkFace = checkFace;
        this.proofAtCounter = proofAtCounter;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/account/proofing")
    Page mine(View view, SignedIn me, @RequestParam(defaultValue = "") String said) {
        var level = proofings.level(me.person());
        boolean person = me.asOneself().kind() == SignedIn.Kind.PERSON;
        var shown = new Mine(
                level,
                proofings.of(me.person()),
                person && level == Trust.LEVEL_2,
                level == Trust.LEVEL_3 && checkFace.isPossible(me.person()),
                me.asOneself().kind() == SignedIn.Kind.FIRM,
                SAID.contains(said) ? "identity.proofing.said." + said : "");
        return Page.of(out -> JteproofingGenerated.render(out, Page.PLAIN, view, shown, clock.instant()));
    }

    @PostMapping("/account/proofing/register")
    Page match(SignedIn me) {
        return Page.goTo("/account/proofing?said=" + word(matchRegister.match(me.person())));
    }

    @PostMapping("/account/proofing/face")
    Page face(SignedIn me) {
        return Page.goTo(checkFace.begin(me).orElse("/account/proofing"));
    }

    @GetMapping("/account/proofing/face/{reference}")
    Page faceDone(SignedIn me, @PathVariable UUID reference) {
        return Page.goTo("/account/proofing?said=" + word(checkFace.finish(me, reference)));
    }

    @GetMapping("/desk/proofing")
    Page counter(View view, SignedIn me) {
        policy.check(me, Deed.HELP_AT_COUNTER);
        return counter(200, view, new ProofAtCounter.Typed("", "RESIDENT_ID", "", "", "", false), Map.of(), "");
    }

    @PostMapping("/desk/proofing")
    Page proof(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "") String expires,
            @RequestParam(defaultValue = "false") boolean compared) {
        var typed = new ProofAtCounter.Typed(name, document, number, nationality, expires, compared);
        return switch (proofAtCounter.proof(me, typed)) {
            case ProofAtCounter.Outcome.Proofed(var whose) ->
                counter(200, view, new ProofAtCounter.Typed("", "RESIDENT_ID", "", "", "", false), Map.of(), whose);
            case ProofAtCounter.Outcome.Flawed(var flaws) -> counter(422, view, typed, flaws, "");
        };
    }

    private static Page counter(
            int status, View view, ProofAtCounter.Typed typed, Map<String, String> flaws, String done) {
        return Page.of(status, out -> JteproofAtCounterGenerated.render(out, Page.PLAIN, view, typed, flaws, done));
    }

    private static String word(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
