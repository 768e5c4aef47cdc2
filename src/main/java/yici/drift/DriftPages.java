package yici.drift;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/drift: the same thing, the same standard? Who differs, in what and why, and the way back. */
@Controller
class DriftPages {

    private static final String HERE = "/admin/drift";
    private static final Set<String> DONE = Set.of("proposed", "waiting", "accepted", "declined", "late", "own");

    /** What was typed and not taken. */
    record Typed(String reason, String problem, int characters) {}

    private final ReadDrift read;
    private final ProposeInheritance propose;
    private final AnswerProposal answer;

    DriftPages(ReadDrift read, ProposeInheritance propose, AnswerProposal answer) {
        this.read = read;
        this.propose = propose;
        this.answer = answer;
    }

    @GetMapping(HERE)
    Page overview(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        var shown = read.overview(me);
        return Page.of(out -> JteoverviewGenerated.render(out, Page.PLAIN, view, shown, note(done)));
    }

    @GetMapping(HERE + "/{code}")
    Page one(View view, SignedIn me, @PathVariable String code, @RequestParam(defaultValue = "") String done) {
        var shown = read.one(me, code);
        return Page.of(out -> JtedriftGenerated.render(out, Page.PLAIN, view, shown, note(done)));
    }

    @GetMapping(HERE + "/{code}/compare")
    Page compare(
            View view,
            SignedIn me,
            @PathVariable String code,
            @RequestParam(defaultValue = "std") String left,
            @RequestParam(defaultValue = "std") String right) {
        var shown = read.sideBySide(me, code, left, right);
        return Page.of(out -> JtecompareGenerated.render(out, Page.PLAIN, view, shown));
    }

    @PostMapping(HERE + "/{code}/{area}/propose")
    Page propose(SignedIn me, @PathVariable String code, @PathVariable String area) {
        return switch (propose.propose(me, code, area)) {
            case ProposeInheritance.Proposed.Done _ -> Page.goTo(HERE + "/" + code + "?done=proposed");
            case ProposeInheritance.Proposed.Waiting() -> Page.goTo(HERE + "/" + code + "?done=waiting");
        };
    }

    @GetMapping(HERE + "/proposals/{id}")
    Page proposal(View view, SignedIn me, @PathVariable String id) {
        return proposal(200, view, me, id, Optional.empty());
    }

    @PostMapping(HERE + "/proposals/{id}")
    Page answer(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason) {
        if (!Set.of("accept", "decline").contains(verdict)) throw new NotFound("verdict");
        return switch (answer.answer(me, id(id), verdict.equals("accept"), reason)) {
            case AnswerProposal.Answered.Done(var accepted) ->
                Page.goTo(HERE + "?done=" + (accepted ? "accepted" : "declined"));
            case AnswerProposal.Answered.NoReason() ->
                proposal(422, view, me, id, Optional.of(new Typed(reason, "drift.flaw.empty", 0)));
            case AnswerProposal.Answered.TooLong(int characters) ->
                proposal(422, view, me, id, Optional.of(new Typed(reason, "drift.flaw.long", characters)));
            case AnswerProposal.Answered.OwnProposal() -> Page.goTo(HERE + "?done=own");
            case AnswerProposal.Answered.TooLate() -> Page.goTo(HERE + "?done=late");
        };
    }

    private Page proposal(int status, View view, SignedIn me, String id, Optional<Typed> typed) {
        var shown = read.proposal(me, id(id));
        return Page.of(status, out -> JteproposalGenerated.render(out, Page.PLAIN, view, shown, typed));
    }

    private static String note(String done) {
        return DONE.contains(done) ? "drift.done." + done : "";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("proposal " + text);
        }
    }
}
