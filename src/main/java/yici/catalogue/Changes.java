package yici.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * In what one text differs from another, and how that is carried over to a third: the rule by which variants inherit. The order of lists is
 * no difference, except where the order is the rule.
 */
public final class Changes {

    /** What a change meets on a base it was not made for. */
    public sealed interface Outcome {

        /** @param kept the changes that still make a difference, told against the new base */
        record Applied(JsonNode content, List<Change> kept) implements Outcome {}

        /** @param conflicts places where both have changed, and differently; never empty */
        record Conflicting(List<Conflict> conflicts) implements Outcome {}
    }

    /** @param stands what the new base has there; empty when it has nothing, or not even the thing the change is part of */
    public record Conflict(Change change, Optional<JsonNode> stands) {}

    /** What names the member of a list, the first it has. */
    private static final List<String> NAMES = List.of("key", "question", "number", "area", "kind", "item", "name");

    private static final Set<String> ORDERED = Set.of("levels");

    /** The place of a list where its order is told: an area may want its own, and is in no conflict over it with anybody. */
    public static final String ORDER = "#order";

    private final ObjectNode content;
    private final List<Change> kept = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /** Only what is going to be changed is copied; the rest is that of the base. */
    private Changes(JsonNode base, List<Change> changes) {
        this.content = JsonNodeFactory.instance.objectNode();
        var touched = changes.stream().map(change -> change.path().getFirst()).collect(Collectors.toSet());
        for (var field : base.properties())
            content.set(
                    field.getKey(),
                    touched.contains(field.getKey()) ? field.getValue().deepCopy() : field.getValue());
    }

    /** @param base content of an edition; not touched, and what is made of it shares what is not changed: neither is to be written into */
    public static Outcome apply(JsonNode base, List<Change> changes) {
        var applied = new Changes(base, changes);
        changes.forEach(applied::apply);
        return applied.conflicts.isEmpty()
                ? new Outcome.Applied(applied.content, List.copyOf(applied.kept))
                : new Outcome.Conflicting(List.copyOf(applied.conflicts));
    }

    /** Without reasons; empty when only the order of lists differs. */
    public static List<Change> between(JsonNode base, JsonNode own) {
        var found = new ArrayList<Change>();
        compare(List.of(), Optional.of(base), Optional.of(own), found);
        return List.copyOf(found);
    }

    /** As {@link #between}, and the order of the lists that people read in order, where it is not that of the base. */
    public static List<Change> inOrder(JsonNode base, JsonNode own) {
        var changes = new ArrayList<>(between(base, own));
        if (!(apply(base, changes) instanceof Outcome.Applied applied)) return List.copyOf(changes);
        for (var list : readInOrder(own)) {
            var wanted = at(own, list).map(Changes::names);
            if (wanted.isPresent() && !wanted.equals(at(applied.content(), list).map(Changes::names)))
                changes.add(new Change(below(list, ORDER), at(base, list).map(Changes::names), wanted, ""));
        }
        return List.copyOf(changes);
    }

    private static List<List<String>> readInOrder(JsonNode own) {
        var lists = new ArrayList<List<String>>();
        for (var name : List.of("questions", "elements", "evidence", "conditions")) lists.add(List.of(name));
        for (var question : own.path("questions")) lists.add(List.of("questions", name(question), "choices"));
        return lists;
    }

    private static JsonNode names(JsonNode list) {
        var names = JsonNodeFactory.instance.arrayNode();
        for (var member : list) names.add(name(member));
        return names;
    }

    /** What stands at that place, members of lists by their names; empty for nothing. */
    public static Optional<JsonNode> at(JsonNode content, List<String> path) {
        Optional<JsonNode> place = Optional.of(content);
        for (var name : path) place = place.flatMap(p -> child(p, name));
        return place;
    }

    /** The text with something else at that place; what it is part of must be there. */
    public static JsonNode with(JsonNode content, List<String> path, Optional<JsonNode> value) {
        var change = new Change(path, at(content, path), value, "");
        return switch (apply(content, List.of(change))) {
            case Outcome.Applied applied -> applied.content();
            case Outcome.Conflicting _ -> throw new IllegalArgumentException("no such place: " + path);
        };
    }

    // --- carrying over ---------------------------------------------------------------------------------------------

    private void apply(Change change) {
        Optional<JsonNode> holder = Optional.of(content);
        for (var name : change.path().subList(0, change.path().size() - 1))
            holder = holder.flatMap(h -> child(h, name));
        if (holder.isEmpty()) {
            // what is left out is gone already
            if (change.now().isPresent()) conflicts.add(new Conflict(change, Optional.empty()));
            return;
        }
        if (change.path().getLast().equals(ORDER) && holder.get() instanceof ArrayNode list) {
            reorder(list, change);
            return;
        }
        var stands = child(holder.get(), change.path().getLast());
        if (stands.equals(change.now())) return;
        if (!stands.equals(change.was())) {
            conflicts.add(new Conflict(change, stands));
            return;
        }
        put(holder.get(), change.path().getLast(), change.now());
        kept.add(change);
    }

