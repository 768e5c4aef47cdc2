package yici.drift;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.BeforePublishing.Objection;
import yici.drift.AnswerProposal.Answered;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/drift: the same thing, the same standard? Who differs, in what and why, and the way back. */
@Controller
class DriftPages {

    private static final String HERE = "/admin/drift";
    private static final Set<String> DONE =
            Set.of("proposed", "waiting", "accepted", "same", "declined", "late", "own");

    /**
     * What was typed and not taken.
     *
     * @param at the input that is wrong
     * @param rules that forbid it
     */
    record Typed(
            String reason, String note, String from, String at, String problem, int characters, List<String> rules) {
        boolean isAt(String input) {
            return at.equals(input);
        }
    }

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
    Page propose(
            SignedIn me,
            @PathVariable String code,
            @PathVariable String area,
            @RequestParam(defaultValue = "") String field) {
        return switch (propose.propose(me, code, area, field)) {
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
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String from) {
        if (!Set.of("accept", "decline").contains(verdict)) throw new NotFound("verdict");
        boolean accepts = verdict.equals("accept");
        var answered = accepts ? answer.accept(me, id(id), note, day(from)) : answer.decline(me, id(id), reason);
        var text = accepts ? "note" : "reason";
        return switch (answered) {
            case Answered.Done(var accepted, var made) ->
                Page.goTo(HERE + "?done=" + (!accepted ? "declined" : made.isPresent() ? "accepted" : "same"));
            case Answered.NoReason() ->
                flawed(view, me, id, new Typed(reason, note, from, text, "drift.flaw.empty." + text, 0, List.of()));
            case Answered.TooLong(int characters) ->
                flawed(
                        view,
                        me,
                        id,
                        new Typed(reason, note, from, text, "drift.flaw.long." + text, characters, List.of()));
            case Answered.WrongDay() ->
                flawed(view, me, id, new Typed(reason, note, from, "from", "drift.flaw.day", 0, List.of()));
            case Answered.Refused(var objections) ->
                flawed(view, me, id, new Typed(reason, note, from, "note", "drift.flaw.refused", 0, rules(objections)));
            case Answered.OwnProposal() -> Page.goTo(HERE + "?done=own");
            case Answered.TooLate() -> Page.goTo(HERE + "?done=late");
        };
    }

    private static List<String> rules(List<Objection> objections) {
        return objections.stream().map(o -> o.rule() + " " + o.where()).toList();
    }

    private Page flawed(View view, SignedIn me, String id, Typed typed) {
        return proposal(422, view, me, id, Optional.of(typed));
    }

    private Page proposal(int status, View view, SignedIn me, String id, Optional<Typed> typed) {
        var shown = read.proposal(me, id(id));
        var today = answer.today().toString();
        return Page.of(status, out -> JteproposalGenerated.render(out, Page.PLAIN, view, shown, today, typed));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
