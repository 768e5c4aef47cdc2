package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.drafting.ReshapeGuide.Edited;
import yici.kit.NotFound;

/**
 * A service waits for another, or for the chosen ones of a group, and is handed what that finds out. Without {@code before} it waits no more.
 *
 * @param number of the edge among those of the item; empty for a new one
 */
record JoinItems(String item, Optional<Integer> number, Map<String, String> typed) implements ReshapeGuide.Edit {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String at() {
        return "items/" + item + "/prerequisites";
    }

    @Override
    public Edited on(Guide guide, ObjectNode text) {
        var edges = Things.list(
                Changes.at(text, List.of("items", item)).orElseThrow(() -> new NotFound("item " + item)),
                "prerequisites");
        if (number.isPresent() && (number.get() < 0 || number.get() >= edges.size())) throw new NotFound("edge");
        if (typed.containsKey("part")) {
            edges.remove(number.orElseThrow(() -> new NotFound("edge")));
            return done();
        }
        var before = typed.getOrDefault("before", "").split("/", 2);
        if (before.length < 2 || !isThere(guide, before[0], before[1]))
            return new Edited.Flawed("before", Wrong.Flaw.EMPTY);
        var edge = number.map(i -> (ObjectNode) edges.get(i)).orElseGet(JSON::objectNode);
        edge.remove(List.of("item", "group"));
        edge.put(before[0].equals("items") ? "item" : "group", before[1]);
        // an item does not wait for itself because its whole group is waited for
        edge.set(
                "exceptItems",
                Things.array(
                        before[0].equals("groups")
                                        && guide.group(before[1]).items().contains(item)
                                ? List.of(item)
                                : List.of()));
        edge.set("passes", Things.array(Things.ticked(typed, elements(guide))));
        edge.put("onlyIfIncluded", typed.containsKey("onlyIf"));
        edge.put("reason", "");
        if (number.isEmpty()) edges.add(edge);
        return done();
    }

    static List<String> elements(Guide guide) {
        return guide.elements().stream().map(e -> e.key()).toList();
    }

    private static boolean isThere(Guide guide, String list, String key) {
        return switch (list) {
            case "items" -> guide.items().stream().anyMatch(i -> i.key().equals(key));
            case "groups" -> guide.groups().stream().anyMatch(g -> g.key().equals(key));
            default -> false;
        };
    }

    private Edited done() {
        return new Edited.Done(List.of(List.of("items", item, "prerequisites")));
    }
}
