package yici.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import yici.application.Plan.Hint;
import yici.application.Plan.PlannedEvidence;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Condition;
import yici.catalogue.Guide.EffectKind;
import yici.catalogue.Guide.Evidence;
import yici.catalogue.Guide.Item;
import yici.catalogue.Guide.Necessity;
import yici.catalogue.Guide.Waiver;
import yici.form.DataElement;

/**
 * From the answers to the scenario questions to the plan. Pure: the same guide and answers always give the same plan, so a notice can be
 * made again from its address, and an application can be explained from what it keeps.
 */
final class Resolve {

    private final Guide guide;
    private final ChosenEffects effects;
    private final ChosenItems items;

    private Resolve(Guide guide, ChosenEffects effects) {
        this.guide = guide;
        this.effects = effects;
        this.items = ChosenItems.of(guide, effects);
    }

    static Plan resolve(Guide guide, ScenarioAnswers answers) {
        return resolve(guide, ChosenEffects.of(guide, answers));
    }

    /** Answers count by what they bring about: those that bring about the same come to the same plan. */
    static Plan resolve(Guide guide, ChosenEffects effects) {
        return new Resolve(guide, effects).plan();
    }

    private Plan plan() {
        var needed = needed();
        var preset = preset(needed);
        var handedOver = handedOver(needed, preset);
        var failed = failed();
        var excluded = !failed.isEmpty() || !items.impossible().isEmpty();
        return new Plan(
                items.order(),
                items.edges(),
                items.added(),
                evidence(),
                needed.stream()
                        .map(DataElement::key)
                        .filter(k -> !preset.containsKey(k) && !handedOver.contains(k))
                        .toList(),
                handedOver,
                preset,
                failed,
                items.impossible(),
                toCheck(failed),
                excluded ? fallback() : List.of(),
                hints());
    }

    private List<DataElement> needed() {
        return guide.elements().stream()
                .filter(e -> e.neededBy().stream().anyMatch(items::contains))
                .toList();
    }

    private Map<String, String> preset(List<DataElement> needed) {
        var preset = new LinkedHashMap<String, String>();
        var fields = effects.fields();
        for (var element : needed) {
            var value = fields.get(element.key());
            if (value != null) preset.put(element.key(), value);
        }
        return Collections.unmodifiableMap(preset);
    }

    /** Only when each item that needs it gets it from one before: an item without such a giver must be able to work at once. */
    private List<String> handedOver(List<DataElement> needed, Map<String, String> preset) {
        var received = items.received();
        return needed.stream()
                .filter(e -> !preset.containsKey(e.key()))
                .filter(e -> e.neededBy().stream()
                        .filter(items::contains)
                        .allMatch(i -> received.getOrDefault(i, Set.of()).contains(e.key())))
                .map(DataElement::key)
                .toList();
    }

    /** A document that no chosen item uses is never asked for, whatever an answer says: no office would look at it. */
    private List<PlannedEvidence> evidence() {
        return guide.evidence().stream()
                .filter(e -> e.usedBy().stream().anyMatch(items::contains))
                .flatMap(this::planned)
                .toList();
    }

    private Stream<PlannedEvidence> planned(Evidence evidence) {
        var demanded = effects.refs(EffectKind.REQUIRE_MATERIAL).contains(evidence.key());
        var spared = effects.refs(EffectKind.WAIVE_MATERIAL).contains(evidence.key()) && !demanded;
        var required = demanded || evidence.necessity() == Necessity.REQUIRED;
        var todo = spared || evidence.waiver() != Waiver.NONE ? Todo.WAIVED : required ? Todo.SUPPLY : Todo.OPTIONAL;
        return Stream.of(new PlannedEvidence(
                evidence.key(),
                todo,
                spared ? Waiver.NONE : evidence.waiver(),
                items.order().stream().filter(evidence.usedBy()::contains).toList(),
                effects.note(evidence.key()).orElse("")));
    }

    private List<String> failed() {
        var named = effects.refs(EffectKind.FAIL_CONDITION);
        return applying()
                .filter(c -> named.contains(c.key()))
                .map(Condition::key)
                .toList();
    }

    /** A condition that some choice tells to check belongs to that choice's path; on another path it does not apply. */
    private List<String> toCheck(List<String> failed) {
        var onSomePath = new LinkedHashSet<String>();
        for (var question : guide.questions())
            for (var choice : question.choices())
                for (var effect : choice.effects())
                    if (effect.kind() == EffectKind.CHECK_CONDITION) onSomePath.add(effect.ref());
        var onThisPath = effects.refs(EffectKind.CHECK_CONDITION);
        return applying()
                .map(Condition::key)
                .filter(c -> !failed.contains(c))
                .filter(c -> !onSomePath.contains(c) || onThisPath.contains(c))
                .toList();
    }

    private Stream<Condition> applying() {
        return guide.conditions().stream().filter(c -> items.meets(c.appliesTo()));
    }

    /** First what the guide itself falls back to, then everything else that was asked for: nobody is left without a way. */
    private List<String> fallback() {
        var offered = new LinkedHashSet<String>();
        for (var effect : effects.of(EffectKind.FALLBACK_SINGLE_ITEMS)) offered.addAll(itemsOf(effect.ref()));
        offered.addAll(items.order());
        offered.addAll(items.impossible().keySet());
        return List.copyOf(offered);
    }

    private List<Hint> hints() {
        var hints = new LinkedHashSet<Hint>();
        for (var item : items.excluded()) hints.add(new Hint(EffectKind.EXCLUDE_ITEM, item, ""));
        for (var effect : effects.of(
                EffectKind.REQUIRE_NOTE,
                EffectKind.REPEAT_CASE,
                EffectKind.START_PUBLIC_NOTICE,
                EffectKind.BLOCK_UNTIL,
                EffectKind.SCHEDULE_JOINT_VISIT,
                EffectKind.LINK_EARLIER_CASE))
            if (concerns(effect.ref())) hints.add(new Hint(effect.kind(), effect.ref(), effect.value()));
        for (var item : offline()) hints.add(new Hint(EffectKind.FORCE_OFFLINE, item, ""));
        return List.copyOf(hints);
    }

    private List<String> offline() {
        var forced = effects.refs(EffectKind.FORCE_OFFLINE);
        return guide.items().stream()
                .filter(i -> items.contains(i.key()) && (i.offlineOnly() || forced.contains(i.key())))
                .map(Item::key)
                .toList();
    }

    /** @param ref an item, a group or a document */
    private boolean concerns(String ref) {
        return itemsOf(ref).stream().anyMatch(items::contains)
                || guide.evidence().stream()
                        .anyMatch(
                                e -> e.key().equals(ref) && e.usedBy().stream().anyMatch(items::contains));
    }

    private List<String> itemsOf(String ref) {
        return guide.groups().stream()
                .filter(g -> g.key().equals(ref))
                .findFirst()
                .map(Guide.Group::items)
                .orElseGet(() -> guide.items().stream()
                        .map(Item::key)
                        .filter(ref::equals)
                        .toList());
    }
}
