package yici.application;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yici.application.Plan.Hint;
import yici.application.Plan.PlannedEvidence;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Condition;
import yici.catalogue.Guide.EffectKind;
import yici.catalogue.Guide.Item;
import yici.catalogue.Offer;
import yici.form.DataElement;
import yici.jurisdiction.PublicBody;
import yici.kit.Fact;
import yici.kit.Graph;
import yici.kit.State;
import yici.kit.Translated;
import yici.kit.View;

/**
 * The one notice (一次告知): everything the person has to know, bring and do, told once. Made of the guide's edition and the answers alone, so
 * its address shows the same notice again.
 *
 * @param bodies who decides in this area what is filed today, by item; one without a body is left out
 * @param departments names of departments and external parties, for where no body is known
 * @param address of this notice, whole, for the QR code
 */
record Notice(
        Offer.Offered offer,
        ScenarioAnswers answers,
        Plan plan,
        Map<String, PublicBody> bodies,
        Map<String, Translated> departments,
        String address) {

    /** An item as the notice lists it. */
    record Line(
            Item item,
            Translated body,
            Optional<Translated> together,
            List<Translated> after,
            Optional<Translated> addedFor) {}

    /** What was asked and answered. */
    record Answered(Guide.Question question, List<Guide.Choice> choices) {}

    /** A condition that excludes the person, and the answers without the part it concerns, if the rest can go on together. */
    record Hurdle(Condition condition, Optional<String> goOnWithout) {}

    Guide guide() {
        return offer.edition().guide();
    }

    List<Line> lines() {
        return plan.items().stream().map(this::line).toList();
    }

    /** Items that can be applied for one by one. */
    List<Line> singles() {
        return plan.fallback().stream().map(this::line).toList();
    }

    private Line line(String key) {
        var item = guide().item(key);
        return new Line(
                item,
                deciding(item),
                item.externalParty().map(this::department),
                plan.edges().stream()
                        .filter(e -> e.to().equals(key))
                        .map(e -> guide().item(e.from()).name())
                        .toList(),
                Optional.ofNullable(plan.added().get(key))
                        .map(k -> guide().item(k).name()));
    }

    private Translated deciding(Item item) {
        var body = bodies.get(item.key());
        return body != null ? body.name() : department(item.department());
    }

    private Translated department(String key) {
        var name = departments.get(key);
        return name != null ? name : Translated.zh(key);
    }

    List<PlannedEvidence> evidence(Todo todo) {
        return plan.evidence().stream().filter(e -> e.todo() == todo).toList();
    }

    Guide.Evidence evidence(PlannedEvidence planned) {
        return guide().evidence(planned.key());
    }

    List<Translated> names(List<String> items) {
        return items.stream().map(i -> guide().item(i).name()).toList();
    }

    List<Condition> conditions(List<String> keys) {
        return guide().conditions().stream().filter(c -> keys.contains(c.key())).toList();
    }

    /** True where the answers say that it is met; the others are checked with the form. */
    boolean isMet(Condition condition) {
        return FromScenario.stated(guide(), answers).anyMatch(condition::equals);
    }

    List<Answered> answered() {
        return guide().questions().stream()
                .filter(q -> answers.answered(q.key()))
                .map(q -> new Answered(
                        q,
                        q.choices().stream()
                                .filter(c -> answers.of(q.key()).contains(c.key()))
                                .toList()))
                .toList();
    }

    String query() {
        return answers.asQuery();
    }

    int asked() {
        return plan.asked().size();
    }

    /** How many of the questions of the form an account or a register can answer. */
    long knowable() {
        return Checkup.asked(guide(), plan).stream()
                .filter(e -> e.origin() != DataElement.Origin.ASKED)
                .count();
    }

    /** Items somebody has to appear for. */
    List<Item> visits() {
        return plan.items().stream()
                .map(guide()::item)
                .filter(i -> i.presence() != Guide.Presence.NONE || isOffline(i))
                .toList();
    }

    boolean isOffline(Item item) {
        return plan.hints().contains(new Hint(EffectKind.FORCE_OFFLINE, item.key(), ""));
    }

    /** Hints that the list of items does not show already. */
    List<Hint> hints() {
        return plan.hints().stream()
                .filter(h -> h.kind() != EffectKind.FORCE_OFFLINE && h.kind() != EffectKind.REQUIRE_NOTE)
                .toList();
    }

    /** An item, a group or a document by its name. */
    Translated named(String ref) {
        for (var item : guide().items()) if (item.key().equals(ref)) return item.name();
        for (var group : guide().groups()) if (group.key().equals(ref)) return group.label();
        for (var evidence : guide().evidence()) if (evidence.key().equals(ref)) return evidence.name();
        return Translated.zh(ref);
    }

    /** Items whose own limit is longer than the promise for the whole: guides say such things, and a person should know. */
    List<Item> slowerThanPromised() {
        var joint = guide().jointLimit();
        return plan.items().stream()
                .map(guide()::item)
                .filter(i -> i.promised().unit() == joint.unit() && i.promised().value() > joint.value())
                .toList();
    }

    /** Which item waits for which, and what is handed over. */
    Graph graph(View view) {
        var nodes = lines().stream()
                .map(l -> new Graph.Node(
                        l.item().key(),
                        view.t(l.item().name()),
                        view.t(l.body()) + " · " + limit(l.item().promised(), view),
                        State.PLANNED))
                .toList();
        var edges = plan.edges().stream()
                .map(e -> new Graph.Edge(e.from(), e.to(), labels(e.passes(), view)))
                .toList();
        return new Graph(nodes, edges);
    }

    private String labels(List<String> elements, View view) {
        return guide().elements().stream()
                .filter(e -> elements.contains(e.key()))
                .map(e -> view.t(e.label()))
                .collect(Collectors.joining(view.t("application.list")));
    }

    /** At a glance. Where the guide promises the whole sooner than one of its parts, the part is believed. */
    List<Fact> facts(View view) {
        var slow = slowerThanPromised().stream().map(Item::promised).max(Comparator.comparingInt(Guide.Limit::value));
        return List.of(
                new Fact("steps", String.valueOf(plan.items().size()), view.t("application.fact.items")),
                new Fact("paper", String.valueOf(evidence(Plan.Todo.SUPPLY).size()), view.t("application.fact.papers")),
                new Fact("trip", String.valueOf(visits().size()), view.t("application.fact.visits")),
                new Fact(
                        "clock",
                        limit(slow.orElse(guide().jointLimit()), view),
                        view.t(slow.isPresent() ? "application.fact.slowest" : "application.fact.whole")));
    }

    static String limit(Guide.Limit limit, View view) {
        return view.t("application.limit." + limit.unit().name(), limit.value());
    }

    List<Hurdle> hurdles() {
        return conditions(plan.failed()).stream()
                .map(c -> new Hurdle(c, withoutItems(c.appliesTo())))
                .toList();
    }

    /** What cannot be had with these answers, and what it would have to wait for. */
    Map<Translated, Translated> impossible() {
        var named = new LinkedHashMap<Translated, Translated>();
        plan.impossible().forEach((item, lacking) -> named.put(named(item), named(lacking)));
        return named;
    }

    Optional<String> goOnWithoutImpossible() {
        return plan.impossible().isEmpty()
                ? Optional.empty()
                : withoutItems(List.copyOf(plan.impossible().keySet()));
    }

    /** The same answers without the choices that include these items, when what is left is a plan that excludes nobody. */
    private Optional<String> withoutItems(List<String> items) {
        if (items.isEmpty()) return Optional.empty();
        var fewer = answers;
        for (var question : guide().questions()) {
            if (!fewer.answered(question.key()) || question.type() != Guide.QuestionType.MULTI) continue;
            var kept = question.choices().stream()
                    .filter(c -> answers.of(question.key()).contains(c.key()))
                    .filter(c -> c.effects().stream()
                            .noneMatch(e -> e.kind() == EffectKind.INCLUDE_ITEM && items.contains(e.ref())))
                    .map(Guide.Choice::key)
                    .toList();
            fewer = fewer.with(question.key(), kept);
        }
        if (fewer.equals(answers)) return Optional.empty();
        var relevant = ScenarioQuestions.relevant(guide(), fewer);
        if (Resolve.resolve(guide(), relevant).excluded()
                || ScenarioQuestions.firstUnanswered(guide(), relevant).isPresent()) return Optional.empty();
        return Optional.of(relevant.asQuery());
    }
}
