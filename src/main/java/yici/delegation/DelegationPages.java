package yici.delegation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.Power;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /admin/delegations: the records of an administrator's areas, what waits for a second person, and each with its history. */
@Controller
class DelegationPages {

    private static final String HOME = "/admin/delegations";
    private static final Set<String> DONE =
            Set.of("waits", "confirmed", "refused", "withdrawn", "own", "too-late", "nobody");

    /** @param mine what waits for this very person to confirm */
    record Listed(
            ShowDelegations.Listing listing,
            List<Power> powers,
            String power,
            String q,
            Optional<Recorded.State> state,
            Set<String> mine) {

        private String query() {
            return "?state=" + state.map(Recorded.State::key).orElse("") + "&power=" + power.replace("/", "%2F")
                    + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }

        String previous() {
            return listing.from() == 0
                    ? ""
                    : HOME + query() + "&skip=" + Math.max(0, listing.from() - ShowDelegations.PAGE);
        }

        String next() {
            return listing.more() ? HOME + query() + "&skip=" + (listing.from() + ShowDelegations.PAGE) : "";
        }
    }

    /** @param typed what was sent and did not go through */
    record Open(
            Shown shown,
            boolean mayAnswer,
            boolean mayWithdraw,
            boolean mayEnd,
            String note,
            Typed typed,
            List<Flaw> flaws) {
        Optional<Flaw> flaw(String field) {
            return flaws.stream().filter(flaw -> flaw.field().equals(field)).findFirst();
        }
    }

    private final Policy policy;
    private final KeptDelegations kept;
    private final ShowDelegations show;
    private final Ours ours;
    private final RecallDelegation recallDelegation;
    private final ReplaceDelegation replaceDelegation;
    private final AnswerDelegation answerDelegation;

    DelegationPages(
            Policy policy,
            KeptDelegations kept,
            ShowDelegations show,
            Ours ours,
            RecallDelegation recallDelegation,
            ReplaceDelegation replaceDelegation,
            AnswerDelegation answerDelegation) {
        this.policy = policy;
        this.kept = kept;
        this.show = show;
        this.ours = ours;
        this.recallDelegation = recallDelegation;
        this.replaceDelegation = replaceDelegation;
        this.answerDelegation = answerDelegation;
    }

    @GetMapping(HOME)
    Page list(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String skip) {
        policy.check(me, Deed.KEEP_DELEGATION);
        var words = PublicDelegationPages.words(q);
        var which = Arrays.stream(Recorded.State.values())
                .filter(s -> s.key().equals(state))
                .findFirst();
        var all = show.all().stream()
                .filter(shown -> ours.isOurs(me, shown.recorded()))
                .toList();
        var powers = all.stream().map(Shown::power).distinct().toList();
        var found = all.stream()
                .filter(shown -> which.isEmpty() || shown.state() == which.get())
                .filter(shown -> power.isEmpty() || shown.power().key().equals(power))
                .filter(shown -> shown.says(words))
                .toList();
        var mine = all.stream()
                .filter(shown -> mayAnswer(me, shown.recorded()))
                .map(Shown::number)
                .collect(Collectors.toSet());
        int from = skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0;
        var listed = new Listed(ShowDelegations.Listing.of(found, from), powers, power, words, which, mine);
        return Page.of(out -> JteregisterGenerated.render(out, Page.PLAIN, view, listed));
    }

    @GetMapping(HOME + "/{number}")
    Page one(View view, SignedIn me, @PathVariable String number, @RequestParam(defaultValue = "") String done) {
        return show(
                200, view, me, number, DONE.contains(done) ? "delegation.done." + done : "", Typed.NOTHING, List.of());
    }

    @PostMapping(HOME + "/{number}/recall")
    Page recall(View view, SignedIn me, @PathVariable String number, HttpServletRequest request) {
        return end(view, me, number, false, request);
    }

    @PostMapping(HOME + "/{number}/end")
    Page end(View view, SignedIn me, @PathVariable String number, HttpServletRequest request) {
        return end(view, me, number, true, request);
    }

    private Page end(View view, SignedIn me, String number, boolean ends, HttpServletRequest request) {
        var typed = Typed.of(request.getParameterMap());
        return switch (recallDelegation.recall(me, number, ends, typed)) {
            case Asked.Waits _ -> to(number, "waits");
            case Asked.NobodyToConfirm() -> show(409, view, me, number, "delegation.done.nobody", typed, List.of());
            case Asked.Flawed(var flaws) -> show(422, view, me, number, "", typed, flaws);
        };
    }

    @PostMapping(HOME + "/{number}/confirm")
    Page confirm(View view, SignedIn me, @PathVariable String number) {
        return answered(view, me, number, "", answerDelegation.confirm(me, number));
    }

    @PostMapping(HOME + "/{number}/refuse")
    Page refuse(View view, SignedIn me, @PathVariable String number, @RequestParam(defaultValue = "") String answer) {
        return answered(view, me, number, answer, answerDelegation.refuse(me, number, answer));
    }

    @PostMapping(HOME + "/{number}/withdraw")
    Page withdraw(View view, SignedIn me, @PathVariable String number) {
        return answered(view, me, number, "", answerDelegation.withdraw(me, number));
    }

    private Page answered(View view, SignedIn me, String number, String text, AnswerDelegation.Answered answered) {
        return switch (answered) {
            case AnswerDelegation.Answered.Done(var kind) -> to(number, kind.key());
            case AnswerDelegation.Answered.Own() -> to(number, "own");
            case AnswerDelegation.Answered.TooLate() -> to(number, "too-late");
            case AnswerDelegation.Answered.Flawed(var flaws) ->
                show(422, view, me, number, "", Typed.NOTHING.with("answer", text), flaws);
        };
    }

    private static Page to(String number, String done) {
        return Page.goTo(HOME + "/" + number + "?done=" + done);
    }

    private Page show(int status, View view, SignedIn me, String number, String note, Typed typed, List<Flaw> flaws) {
        policy.check(me, Deed.KEEP_DELEGATION);
        var recorded = ours.get(me, kept.now(), number);
        var open = new Open(
                show.of(recorded),
                mayAnswer(me, recorded),
                recorded.asked()
                        .filter(asked -> AnswerDelegation.isOwn(me, asked))
                        .isPresent(),
                replaceDelegation.mayBe(recorded),
                note,
                typed,
                flaws);
        return Page.of(status, out -> JterecordGenerated.render(out, Page.PLAIN, view, open));
    }

    private static boolean mayAnswer(SignedIn me, Recorded recorded) {
        return recorded.asked()
                .filter(asked -> !AnswerDelegation.isOwn(me, asked))
                .isPresent();
    }
}
