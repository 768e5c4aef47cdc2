package yici.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Calendars;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/reports: what readers said of an area's pages, the most urgent first. */
@Controller
class ReportDeskPages {

    private static final String HERE = "/admin/reports";

    /**
     * @param left working days until the answer is due, negative when it is late; empty when it was given
     * @param typed what was just typed with a flaw
     */
    record Line(Report report, Translated area, Optional<Integer> left, Optional<Typed> typed) {}

    record Typed(UUID report, String outcome, String words, String field, String problem) {}

    /** @param counts of the last thirty days, by kind */
    record Desk(List<Line> lines, Map<Report.Kind, Integer> counts, boolean answered, boolean done, String problem) {}

    private final AnswerReport answerReport;
    private final Calendars calendars;
    private final Areas areas;
    private final Clock clock;

    ReportDeskPages(AnswerReport answerReport, Calendars calendars, Areas areas, Clock clock) {
        this.answerReport = answerReport;
        this.calendars = calendars;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping(HERE)
    Page list(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(defaultValue = "") String done) {
        return page(200, view, me, answered.equals("yes"), done.equals("answered"), "", Optional.empty());
    }

    @PostMapping(HERE + "/{id}/answer")
    Page answer(
            View view,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words) {
        return switch (answerReport.answer(me, id, outcome(outcome), words)) {
            case AnswerReport.Outcome.Answered() -> Page.goTo(HERE + "?done=answered");
            case AnswerReport.Outcome.Flawed(var field, var problem) ->
                page(422, view, me, false, false, problem, Optional.of(new Typed(id, outcome, words, field, problem)));
            case AnswerReport.Outcome.TooLate() ->
                page(409, view, me, true, false, "feedback.flaw.answered", Optional.empty());
        };
    }

    private Page page(
            int status, View view, SignedIn me, boolean answered, boolean done, String problem, Optional<Typed> typed) {
        var lines = answerReport.list(me, answered).stream()
                .map(report -> new Line(
                        report,
                        areas.get(report.area()).name(),
                        left(report),
                        typed.filter(t -> t.report().equals(report.id()))))
                .toList();
        var desk = new Desk(lines, answerReport.counts(me), answered, done, problem);
        return Page.of(status, out -> JtedeskGenerated.render(out, Page.PLAIN, view, desk));
    }

    private Optional<Integer> left(Report report) {
        if (report.answer().isPresent()) return Optional.empty();
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        return Optional.of(calendars.of(report.area()).left(today, report.dueOn()));
    }

    private static Optional<Report.Outcome> outcome(String key) {
        return Arrays.stream(Report.Outcome.values())
                .filter(outcome -> outcome.key().equals(key))
                .findFirst();
    }
}
