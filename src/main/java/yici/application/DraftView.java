package yici.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import yici.catalogue.Guide;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.FieldError;
import yici.form.Form;
import yici.form.FormPage;
import yici.form.Questions;
import yici.kit.Translated;
import yici.kit.View;

/** A draft as its pages show it: what is asked on which page, what is known, what is still to do. */
final class DraftView {

    /** How far one page of the form is. */
    enum Progress {
        EMPTY,
        WRONG,
        DONE
    }

    private final Draft draft;
    private final Guide guide;
    private final Plan plan;
    private final List<FormPage> pages;
    private final Checkup checkup;
    private final Clock clock;

    DraftView(Draft draft, Guide guide, Clock clock) {
        this.draft = draft;
        this.guide = guide;
        this.clock = clock;
        this.plan = Resolve.resolve(guide, draft.scenario());
        this.pages = Form.of(Checkup.asked(guide, plan)).pages();
        this.checkup = Checkup.of(guide, plan, draft, clock);
    }

    Draft draft() {
        return draft;
    }

    Guide guide() {
        return guide;
    }

    Plan plan() {
        return plan;
    }

    List<FormPage> pages() {
        return pages;
    }

    Checkup checkup() {
        return checkup;
    }

    String base() {
        return "/drafts/" + draft.id();
    }

    Optional<FormPage> page(String key) {
        return pages.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    List<Guide.Item> items() {
        return plan.items().stream().map(guide::item).toList();
    }

    Progress progress(FormPage page) {
        return switch (Form.check(page.elements(), draft.typed(), clock)) {
            case Checked.Complete(var answers) ->
                answers.isEmpty() && !isTouched(page) ? Progress.EMPTY : Progress.DONE;
            case Checked.Incomplete(var errors) -> {
                boolean nothingTyped = errors.keySet().stream()
                        .allMatch(k -> draft.typed().getOrDefault(k, "").isBlank());
                yield nothingTyped ? Progress.EMPTY : Progress.WRONG;
            }
        };
    }

    private boolean isTouched(FormPage page) {
        return page.elements().stream().anyMatch(e -> draft.touched().containsKey(e.key()));
    }

    /** Every value on it came from the account or a register and is fine: it need not be walked through. */
    boolean isKnown(FormPage page) {
        return progress(page) == Progress.DONE
                && page.elements().stream().allMatch(e -> draft.known().facts().containsKey(e.key()));
    }

    List<FormPage> knownPages() {
        return pages.stream().filter(this::isKnown).toList();
    }

    List<FormPage> pagesToFill() {
        return pages.stream().filter(p -> !isKnown(p)).toList();
    }

    long pagesDone() {
        return pagesToFill().stream().filter(p -> progress(p) == Progress.DONE).count();
    }

    /** Where "continue" leads: the first page not done, else the documents, else the last look. */
    String next() {
        return pages.stream()
                .filter(p -> progress(p) != Progress.DONE)
                .findFirst()
                .map(this::address)
                .orElseGet(this::afterForm);
    }

    String nextAfter(FormPage page) {
        return pages.stream()
                .skip(pages.indexOf(page) + 1L)
                .filter(p -> progress(p) != Progress.DONE)
                .findFirst()
                .map(this::address)
                .orElseGet(this::next);
    }

    private String afterForm() {
        return checkup.missing().isEmpty() ? base() + "/check" : base() + "/evidence";
    }

    String address(FormPage page) {
        return base() + "/form/" + page.key();
    }

    /** The page an element stands on. */
    String addressOf(String element) {
        return pages.stream()
                .filter(p -> p.elements().stream().anyMatch(e -> e.key().equals(element)))
                .findFirst()
                .map(this::address)
                .orElse(base());
    }

    Questions questions(FormPage page, Map<String, String> typed, Map<String, FieldError> errors, View view) {
        var needed = new LinkedHashMap<String, List<Translated>>();
        for (var element : page.elements())
            needed.put(
                    element.key(),
                    items().stream()
                            .filter(i -> element.neededBy().contains(i.key()))
                            .map(Guide.Item::name)
                            .toList());
        return new Questions(page.elements(), typed, errors, notes(page.elements(), typed, view), needed);
    }

    /** Where a value that is already there was taken from. */
    Map<String, String> notes(List<DataElement> elements, Map<String, String> typed, View view) {
        var notes = new LinkedHashMap<String, String>();
        for (var element : elements) source(element, typed).ifPresent(key -> notes.put(element.key(), view.t(key)));
        return notes;
    }

    private Optional<String> source(DataElement element, Map<String, String> typed) {
        var fact = draft.known().facts().get(element.key());
        if (fact != null && fact.value().equals(typed.getOrDefault(element.key(), "")))
            return Optional.of(
                    fact.source() == Application.Source.ACCOUNT
                            ? "application.draft.source.account"
                            : "application.draft.source.register");
        return draft.known().toCheck().contains(element.key())
                ? Optional.of("application.draft.source.toCheck")
                : Optional.empty();
    }

    boolean isRegisterDown() {
        return !draft.known().down().isEmpty();
    }

    // documents

    List<Plan.PlannedEvidence> toSupply() {
        return evidence(Checkup::mustBeHandedIn);
    }

    List<Plan.PlannedEvidence> optional() {
        return evidence(e -> e.todo() == Plan.Todo.OPTIONAL);
    }

    List<Plan.PlannedEvidence> waived() {
        return evidence(e -> e.todo() == Plan.Todo.WAIVED && !Checkup.mustBeHandedIn(e));
    }

    private List<Plan.PlannedEvidence> evidence(Predicate<Plan.PlannedEvidence> which) {
        return plan.evidence().stream().filter(which).toList();
    }

    long supplied() {
        return toSupply().stream().filter(e -> !draft.files(e.key()).isEmpty()).count();
    }

    List<Translated> usedBy(Plan.PlannedEvidence evidence) {
        return evidence.usedBy().stream().map(k -> guide.item(k).name()).toList();
    }

    /** What still stands in the way, with where to mend it: {@code text, address}. */
    List<Map.Entry<String, String>> obstacles(View view) {
        var all = new ArrayList<Map.Entry<String, String>>();
        checkup.errors().forEach((key, error) -> all.add(Map.entry(error.in(view), addressOf(key))));
        for (var key : checkup.missing())
            all.add(Map.entry(
                    view.t(
                            "application.draft.missing",
                            view.t(guide.evidence(key).name())),
                    base() + "/evidence#file-" + key));
        return all;
    }

    Map<String, String> answersToShow() {
        return checkup.errors().isEmpty() ? checkup.answers() : draft.typed();
    }

    /** The items with the numbers their cases will have. */
    static String caseNumber(String application, int place) {
        return application + "-" + (place < 10 ? "0" : "") + place;
    }
}
