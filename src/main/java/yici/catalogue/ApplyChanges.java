package yici.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A variant is the standard plus changes. They are made on a copy of the standard's file, which is then read like any other: a change that
 * breaks a reference is refused like a broken file.
 */
final class ApplyChanges {

    private final ObjectNode copy;

    private ApplyChanges(Json standard) {
        this.copy = (ObjectNode) standard.node().deepCopy();
    }

    /** @param variant with its list of {@code changes} */
    static Json to(Json standard, Json variant) {
        var changes = new ApplyChanges(standard);
        for (var change : variant.list("changes")) changes.apply(change);
        return standard.changed(changes.copy, variant);
    }

    private void apply(Json change) {
        switch (change.text("op")) {
            case "REORDER" -> reorder(change);
            case "SET_COUNT" -> setCount(change);
            case "SET" -> set(change);
            case "ADD" -> add(change);
            case "REMOVE" -> remove(change);
            default -> throw change.at("op").refused("there is no change " + change.text("op"));
        }
    }

    private void reorder(Json change) {
        var list = list(change);
        var value = change.at("value");
        if (value.isText()) {
            turn(list, value);
            return;
        }
        String name = change.text("target").equals("faq") ? "q" : "key";
        var members = new HashMap<String, JsonNode>();
        list.forEach(member -> members.put(member.path(name).asString(""), member));
        var wanted = value.members();
        if (wanted.size() != list.size()) throw value.refused("names " + wanted.size() + " of " + list.size());
        list.removeAll();
        for (var key : wanted) {
            var member = members.remove(key.text());
            if (member == null) throw key.refused("there is no " + key.text() + " in " + change.text("target"));
            list.add(member);
        }
    }

    /** The source says that the answers moved, not always where each went: one place on, or the last two to the front. */
    private static void turn(ArrayNode list, Json how) {
        int forward = switch (how.text()) {
            case "rotated" -> 1;
            case "two answers moved forward" -> 2;
            default -> throw how.refused("there is no order " + how.text());
        };
        for (int i = 0; i < forward && list.size() > 1; i++) list.insert(0, list.remove(list.size() - 1));
    }

    /**
     * The source lists more or fewer than the standard. Fewer answers are the first ones. More of anything are repetitions: a document is
     * asked for once, however often a guide lists it, so nothing is added and the variant's note tells it.
     */
    private void setCount(Json change) {
        var list = list(change);
        int count = change.number("value");
        if (count < list.size() && !change.text("target").equals("faq"))
            throw change.refused("a smaller count does not say which remain");
        while (list.size() > count) list.remove(list.size() - 1);
    }

    private void set(Json change) {
        JsonNode at = at(change);
        String[] path = change.text("field").split("\\.");
        for (int i = 0; i < path.length - 1; i++) at = step(at, path[i], change);
        String last = path[path.length - 1];
        if (!(at instanceof ObjectNode object) || !object.has(last))
            throw change.at("field").refused("there is no field " + change.text("field"));
        object.set(last, change.at("value").node());
        // a translation of the old text would now say something else
        if (last.equals("zh")) object.remove("en");
    }

    private static JsonNode step(JsonNode at, String name, Json change) {
        JsonNode next = at.isArray() && name.matches("\\d{1,3}") ? at.get(Integer.parseInt(name)) : at.get(name);
        if (next == null) throw change.at("field").refused("there is no field " + change.text("field"));
        return next;
    }

    private void add(Json change) {
        var list = list(change);
        var value = change.at("value");
        if (!(value.node().deepCopy() instanceof ObjectNode added)) throw value.refused("is no object");
        if (change.text("target").equals("materials")) completeMaterial(added);
        list.add(added);
    }

    /** An added document is handed in by the applicant unless it says otherwise. */
    private static void completeMaterial(ObjectNode material) {
        var make = JsonNodeFactory.instance;
        if (!material.has("source")) material.set("source", make.objectNode().put("kind", "APPLICANT"));
        if (!material.has("waiver")) material.set("waiver", make.objectNode().put("mode", "NONE"));
    }

    private void remove(Json change) {
        String[] target = change.text("target").split("/", 2);
        at(change);
        removeKey(array(target[0], change), target[1]);
        if (target[0].equals("items")) new ForgetItem(copy, target[1]).everywhere();
    }

    static void removeKey(ArrayNode list, String key) {
        list.removeIf(member -> member.path("key").asString("").equals(key));
    }

    private ArrayNode list(Json change) {
        return array(change.text("target"), change);
    }

    private ArrayNode array(String name, Json change) {
        if (copy.get(name) instanceof ArrayNode list) return list;
        throw change.at("target").refused("there is no list " + name);
    }

    /** {@code items/social-card}, {@code jointLimit}, {@code servicePoints}. */
    private JsonNode at(Json change) {
        String[] target = change.text("target").split("/", 2);
        JsonNode whole = copy.get(target[0]);
        if (whole == null) throw change.at("target").refused("there is no " + target[0]);
        if (target.length == 1) return whole;
        List<JsonNode> found = new ArrayList<>();
        whole.forEach(member -> {
            if (member.path("key").asString("").equals(target[1])) found.add(member);
        });
        if (found.size() != 1) throw change.at("target").refused("there is no " + change.text("target"));
        return found.getFirst();
    }
}
