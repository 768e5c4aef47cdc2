package yici.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import yici.application.Application;
import yici.application.Applications;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.form.FieldError;
import yici.form.Form;
import yici.form.Questions;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/**
 * Saying something again about one case: answering a correction, or applying for it once more. One page, one form; files are kept from the
 * moment they arrive, what was typed stays typed, whatever else is wrong.
 */
@Controller
class AgainPages {

    enum Kind {
        CORRECT,
        REAPPLY
    }

    /** @param asked true for documents that must be handed in now */
    record Document(
            Guide.Evidence evidence,
            boolean asked,
            List<Application.Supplied> given,
            List<Application.Supplied> before) {}

    /** What the page shows. */
    record Again(
            Kind kind,
            MatterView matter,
            CaseFile file,
            String note,
            Questions questions,
            List<Document> documents,
            Map<String, String> fileErrors) {

        boolean hasErrors() {
            return !questions.errors().isEmpty() || !fileErrors.isEmpty();
        }
    }

    private final Matters matters;
    private final MatterView.Maker views;
    private final Corrections corrections;
    private final Applications applications;
    private final Catalogue catalogue;
    private final HandedIn handedIn;
    private final Uploads uploads;
    private final DebtStore debts;
    private final AnswerCorrection answerCorrection;
    private final ReapplyCase reapplyCase;

    AgainPages(
            Matters matters,
            MatterView.Maker views,
            Corrections corrections,
            Applications applications,
            Catalogue catalogue,
            HandedIn handedIn,
            Uploads uploads,
            DebtStore debts,
            AnswerCorrection answerCorrection,
            ReapplyCase reapplyCase) {
        this.matters = matters;
        this.views = views;
        this.corrections = corrections;
        this.applications = applications;
        this.catalogue = catalogue;
        this.handedIn = handedIn;
        this.uploads = uploads;
        this.debts = debts;
        this.answerCorrection = answerCorrection;
        this.reapplyCase = reapplyCase;
    }

    @GetMapping("/my/{number}/cases/{no}/correct")
    Page correct(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        return ask(view, me, number, no, Kind.CORRECT);
    }

    @GetMapping("/my/{number}/cases/{no}/reapply")
    Page reapply(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        return ask(view, me, number, no, Kind.REAPPLY);
    }

    @PostMapping("/my/{number}/cases/{no}/correct")
    Page corrected(
            View view, SignedIn me, @PathVariable String number, @PathVariable int no, HttpServletRequest request) {
        return said(view, me, number, no, Kind.CORRECT, request);
    }

    @PostMapping("/my/{number}/cases/{no}/reapply")
    Page reapplied(
            View view, SignedIn me, @PathVariable String number, @PathVariable int no, HttpServletRequest request) {
        return said(view, me, number, no, Kind.REAPPLY, request);
    }

    private Page ask(View view, SignedIn me, String number, int no, Kind kind) {
        var about = about(me, number, no, view);
        if (!possible(kind, about.file())) return Page.goTo("/my/" + number);
        return show(view, kind, about, current(kind, about), Map.of(), Map.of(), 200);
    }

    private Page said(View view, SignedIn me, String number, int no, Kind kind, HttpServletRequest request) {
        var about = about(me, number, no, view);
        if (!possible(kind, about.file())) return Page.goTo("/my/" + number);

        var elements = elements(kind, about);
        var raw = Form.read(elements, request.getParameterMap());
        var asked = documents(kind, about).stream().map(d -> d.evidence().key()).toList();
        var fileErrors = uploads.take(view, about.id(), no, asked, request);
        uploads.remove(about.id(), no, request);
        boolean finished = request.getParameter("send") != null && fileErrors.isEmpty();
        if (!finished || Form.asksForMore(request.getParameterMap()))
            return show(view, kind, about, raw, Map.of(), fileErrors, fileErrors.isEmpty() ? 200 : 422);

        return kind == Kind.CORRECT ? answer(view, me, about, raw) : again(view, me, about, raw);
    }

    private Page answer(View view, SignedIn me, About about, Map<String, String> raw) {
        var files = handedIn.of(about.id(), about.file().no());
        return switch (answerCorrection.answer(me, about.id(), about.file().no(), raw, files)) {
            case AnswerCorrection.Answered.Received _ -> done(about);
            case AnswerCorrection.Answered.NothingAsked _ -> Page.goTo("/my/" + about.number());
            case AnswerCorrection.Answered.Incomplete(var errors, var missing) ->
                show(view, Kind.CORRECT, about, raw, errors, missing(view, about, missing), 422);
        };
    }

