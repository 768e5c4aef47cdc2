package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import yici.application.BeginDraft.Begun;
import yici.catalogue.Catalogue;
import yici.catalogue.Deciders;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** From the guide by questions to the one notice. All by GET and without signing in; only "apply" begins something. */
@Controller
class GuidancePages {

    private final Catalogue catalogue;
    private final Bodies bodies;
    private final Deciders deciders;
    private final BeginDraft beginDraft;
    private final Clock clock;

    GuidancePages(Catalogue catalogue, Bodies bodies, Deciders deciders, BeginDraft beginDraft, Clock clock) {
        this.catalogue = catalogue;
        this.bodies = bodies;
        this.deciders = deciders;
        this.beginDraft = beginDraft;
        this.clock = clock;
    }

    /** Takes the answer to one question and goes on to the next, or to the notice. */
    @GetMapping("/events/{code}/ask")
    Page next(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String at,
            View view,
            HttpServletRequest request) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offer)) return unknown(code);
        var guide = offer.edition().guide();
        var answers = ScenarioAnswers.read(guide, request.getParameterMap());
        var asked = question(guide, at);
        if (asked.isPresent() && !ScenarioQuestions.isAnswered(guide, asked.get(), answers))
            return ask(422, Asking.of(offer, asked.get(), answers, true), view);

        var relevant = ScenarioQuestions.relevant(guide, answers);
        return ScenarioQuestions.firstUnanswered(guide, relevant)
                .map(q -> Page.goTo(address(code, "ask/" + q.key(), relevant)))
                .orElseGet(() -> Page.goTo(address(code, "notice", relevant)));
    }

    @GetMapping("/events/{code}/ask/{question}")
    Page ask(@PathVariable String code, @PathVariable String question, View view, HttpServletRequest request) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offer)) return unknown(code);
        var guide = offer.edition().guide();
        var asked = question(guide, question).orElseThrow(() -> new NotFound("question " + question + " of " + code));
        return ask(200, Asking.of(offer, asked, ScenarioAnswers.read(guide, request.getParameterMap()), false), view);
    }

    private static Page ask(int status, Asking asking, View view) {
        return Page.of(status, out -> JteaskGenerated.render(out, Page.PLAIN, view, asking));
    }

    @GetMapping("/events/{code}/notice")
    Page notice(@PathVariable String code, View view, HttpServletRequest request) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offer)) return unknown(code);
        var guide = offer.edition().guide();
        var answers = ScenarioQuestions.relevant(guide, ScenarioAnswers.read(guide, request.getParameterMap()));
        var open = ScenarioQuestions.firstUnanswered(guide, answers);
        if (open.isPresent()) return Page.goTo(address(code, "ask/" + open.get().key(), answers));

        var notice = notice(offer, answers);
        return Page.of(
                out -> JtenoticeGenerated.render(out, Page.PLAIN, view, notice, clock.instant(), Ids.fresh(clock)));
    }

    private Notice notice(Offer.Offered offer, ScenarioAnswers answers) {
        var guide = offer.edition().guide();
        var area = offer.area().code();
        var items = guide.items().stream().map(Guide.Item::key).toList();
        var names = new HashMap<String, Translated>();
        guide.items().stream()
                .flatMap(i -> Stream.concat(Stream.of(i.department()), i.externalParty().stream()))
                .distinct()
                .forEach(d -> names.put(d, bodies.departmentName(d)));
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                        + address(offer.edition().lifeEvent(), "notice", answers)
                        + (answers.chosen().isEmpty() ? "?" : "&")
                        + "area="
                        + area;
        return new Notice(
                offer,
                answers,
                Resolve.resolve(guide, answers),
                deciders.of(guide, items, area, LocalDate.ofInstant(clock.instant(), View.ZONE)),
                Map.copyOf(names),
                address);
    }

    @PostMapping("/events/{code}/apply")
    Page apply(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String draft,
            SignedIn me,
            View view,
            HttpServletRequest request) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offer)) return unknown(code);
        var edition = offer.edition();
        var answers = ScenarioQuestions.relevant(
                edition.guide(), ScenarioAnswers.read(edition.guide(), request.getParameterMap()));
        var area = offer.area().code();
        return switch (beginDraft.begin(me, edition, area, area, answers, id(draft))) {
            case Begun.Ready(var id) -> Page.goTo("/drafts/" + id);
            case Begun.Unanswered(var question) -> Page.goTo(address(code, "ask/" + question, answers));
            case Begun.Excluded _ -> Page.goTo(address(code, "notice", answers));
            case Begun.NotYours(var audience) ->
                Page.of(
                        403,
                        out -> JtenotYoursGenerated.render(
                                out, Page.PLAIN, view, edition.guide(), audience, address(code, "notice", answers)));
        };
    }

    /** An expired session in between: after signing in the browser comes back with GET. */
    @GetMapping("/events/{code}/apply")
    Page applyAgain(@PathVariable String code, View view, HttpServletRequest request) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offer)) return unknown(code);
        return Page.goTo(
                address(code, "notice", ScenarioAnswers.read(offer.edition().guide(), request.getParameterMap())));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The guide's own page says what is close to a life event that is not there. */
    private static Page unknown(String code) {
        if (!code.matches("[0-9A-Za-z-]{1,40}")) throw new NotFound("life event");
        return Page.goTo("/events/" + code);
    }

    private static Optional<Guide.Question> question(Guide guide, String key) {
        return guide.questions().stream().filter(q -> q.key().equals(key)).findFirst();
    }

    private static String address(String code, String page, ScenarioAnswers answers) {
        var query = answers.asQuery();
        return "/events/" + code + "/" + page + (query.isEmpty() ? "" : "?" + query);
    }
}
