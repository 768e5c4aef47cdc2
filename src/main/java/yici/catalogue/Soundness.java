package yici.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import yici.form.DataElement;
import yici.form.Rule;
import yici.kit.Translated;

/** Whether the things of a guide hold together: what is spoken of is there, each item has its one group, and none waits for itself. */
public final class Soundness {

    /**
     * @param words key of the sentence that says what does not fit
     * @param names of content, in Chinese
     */
    public record Tangle(String words, List<String> names) {}

    private final Guide guide;
    private final Guide before;
    private final List<Tangle> tangles = new ArrayList<>();

    private Soundness(Guide guide, Guide before) {
        this.guide = guide;
        this.before = before;
    }

    /** @param before where names of what has gone are found */
    public static List<Tangle> check(Guide guide, Guide before) {
        var soundness = new Soundness(guide, before);
        soundness.items();
        soundness.groups();
        soundness.papers();
        soundness.questions();
        if (soundness.tangles.isEmpty()) soundness.circles();
        return List.copyOf(soundness.tangles);
    }

    private void items() {
        if (guide.items().isEmpty()) tangle("no-items");
        for (var item : guide.items()) {
            var groups = guide.groups().stream()
                    .filter(g -> g.items().contains(item.key()))
                    .toList();
            if (groups.size() != 1 || !groups.getFirst().key().equals(item.group()))
                tangle("one-group", item.name().zh());
            item.renews().ifPresent(element -> needs("elements", element, item.name()));
            for (var edge : item.prerequisites()) {
                edge.item().ifPresent(key -> needs("items", key, item.name()));
                edge.group().ifPresent(key -> needs("groups", key, item.name()));
                edge.exceptItems().forEach(key -> needs("items", key, item.name()));
                edge.passes().forEach(key -> needs("elements", key, item.name()));
            }
        }
    }

    private void groups() {
        for (var group : guide.groups()) {
            if (group.items().isEmpty()) tangle("empty-group", group.label().zh());
            group.items().forEach(key -> needs("items", key, group.label()));
            group.question().ifPresent(key -> needs("questions", key, group.label()));
        }
    }

    private void papers() {
        for (var evidence : guide.evidence()) {
            if (evidence.usedBy().isEmpty())
                tangle("used-by-nobody", evidence.name().zh());
            evidence.usedBy().forEach(key -> needs("items", key, evidence.name()));
        }
        for (var condition : guide.conditions()) {
            condition.appliesTo().forEach(key -> needs("items", key, condition.text()));
            condition.rule().ifPresent(rule -> needs(rule, condition.text()));
        }
        for (var element : guide.elements()) {
            if (element.neededBy().isEmpty())
                tangle("used-by-nobody", element.label().zh());
            element.neededBy().forEach(key -> needs("items", key, element.label()));
            element.requiredWhen().ifPresent(rule -> needs(rule, element.label()));
        }
    }

    private void needs(Rule rule, Translated user) {
        rule.tests().forEach(test -> needs("elements", test.field(), user));
    }

    private void questions() {
        for (var question : guide.questions()) {
            if (question.choices().isEmpty())
                tangle("no-choices", question.text().zh());
            for (var choice : question.choices())
                for (var effect : choice.effects()) needs(effect.kind().list(), effect.ref(), question.text());
        }
    }

    private void needs(String list, String key, Translated user) {
        if (names(guide, list).noneMatch(named -> named.key().equals(key)))
            tangle("still-used", nameBefore(list, key), user.zh());
    }

    private String nameBefore(String list, String key) {
        return names(before, list)
                .filter(named -> named.key().equals(key))
                .map(Named::name)
                .findFirst()
                .orElse(key);
    }

    private record Named(String key, String name) {}

    private static Stream<Named> names(Guide guide, String list) {
        return switch (list) {
            case "items" ->
                guide.items().stream().map(i -> new Named(i.key(), i.name().zh()));
            case "groups" ->
                guide.groups().stream().map(g -> new Named(g.key(), g.label().zh()));
            case "evidence" ->
                guide.evidence().stream().map(e -> new Named(e.key(), e.name().zh()));
            case "conditions" ->
                guide.conditions().stream().map(c -> new Named(c.key(), c.text().zh()));
            case "questions" ->
                guide.questions().stream().map(q -> new Named(q.key(), q.text().zh()));
            default -> guide.elements().stream().map(Soundness::named);
        };
    }

    private static Named named(DataElement element) {
        return new Named(element.key(), element.label().zh());
    }

    private void tangle(String words, String... names) {
        var tangle = new Tangle("catalogue.tangle." + words, List.of(names));
        if (!tangles.contains(tangle)) tangles.add(tangle);
    }

    /** The first circle, named from where it begins to where it comes back. */
    private void circles() {
        var done = new HashSet<String>();
        for (var item : guide.items()) if (tangles.isEmpty()) walk(item, new LinkedHashSet<>(), done);
    }

    private void walk(Guide.Item item, Set<String> way, Set<String> done) {
        if (done.contains(item.key()) || !tangles.isEmpty()) return;
        if (!way.add(item.key())) {
            var circle = new ArrayList<>(way);
            var from = circle.subList(circle.indexOf(item.key()), circle.size());
            tangle("circle", String.join(" → ", from.stream().map(this::name).toList()) + " → " + name(item.key()));
            return;
        }
        for (var key : waitsFor(item)) walk(guide.item(key), way, done);
        way.remove(item.key());
        done.add(item.key());
    }

    private String name(String item) {
        return guide.item(item).name().zh();
    }

    private List<String> waitsFor(Guide.Item item) {
        return item.prerequisites().stream()
                .flatMap(edge -> Stream.concat(
                        edge.item().stream(),
                        edge.group().stream()
                                .flatMap(g -> guide.group(g).items().stream())
                                .filter(member -> !edge.exceptItems().contains(member))))
                .toList();
    }
}