    private static Map<String, String> missing(View view, About about, List<String> missing) {
        var errors = new LinkedHashMap<String, String>();
        for (var key : missing)
            errors.put(
                    key,
                    view.t(
                            "casework.again.missing",
                            view.t(about.guide().evidence(key).name())));
        return errors;
    }

    private Page again(View view, SignedIn me, About about, Map<String, String> raw) {
        var files = handedIn.of(about.id(), about.file().no());
        return switch (reapplyCase.reapply(me, about.id(), about.file().no(), raw, files)) {
            case ReapplyCase.Reapplied.Done _ -> done(about);
            case ReapplyCase.Reapplied.NotPossible _ -> Page.goTo("/my/" + about.number());
            case ReapplyCase.Reapplied.Incomplete(var errors, var missing) ->
                show(view, Kind.REAPPLY, about, raw, errors, missing(view, about, missing), 422);
        };
    }

    private Page done(About about) {
        handedIn.clear(about.id(), about.file().no());
        return Page.goTo("/my/" + about.number());
    }

    private Page show(
            View view,
            Kind kind,
            About about,
            Map<String, String> raw,
            Map<String, FieldError> errors,
            Map<String, String> fileErrors,
            int status) {
        var questions = Questions.of(elements(kind, about), raw).with(errors);
        String note = kind == Kind.CORRECT
                ? corrections
                        .latest(about.id(), about.file().no())
                        .map(c -> c.asked().note())
                        .orElse("")
                : about.file().standing().note();
        var again = new Again(kind, about.matter(), about.file(), note, questions, documents(kind, about), fileErrors);
        return Page.of(status, out -> JteagainGenerated.render(out, Page.PLAIN, view, again));
    }

    // what it is about

    private record About(MatterView matter, CaseFile file, Guide guide, Application application) {
        UUID id() {
            return application.id();
        }

        String number() {
            return application.number();
        }
    }

    private About about(SignedIn me, String number, int no, View view) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        var shown = views.of(matter, view);
        var guide = catalogue.edition(matter.bundle().edition()).guide();
        return new About(
                shown, shown.file(no), guide, applications.get(matter.bundle().application()));
    }

    private static boolean possible(Kind kind, CaseFile file) {
        return (kind == Kind.CORRECT ? CaseStep.ANSWER_CORRECTION : CaseStep.REAPPLY).legalFrom(file.state());
    }

    private List<DataElement> elements(Kind kind, About about) {
        var asked = kind == Kind.CORRECT
                ? corrections
                        .latest(about.id(), about.file().no())
                        .orElseThrow()
                        .asked()
                        .elements()
                : about.application().plan().asked();
        return about.guide().elements().stream()
                .filter(e -> asked.contains(e.key())
                        && e.neededBy().contains(about.file().item()))
                .toList();
    }

    private Map<String, String> current(Kind kind, About about) {
        var values = new LinkedHashMap<String, String>();
        for (var element : elements(kind, about))
            values.put(element.key(), about.application().answers().getOrDefault(element.key(), ""));
        return values;
    }

    private List<Document> documents(Kind kind, About about) {
        var given = handedIn.of(about.id(), about.file().no());
        var asked = kind == Kind.CORRECT
                ? corrections
                        .latest(about.id(), about.file().no())
                        .orElseThrow()
                        .asked()
                        .evidence()
                : debts.of(about.id()).open(about.file().no()).stream()
                        .map(Debt::evidence)
                        .toList();
        return about.guide().evidence().stream()
                .filter(e -> e.usedBy().contains(about.file().item()))
                .filter(e -> kind == Kind.REAPPLY ? e.waiver() != Guide.Waiver.AUTO_FORM : asked.contains(e.key()))
                .map(e -> new Document(
                        e,
                        asked.contains(e.key()),
                        given.stream().filter(f -> f.evidence().equals(e.key())).toList(),
                        about.application().evidence().stream()
                                .filter(f -> f.evidence().equals(e.key()))
                                .toList()))
                .toList();
    }
}
