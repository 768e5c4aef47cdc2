package yici.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Calendars;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** The administrators' side: what people ask, the most urgent first. */
@Controller
class RequestPages {

    private static final String HERE = "/admin/data-requests";

    private final AnswerRequest answerRequest;
    private final Calendars calendars;
    private final Clock clock;

    RequestPages(AnswerRequest answerRequest, Calendars calendars, Clock clock) {
        this.answerRequest = answerRequest;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param left working days until the answer is due, negative when it is late; empty when it was given
     * @param typed what was just typed with a flaw
     */
    record Line(Request request, Optional<Integer> left, Optional<Typed> typed) {}

    record Typed(String outcome, String words, String field, String problem) {}

    @GetMapping(HERE)
    Page list(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(defaultValue = "") String done) {
        return page(200, view, me, answered.equals("yes"), done.equals("answered"), Optional.empty(), "");
    }

    @PostMapping(HERE + "/{id}/answer")
    Page answer(
            View view,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words) {
        return switch (answerRequest.answer(me, id, outcome(outcome), words)) {
            case AnswerRequest.Outcome.Answered() -> Page.goTo(HERE + "?done=answered");
            case AnswerRequest.Outcome.Flawed(var field, var problem) ->
                page(422, view, me, false, false, Optional.of(id), problem, new Typed(outcome, words, field, problem));
            case AnswerRequest.Outcome.TooLate() ->
                page(409, view, me, true, false, Optional.empty(), "privacy.flaw.answered");
        };
    }

    private Page page(
            int status,
            View view,
            SignedIn me,
            boolean answered,
            boolean done,
            Optional<UUID> at,
            String problem,
            Typed... typed) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        List<Line> lines = answerRequest.list(me, answered).stream()
                .map(request -> new Line(
                        request,
                        request.answer().isPresent()
                                ? Optional.empty()
                                : Optional.of(calendars.of("").left(today, request.dueOn())),
                        Arrays.stream(typed)
                                .filter(_ -> at.filter(request.id()::equals).isPresent())
                                .findFirst()))
                .toList();
        return Page.of(
                status, out -> JterequestsGenerated.render(out, Page.PLAIN, view, lines, answered, done, problem));
    }

    private static Optional<Request.Outcome> outcome(String key) {
        return Arrays.stream(Request.Outcome.values())
                .filter(outcome -> outcome.key().equals(key))
                .findFirst();
    }
}