    /** What the order does not name stays behind what it stood behind. */
    private void reorder(ArrayNode list, Change change) {
        var before = names(list);
        var members = byName(list);
        var sorted = new ArrayList<String>();
        change.now().ifPresent(names -> names.forEach(name -> sorted.add(name.asString())));
        sorted.removeIf(name -> !members.containsKey(name));
        var previous = "";
        for (var name : members.keySet()) {
            if (!sorted.contains(name)) sorted.add(sorted.indexOf(previous) + 1, name);
            previous = name;
        }
        if (sorted.size() != list.size()) return;
        list.removeAll();
        sorted.forEach(name -> list.add(members.get(name)));
        if (!names(list).equals(before)) kept.add(change);
    }

    private static void put(JsonNode holder, String name, Optional<JsonNode> value) {
        if (holder instanceof ObjectNode object) {
            value.ifPresentOrElse(v -> object.set(name, v.deepCopy()), () -> object.remove(name));
            return;
        }
        var list = (ArrayNode) holder;
        for (int i = 0; i < list.size(); i++)
            if (name(list.get(i)).equals(name)) {
                if (value.isPresent()) list.set(i, value.get().deepCopy());
                else list.remove(i);
                return;
            }
        value.ifPresent(v -> list.add(v.deepCopy()));
    }

    /** Of an object the field, of a list the member of that name; what is null is not there. */
    static Optional<JsonNode> child(JsonNode holder, String name) {
        if (holder instanceof ArrayNode list)
            return members(list).stream()
                    .filter(member -> name(member).equals(name))
                    .findFirst();
        return Optional.ofNullable(holder.get(name)).filter(value -> !value.isNull());
    }

    // --- comparing -------------------------------------------------------------------------------------------------

    private static void compare(List<String> path, Optional<JsonNode> was, Optional<JsonNode> now, List<Change> found) {
        if (was.equals(now)) return;
        if (was.isPresent() && now.isPresent()) {
            if (isBranch(was.get()) && isBranch(now.get())) {
                fields(path, was.get(), now.get(), found);
                return;
            }
            if (hasNames(path, was.get()) && hasNames(path, now.get())) {
                lists(path, (ArrayNode) was.get(), (ArrayNode) now.get(), found);
                return;
            }
        }
        found.add(new Change(path, was, now, ""));
    }

    private static void fields(List<String> path, JsonNode was, JsonNode now, List<Change> found) {
        var names = new LinkedHashSet<>(was.propertyNames());
        names.addAll(now.propertyNames());
        for (var name : names) compare(below(path, name), child(was, name), child(now, name), found);
    }

    private static void lists(List<String> path, ArrayNode was, ArrayNode now, List<Change> found) {
        var before = byName(was);
        var after = byName(now);
        before.forEach((name, member) ->
                compare(below(path, name), Optional.of(member), Optional.ofNullable(after.get(name)), found));
        after.forEach((name, member) -> {
            if (!before.containsKey(name))
                found.add(new Change(below(path, name), Optional.empty(), Optional.of(member), ""));
        });
    }

    /** What is said as one: a text in its languages, a limit with its unit, a rule. Everything else has fields that change one by one. */
    private static boolean isBranch(JsonNode value) {
        return value.isObject()
                && !value.has("texts")
                && !(value.has("value") && value.has("unit"))
                && !(value.has("mode") && value.has("tests"));
    }

    /** A list whose members can be told apart by name and whose order says nothing. */
    private static boolean hasNames(List<String> path, JsonNode value) {
        if (!(value instanceof ArrayNode list) || path.isEmpty() || ORDERED.contains(path.getLast())) return false;
        var names = members(list).stream().map(Changes::name).toList();
        return names.stream().noneMatch(String::isEmpty) && Set.copyOf(names).size() == names.size();
    }

    private static Map<String, JsonNode> byName(ArrayNode list) {
        var byName = new LinkedHashMap<String, JsonNode>();
        members(list).forEach(member -> byName.put(name(member), member));
        return byName;
    }

    private static List<JsonNode> members(ArrayNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** Empty for what has no name. */
    private static String name(JsonNode member) {
        if (member.isString()) return member.asString();
        if (!member.isObject()) return "";
        for (var field : NAMES) {
            var value = member.get(field);
            if (value == null) continue;
            if (value.isString() && !value.asString().isEmpty() || value.isNumber()) return value.asString();
            if (value.path("texts").path("ZH").isString())
                return value.path("texts").path("ZH").asString();
        }
        return "";
    }

    private static List<String> below(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
