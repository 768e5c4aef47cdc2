package yici.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Cause;
import yici.form.Form;
import yici.form.Questions;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /desk/{number}/{no}: one case, what can be done with it, and what comes of doing it. */
@Controller
class CasePages {

    /** The forms below a case. */
    enum Deed {
        ACCEPT,
        CORRECTION,
        APPROVE,
        REFUSE,
        NOT_ACCEPT,
        STOP,
        RUN_AGAIN,
        EXTEND,
        CHECK,
        REPAIR,
        OBJECTION
    }

    /**
     * What was sent and is shown again, so that nothing typed is lost.
     *
     * @param values raw, of the elements to hand over, or of the other fields by name
     * @param ticked what was ticked to be corrected
     * @param text reason, note or what is missing
     */
    record Sent(
            Optional<Deed> deed,
            Map<String, String> values,
            List<String> ticked,
            String text,
            String body,
            Optional<Acted> outcome) {
        static final Sent NOTHING = new Sent(Optional.empty(), Map.of(), List.of(), "", "", Optional.empty());

        boolean is(Deed which) {
            return deed.filter(d -> d == which).isPresent();
        }

        String typed(String name) {
            return values.getOrDefault(name, "");
        }

        String text(Deed which) {
            return is(which) ? text : "";
        }

        boolean missing(Deed which, String what) {
            return is(which) && outcome.equals(Optional.of(new Acted.Missing(what)));
        }

        Questions questions(OpenedCase opened) {
            var questions = Questions.of(opened.toHandOver(), values);
            return outcome.isPresent() && outcome.get() instanceof Acted.Incomplete(var errors)
                    ? questions.with(errors)
                    : questions;
        }
    }

    private final ReadCase readCase;
    private final Bundles bundles;
    private final AcceptCase acceptCase;
    private final AskCorrection askCorrection;
    private final DecideCase decideCase;
    private final NotAccept notAccept;
    private final TakeCase takeCase;
    private final StopClock stopClock;
    private final ExtendLimit extendLimit;

    CasePages(
            ReadCase readCase,
            Bundles bundles,
            AcceptCase acceptCase,
            AskCorrection askCorrection,
            DecideCase decideCase,
            NotAccept notAccept,
            TakeCase takeCase,
            StopClock stopClock,
            ExtendLimit extendLimit) {
        this.readCase = readCase;
        this.bundles = bundles;
        this.acceptCase = acceptCase;
        this.askCorrection = askCorrection;
        this.decideCase = decideCase;
        this.notAccept = notAccept;
        this.takeCase = takeCase;
        this.stopClock = stopClock;
        this.extendLimit = extendLimit;
    }

    @GetMapping("/desk/{number}/{no}")
    Page open(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        return show(view, me, number, no, Sent.NOTHING, 200);
    }

    @PostMapping("/desk/{number}/{no}/accept")
    Page accept(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var acted = acceptCase.accept(me, application(me, number, no), no);
        return answer(view, me, number, no, sent(Deed.ACCEPT, "", acted));
    }

    @PostMapping("/desk/{number}/{no}/correction")
    Page correction(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") List<String> element,
            @RequestParam(defaultValue = "") List<String> evidence,
            @RequestParam(defaultValue = "") String note) {
        var acted = askCorrection.ask(me, application(me, number, no), no, element, evidence, note);
        var ticked = Stream.concat(element.stream(), evidence.stream()).toList();
        return answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.CORRECTION), Map.of(), ticked, note, "", Optional.of(acted)));
    }

    @PostMapping("/desk/{number}/{no}/approve")
    Page approve(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var bundle = bundle(me, number, no);
        var file = bundles.cases(bundle.application()).get(no - 1);
        var values = Form.read(decideCase.toHandOver(bundle, file), request.getParameterMap());
        var acted = decideCase.approve(me, bundle.application(), no, values, note);
        return answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.APPROVE), values, List.of(), note, "", Optional.of(acted)));
    }

    @PostMapping("/desk/{number}/{no}/refuse")
    Page refuse(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String reason) {
        var acted = decideCase.refuse(me, application(me, number, no), no, reason);
        return answer(view, me, number, no, sent(Deed.REFUSE, reason, acted));
    }

    @PostMapping("/desk/{number}/{no}/not-accept")
    Page notAccept(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String reason) {
        var acted = notAccept.notAccept(me, application(me, number, no), no, body, reason);
        return answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.NOT_ACCEPT), Map.of(), List.of(), reason, body, Optional.of(acted)));
    }

    @PostMapping("/desk/{number}/{no}/stop")
    Page stop(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String planned,
            @RequestParam(defaultValue = "") String reason) {
        var named = Arrays.stream(Cause.values())
                .filter(c -> c.code().equals(cause))
                .findFirst();
        var acted = stopClock.stop(me, application(me, number, no), no, named, day(planned), reason);
        var typed = Map.of("cause", cause, "planned", planned);
        return answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.STOP), typed, List.of(), reason, "", Optional.of(acted)));
    }

    @PostMapping("/desk/{number}/{no}/run-again")
    Page runAgain(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String outcome) {
        var acted = stopClock.runAgain(me, application(me, number, no), no, outcome);
        return answer(view, me, number, no, sent(Deed.RUN_AGAIN, outcome, acted));
    }

    @PostMapping("/desk/{number}/{no}/extend")
    Page extend(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String approver,
            @RequestParam(defaultValue = "") String reason) {
        int by = days.strip().matches("[0-9]{1,3}") ? Integer.parseInt(days.strip()) : 0;
        var acted = extendLimit.extend(me, application(me, number, no), no, which, by, approver, reason);
        var typed = Map.of("which", which, "days", days, "approver", approver);
        return answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.EXTEND), typed, List.of(), reason, "", Optional.of(acted)));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/desk/{number}/{no}/hand-back")
    Page handBack(SignedIn me, @PathVariable String number, @PathVariable int no) {
        takeCase.handBack(me, application(me, number, no), no);
        return Page.goTo("/desk");
    }

    Page answer(View view, SignedIn me, String number, int no, Sent sent) {
        return switch (sent.outcome().orElseThrow()) {
            case Acted.Done _ -> Page.goTo("/desk/" + number + "/" + no);
            case Acted.Incomplete _, Acted.Missing _, Acted.MayNotStop _, Acted.MayNotExtend _ ->
                show(view, me, number, no, sent, 422);
            case Acted.StillOwed _,
                    Acted.NoticeFirst _,
                    Acted.NoticeRuns _,
                    Acted.ObjectionsOpen _,
                    Acted.HeldBy _,
                    Acted.AlreadyDecided _,
                    Acted.NotNow _,
                    Acted.AskedBefore _,
                    Acted.CountsAsAccepted _ -> show(view, me, number, no, sent, 409);
        };
    }

    private Page show(View view, SignedIn me, String number, int no, Sent sent, int status) {
        var opened = readCase.open(me, number, no, view);
        return Page.of(status, out -> JtecaseGenerated.render(out, Page.PLAIN, view, opened, sent));
    }

    private static Sent sent(Deed deed, String text, Acted acted) {
        return new Sent(Optional.of(deed), Map.of(), List.of(), text, "", Optional.of(acted));
    }

    private UUID application(SignedIn me, String number, int no) {
        return bundle(me, number, no).application();
    }

    private Bundle bundle(SignedIn me, String number, int no) {
        return bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
    }
}
