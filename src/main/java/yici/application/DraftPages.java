package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.Catalogue;
import yici.form.FieldError;
import yici.form.Form;
import yici.form.FormPage;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /drafts: the list of what is to do, the pages of the one form, the last look and the one submission. */
@Controller
class DraftPages {

    private final DraftStore drafts;
    private final Applications applications;
    private final Catalogue catalogue;
    private final SaveAnswers saveAnswers;
    private final SubmitApplication submitApplication;
    private final Clock clock;

    DraftPages(
            DraftStore drafts,
            Applications applications,
            Catalogue catalogue,
            SaveAnswers saveAnswers,
            SubmitApplication submitApplication,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.catalogue = catalogue;
        this.saveAnswers = saveAnswers;
        this.submitApplication = submitApplication;
        this.clock = clock;
    }

    @GetMapping("/drafts/{id}")
    Page tasks(View view, SignedIn me, @PathVariable UUID id) {
        return with(me, id, draft -> Page.of(out -> JtetasksGenerated.render(out, Page.PLAIN, view, draft)));
    }

    @GetMapping("/drafts/{id}/form/{key}")
    Page form(
            View view,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam Optional<String> meanwhile) {
        return with(me, id, draft -> {
            var page = page(draft, key);
            return show(200, view, draft, page, draft.draft().typed(), Map.of(), meanwhile.isPresent());
        });
    }

    @PostMapping("/drafts/{id}/form/{key}")
    Page save(
            View view,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        return with(me, id, draft -> {
            var page = page(draft, key);
            var typed = Form.read(page.elements(), request.getParameterMap());
            var saved = saveAnswers.save(
                    me, id, page.elements(), typed, version == 0 ? draft.draft().version() : version);
            if (Form.asksForMore(request.getParameterMap())) {
                var now = view(me, id).orElseThrow();
                return show(200, view, now, page, typed, Map.of(), false);
            }
            boolean later = request.getParameter("later") != null;
            return switch (saved) {
                case SaveAnswers.Saved.Kept(var _, var meanwhile) -> {
                    var now = view(me, id).orElseThrow();
                    yield later
                            ? Page.goTo("/my")
                            : Page.goTo(now.nextAfter(page) + (meanwhile.quiet() ? "" : "?meanwhile=yes"));
                }
                case SaveAnswers.Saved.Wrong(var _, var errors, var meanwhile) ->
                    later
                            ? Page.goTo("/my")
                            : show(422, view, view(me, id).orElseThrow(), page, typed, errors, !meanwhile.quiet());
            };
        });
    }

    private static Page show(
            int status,
            View view,
            DraftView draft,
            FormPage page,
            Map<String, String> typed,
            Map<String, FieldError> errors,
            boolean meanwhile) {
        var questions = draft.questions(page, typed, errors, view);
        return Page.of(
                status, out -> JteformPageGenerated.render(out, Page.PLAIN, view, draft, page, questions, meanwhile));
    }

    @GetMapping("/drafts/{id}/known")
    Page known(View view, SignedIn me, @PathVariable UUID id) {
        return with(me, id, draft -> Page.of(out -> JteknownGenerated.render(out, Page.PLAIN, view, draft)));
    }

    @GetMapping("/drafts/{id}/check")
    Page check(View view, SignedIn me, @PathVariable UUID id) {
        return with(me, id, draft -> Page.of(out -> JtecheckGenerated.render(out, Page.PLAIN, view, draft, false)));
    }

    /** Sent twice it comes to the same receipt; that is why it does not go through {@link #with}. */
    @PostMapping("/drafts/{id}/check")
    Page submit(View view, SignedIn me, @PathVariable UUID id, @RequestParam Optional<String> declare) {
        if (declare.isEmpty())
            return with(
                    me, id, draft -> Page.of(422, out -> JtecheckGenerated.render(out, Page.PLAIN, view, draft, true)));
        return switch (submitApplication.submit(me, id, view.language().code())) {
            case SubmitApplication.Submission.Received(var application) -> receipt(application);
            case SubmitApplication.Submission.NotReady _ ->
                with(
                        me,
                        id,
                        draft -> Page.of(422, out -> JtecheckGenerated.render(out, Page.PLAIN, view, draft, false)));
        };
    }

    /** The draft of this account; one already sent leads to its receipt. */
    private Page with(SignedIn me, UUID id, Function<DraftView, Page> page) {
        var draft = view(me, id);
        if (draft.isPresent()) return page.apply(draft.get());
        return applications
                .ofDraft(id, me.account())
                .map(DraftPages::receipt)
                .orElseThrow(() -> new NotFound("draft " + id));
    }

    private Optional<DraftView> view(SignedIn me, UUID id) {
        return drafts.find(id, me.account())
                .map(d -> new DraftView(d, catalogue.edition(d.edition()).guide(), clock));
    }

    private static FormPage page(DraftView draft, String key) {
        return draft.page(key).orElseThrow(() -> new NotFound("page " + key));
    }

    private static Page receipt(Application application) {
        return Page.goTo("/applications/" + application.number() + "/receipt");
    }
}
