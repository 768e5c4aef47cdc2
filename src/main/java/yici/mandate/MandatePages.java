package yici.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Accounts;
import yici.identity.Parties;
import yici.identity.SignedIn;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /account/mandates: whom I let act for me or my firm, for whom I may act; give, accept, decline, revoke, give up. */
@Controller
class MandatePages {

    private static final Set<String> DONE =
            Set.of("offered", "accepted", "declined", "revoked", "renounced", "claimed", "password-ended");

    /**
     * What the page shows.
     *
     * @param given to others, by the party the person acts for now
     * @param received by the person, whoever it is acted for now
     * @param endsPassword the firm still has a password of its own, and its representative is there
     */
    record Overview(
            SignedIn me,
            List<Mandate> given,
            List<Mandate> received,
            Instant now,
            boolean endsPassword,
            String done,
            String problem) {

        List<Mandate> open(List<Mandate> mandates) {
            return mandates.stream().filter(m -> m.at(now).open()).toList();
        }

        List<Mandate> ended() {
            return java.util.stream.Stream.concat(given.stream(), received.stream())
                    .filter(m -> !m.at(now).open())
                    .limit(20)
                    .toList();
        }
    }

    private final Mandates mandates;
    private final GiveMandate giveMandate;
    private final AnswerOffer answerOffer;
    private final EndMandate endMandate;
    private final Accounts accounts;
    private final Parties parties;
    private final Named named;
    private final Clock clock;

    MandatePages(
            Mandates mandates,
            GiveMandate giveMandate,
            AnswerOffer answerOffer,
            EndMandate endMandate,
            Accounts accounts,
            Parties parties,
            Named named,
            Clock clock) {
        this.mandates = mandates;
        this.giveMandate = giveMandate;
        this.answerOffer = answerOffer;
        this.endMandate = endMandate;
        this.accounts = accounts;
        this.parties = parties;
        this.named = named;
        this.clock = clock;
    }

    @GetMapping("/account/mandates")
    Page overview(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        return overview(200, view, me, DONE.contains(done) ? "mandate.done." + done : "", "");
    }

    private Page overview(int status, View view, SignedIn me, String done, String problem) {
        var person = accounts.find(me.person()).orElseThrow(() -> new NotFound("account"));
        var given = me.mayGiveMandates() ? mandates.of(me.account()) : List.<Mandate>of();
        var received = mandates.to(person.id(), person.number());
        boolean endsPassword = me.acting().isPresent() && me.mayGiveMandates() && parties.hasPassword(me.account());
        var shown = new Overview(me, given, received, clock.instant(), endsPassword, done, problem);
        return Page.of(status, out -> JtemandatesGenerated.render(out, Page.PLAIN, view, shown, named));
    }

    @GetMapping("/account/mandates/new")
    Page begin(View view, SignedIn me) {
        if (!me.mayGiveMandates()) throw new Forbidden("give a mandate");
        var inAYear = LocalDate.ofInstant(clock.instant(), View.ZONE).plusYears(1);
        var area = view.areaPath().getFirst().code();
        var empty = new GiveMandate.Typed("", "RESIDENT_ID", "", "", Set.of(), area, inAYear.toString());
        return form(200, view, me, empty, Map.of());
    }

    @PostMapping("/account/mandates/new")
    Page give(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(name = "life-events", defaultValue = "") Set<String> lifeEvents,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String until) {
        var typed = new GiveMandate.Typed(name, document, number, nationality, lifeEvents, area, until);
        return switch (giveMandate.give(me, typed)) {
            case GiveMandate.Given.Offered _ -> Page.goTo("/account/mandates?done=offered");
            case GiveMandate.Given.Flawed(var flaws) -> form(422, view, me, typed, flaws);
        };
    }

    private Page form(int status, View view, SignedIn me, GiveMandate.Typed typed, Map<String, String> flaws) {
        return Page.of(status, out -> JtegiveGenerated.render(out, Page.PLAIN, view, me, typed, flaws, named));
    }

    @PostMapping("/account/mandates/{id}/accept")
    Page accept(View view, SignedIn me, @PathVariable UUID id) {
        return switch (answerOffer.accept(me, id)) {
            case ACCEPTED -> Page.goTo("/account/mandates?done=accepted");
            case OTHER_NAME -> overview(409, view, me, "", "mandate.accept.other-name");
            case TOO_LATE, DECLINED -> overview(409, view, me, "", "mandate.too-late");
        };
    }

    @PostMapping("/account/mandates/{id}/decline")
    Page decline(View view, SignedIn me, @PathVariable UUID id) {
        return answerOffer.decline(me, id) == AnswerOffer.Answered.DECLINED
                ? Page.goTo("/account/mandates?done=declined")
                : overview(409, view, me, "", "mandate.too-late");
    }

    @PostMapping("/account/mandates/{id}/revoke")
    Page revoke(View view, SignedIn me, @PathVariable UUID id) {
        return endMandate.revoke(me, id)
                ? Page.goTo("/account/mandates?done=revoked")
                : overview(409, view, me, "", "mandate.too-late");
    }

    @PostMapping("/account/mandates/{id}/renounce")
    Page renounce(View view, SignedIn me, @PathVariable UUID id) {
        return endMandate.renounce(me, id)
                ? Page.goTo("/account/mandates?done=renounced")
                : overview(409, view, me, "", "mandate.too-late");
    }
}
