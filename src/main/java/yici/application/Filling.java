package yici.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.application.Plan.PlannedEvidence;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.form.Form;
import yici.form.FormPage;
import yici.form.Questions;
import yici.jurisdiction.Area;
import yici.kit.Translated;
import yici.kit.View;

/**
 * A draft as its pages show it: with the guide it follows, its plan, its form, and what still stands in the way.
 *
 * @param pages of the form, in order
 * @param owedUntil the last day of what may be handed in later, if the application is sent today and its case starts at once
 * @param blocked why a promise is not taken from this person
 */
record Filling(
        Draft draft,
        Edition edition,
        Plan plan,
        List<FormPage> pages,
        Checkup checkup,
        Area area,
        Map<String, LocalDate> owedUntil,
        Optional<Promises.Blocked> blocked) {

    enum PageState {
        DONE,
        BEGUN,
        OPEN,
        /** Nothing on it is required and nobody has looked at it. */
        OPTIONAL
    }

    Guide guide() {
        return edition.guide();
    }

    /** True when this draft adds items to an application made before: what was chosen then stays chosen. */
    boolean adds() {
        return draft.supplements().isPresent();
    }

    String base() {
        return "/drafts/" + draft.id();
    }

    List<DataElement> elements() {
        return pages.stream().flatMap(p -> p.elements().stream()).toList();
    }

    /** By the page's key, or by the key of any element on it. */
    Optional<FormPage> page(String key) {
        return pages.stream()
                .filter(p -> p.key().equals(key)
                        || p.elements().stream().anyMatch(e -> e.key().equals(key)))
                .findFirst();
    }

    PageState state(FormPage page) {
        boolean wrong = page.elements().stream().anyMatch(e -> checkup.errors().containsKey(e.key()));
        boolean typed = page.elements().stream().anyMatch(e -> !typed(e).isBlank());
        if (wrong) return typed ? PageState.BEGUN : PageState.OPEN;
        boolean seen = page.elements().stream().anyMatch(e -> draft.touched().containsKey(e.key()));
        return typed || seen ? PageState.DONE : PageState.OPTIONAL;
    }

    private String typed(DataElement element) {
        return draft.typed().getOrDefault(element.key(), "");
    }

    long done() {
        return pages.stream().filter(p -> state(p) == PageState.DONE).count();
    }

    /** The next page after this one with something left to do; pages that were known from the start are passed by. */
    Optional<FormPage> next(FormPage page) {
        int place = pages.indexOf(page);
        return pages.subList(place + 1, pages.size()).stream()
                .filter(p -> !isKnown(p))
                .findFirst();
    }

    Optional<FormPage> before(FormPage page) {
        int place = pages.indexOf(page);
        return pages.subList(0, Math.max(place, 0)).reversed().stream()
                .filter(p -> !isKnown(p))
                .findFirst();
    }

    Optional<FormPage> firstOpen() {
        return pages.stream()
                .filter(p -> state(p) != PageState.DONE && !isKnown(p))
                .findFirst();
    }

    private boolean isKnown(FormPage page) {
        return state(page) == PageState.DONE
                && page.elements().stream().allMatch(e -> draft.known().facts().containsKey(e.key()) && isUnchanged(e));
    }

    private boolean isUnchanged(DataElement element) {
        var fact = draft.known().facts().get(element.key());
        return fact != null && fact.value().equals(typed(element));
    }

    /** What the form need not ask, with where it comes from; what the person has changed since is not among it. */
    Map<DataElement, Known.From> known() {
        var known = new LinkedHashMap<DataElement, Known.From>();
        for (var element : elements()) {
            var fact = draft.known().facts().get(element.key());
            if (fact != null && fact.value().equals(typed(element))) known.put(element, fact.source());
        }
        return known;
    }

    /** Elements whose register was down and that nobody else could tell. */
    List<DataElement> toCheck() {
        return elements().stream()
                .filter(e -> draft.known().toCheck().contains(e.key()))
                .toList();
    }

    /** A page of the form with what was typed, where it comes from and who needs it. */
    Questions questions(FormPage page, Map<String, String> typed, View view) {
        var notes = new HashMap<String, String>();
        var neededFor = new HashMap<String, List<Translated>>();
        for (var element : page.elements()) {
            source(element).ifPresent(s -> notes.put(element.key(), view.t("application.source." + s.name())));
            neededFor.put(
                    element.key(),
                    plan.items().stream()
                            .filter(element.neededBy()::contains)
                            .map(i -> guide().item(i).name())
                            .toList());
        }
        return new Questions(page.elements(), typed, Map.of(), notes, neededFor);
    }

    Optional<Known.From> source(DataElement element) {
        if (isUnchanged(element))
            return Optional.ofNullable(draft.known().facts().get(element.key())).map(Known.Fact::source);
        return draft.known().toCheck().contains(element.key()) ? Optional.of(Known.From.TO_CHECK) : Optional.empty();
    }

    List<PlannedEvidence> evidence(Plan.Todo todo) {
        return plan.evidence().stream().filter(e -> shownAs(e) == todo).toList();
    }

    /** What was taken over from earlier is listed with the files, so that it can be looked at and replaced. */
    private static Plan.Todo shownAs(PlannedEvidence evidence) {
        return Checkup.mustBeHandedIn(evidence)
                        || evidence.todo() == Plan.Todo.OWED
                        || evidence.todo() == Plan.Todo.PROMISED
                ? Plan.Todo.SUPPLY
                : evidence.todo();
    }

    boolean mayOwe(PlannedEvidence evidence) {
        return guide().evidence(evidence.key()).owe().isPresent()
                && (evidence.todo() == Plan.Todo.SUPPLY || evidence.todo() == Plan.Todo.OWED);
    }

    boolean mayPromise(PlannedEvidence evidence) {
        return guide().evidence(evidence.key()).commitment().isPresent()
                && (evidence.todo() == Plan.Todo.SUPPLY || evidence.todo() == Plan.Todo.PROMISED);
    }

    List<Translated> itemNames(List<String> items) {
        return items.stream().map(i -> guide().item(i).name()).toList();
    }

    List<Translated> missing() {
        return checkup.missing().stream().map(e -> guide().evidence(e).name()).toList();
    }

    /** The scenario answers in words. */
    Map<Translated, List<Translated>> answered() {
        var answered = new LinkedHashMap<Translated, List<Translated>>();
        for (var question : guide().questions())
            if (draft.scenario().answered(question.key()))
                answered.put(
                        question.text(),
                        question.choices().stream()
                                .filter(c -> draft.scenario().of(question.key()).contains(c.key()))
                                .map(Guide.Choice::label)
                                .toList());
        return answered;
    }

    /** The address of the notice this draft was begun from. */
    String notice() {
        var query = draft.scenario().asQuery();
        return "/events/" + draft.lifeEvent() + "/notice?" + (query.isEmpty() ? "" : query + "&") + "area="
                + draft.area();
    }

    List<DataElement> labelled(List<String> keys) {
        return guide().elements().stream().filter(e -> keys.contains(e.key())).toList();
    }

    /** Canonical values where they are right, else as typed: what the check page shows. */
    Map<String, String> shown() {
        if (!checkup.answers().isEmpty()) return checkup.answers();
        var shown = new HashMap<String, String>();
        for (var element : elements())
            if (!checkup.errors().containsKey(element.key())) shown.put(element.key(), typed(element));
        return shown;
    }

    static List<FormPage> pages(Guide guide, Plan plan) {
        return new ArrayList<>(Form.of(Checkup.asked(guide, plan)).pages());
    }
}
