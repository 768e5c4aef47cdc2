package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.application.Fillings.Opened;
import yici.application.SaveAnswers.Meanwhile;
import yici.application.SaveAnswers.Saved;
import yici.form.Form;
import yici.form.FormPage;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Filling in: the list of what is to be done, what is known already, and the form page by page. Every step is saved. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftPages {

    private final Fillings fillings;
    private final SaveAnswers saveAnswers;
    private final ChangeScenario changeScenario;
    private final DiscardDraft discardDraft;

    DraftPages(Fillings fillings, SaveAnswers saveAnswers, ChangeScenario changeScenario, DiscardDraft discardDraft) {
        this.fillings = fillings;
        this.saveAnswers = saveAnswers;
        this.changeScenario = changeScenario;
        this.discardDraft = discardDraft;
    }

    private Page open(SignedIn me, UUID id, Function<Filling, Page> page) {
        return switch (fillings.open(me, id)) {
            case Opened.Open(var filling) -> page.apply(filling);
            case Opened.Sent(var number) -> Page.goTo("/applications/" + number + "/receipt");
        };
    }

    @GetMapping
    Page tasks(@PathVariable UUID id, @RequestParam(required = false) boolean saved, SignedIn me, View view) {
        return open(me, id, f -> Page.of(out -> JtedraftGenerated.render(out, Page.PLAIN, view, f, saved)));
    }

    @GetMapping("/known")
    Page known(@PathVariable UUID id, SignedIn me, View view) {
        return open(me, id, f -> Page.of(out -> JteknownGenerated.render(out, Page.PLAIN, view, f)));
    }

    @GetMapping("/form/{page}")
    Page page(
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") List<String> replaced,
            @RequestParam(defaultValue = "") List<String> elsewhere,
            SignedIn me,
            View view) {
        return open(me, id, f -> show(f, page(f, page), false, new Meanwhile(replaced, elsewhere), view));
    }

    /** The same page reached from the check page, and back to it. */
    @GetMapping("/change/{page}")
    Page change(@PathVariable UUID id, @PathVariable String page, SignedIn me, View view) {
        return open(me, id, f -> show(f, page(f, page), true, Meanwhile.NOTHING, view));
    }

    private static Page show(Filling filling, FormPage page, boolean change, Meanwhile meanwhile, View view) {
        var questions = filling.questions(page, filling.draft().typed(), view);
        return Page.of(out -> JteformPageGenerated.render(
                out, Page.PLAIN, view, filling, page, questions, filling.draft().version(), change, meanwhile));
    }

    @PostMapping("/form/{page}")
    Page save(
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String then,
            SignedIn me,
            View view,
            HttpServletRequest request) {
        return open(me, id, f -> save(f, page(f, page), version, then, me, view, request.getParameterMap()));
    }

    private Page save(
            Filling filling,
            FormPage page,
            int version,
            String then,
            SignedIn me,
            View view,
            Map<String, String[]> posted) {
        var typed = Form.read(page.elements(), posted);
        var saved = saveAnswers.save(me, filling.draft().id(), page.elements(), typed, version);
        boolean change = then.equals("check");
        if (Form.asksForMore(posted))
            return Page.goTo(filling.base() + "/" + (change ? "change" : "form") + "/" + page.key());
        if (then.equals("later")) return Page.goTo(filling.base() + "?saved=true");
        return switch (saved) {
            case Saved.Kept(var _, var meanwhile) -> Page.goTo(onwards(filling, page, change) + told(meanwhile));
            case Saved.Wrong(var now, var errors, var meanwhile) -> {
                var questions = filling.questions(page, typed, view).with(errors);
                yield Page.of(
                        422,
                        out -> JteformPageGenerated.render(
                                out, Page.PLAIN, view, filling, page, questions, now, change, meanwhile));
            }
        };
    }

    private static String onwards(Filling filling, FormPage page, boolean change) {
        if (change) return filling.base() + "/check";
        return filling.next(page)
                .map(next -> filling.base() + "/form/" + next.key())
                .orElse(filling.base() + "/evidence");
    }

    /** Keys only: what was typed has no place in an address. */
    private static String told(Meanwhile meanwhile) {
        return meanwhile.quiet()
                ? ""
                : "?replaced=" + String.join(",", meanwhile.replaced()) + "&elsewhere="
                        + String.join(",", meanwhile.elsewhere());
    }

    private static FormPage page(Filling filling, String key) {
        return filling.page(key).orElseThrow(() -> new NotFound("page " + key));
    }

    @GetMapping("/scenario")
    Page scenario(@PathVariable UUID id, SignedIn me, View view) {
        return open(me, id, f -> {
            if (f.adds()) return Page.goTo(f.base());
            return Page.of(out -> JtescenarioGenerated.render(
                    out, Page.PLAIN, view, f, f.draft().scenario(), List.of(), Optional.empty()));
        });
    }

    @PostMapping("/scenario")
    Page changeScenario(@PathVariable UUID id, SignedIn me, View view, HttpServletRequest request) {
        return open(me, id, f -> {
            if (f.adds()) return Page.goTo(f.base());
            var answers = ScenarioAnswers.read(f.guide(), request.getParameterMap());
            return switch (changeScenario.change(me, f.draft(), f.guide(), answers)) {
                case ChangeScenario.Changed.Done _ -> Page.goTo(f.base() + "?saved=true");
                case ChangeScenario.Changed.Unanswered(var questions) ->
                    Page.of(
                            422,
                            out -> JtescenarioGenerated.render(
                                    out, Page.PLAIN, view, f, answers, questions, Optional.empty()));
                case ChangeScenario.Changed.Excluded(var plan) ->
                    Page.of(
                            422,
                            out -> JtescenarioGenerated.render(
                                    out, Page.PLAIN, view, f, answers, List.of(), Optional.of(plan)));
            };
        });
    }

    @PostMapping("/discard")
    Page discard(@PathVariable UUID id, SignedIn me) {
        discardDraft.discard(me, id);
        return Page.goTo("/my");
    }
}
