package yici.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.kit.NotFound;

/**
 * A thing of a guide is taken away. With a service goes what only that service needed; anything else that is still spoken of stays until that
 * is changed.
 *
 * @param path such as {@code [questions, q-works, choices, yes]}
 */
record RemoveThing(List<String> path) implements ReshapeGuide.Edit {

    private static final Set<String> ITEM_EFFECTS = Set.of(
            "INCLUDE_ITEM", "EXCLUDE_ITEM", "REPEAT_CASE", "BLOCK_UNTIL", "FORCE_OFFLINE", "SCHEDULE_JOINT_VISIT");

    /** Which lists speak of items by key, and in which field. */
    private static final Map<String, String> SPEAK_OF_ITEMS =
            Map.of("evidence", "usedBy", "conditions", "appliesTo", "elements", "neededBy", "groups", "items");

    /** Not of a thing's fields, but of the things that lists are made of. */
    static boolean isThing(List<String> path) {
        return path.size() == 2 && Things.LISTS.contains(path.getFirst())
                || path.size() == 4
                        && path.getFirst().equals("questions")
                        && path.get(2).equals("choices");
    }

    @Override
    public String at() {
        return String.join("/", path);
    }

    @Override
    public ReshapeGuide.Edited on(Guide guide, ObjectNode text) {
        var list = Changes.at(text, path.subList(0, path.size() - 1)).orElseThrow(() -> new NotFound(at()));
        if (!isThing(path) || !Things.remove((ArrayNode) list, path.getLast())) throw new NotFound(at());
        var touched = new ArrayList<List<String>>(List.of(path));
        if (path.getFirst().equals("items")) forget(text, path.get(1), touched);
        return new ReshapeGuide.Edited.Done(touched);
    }

    private static void forget(ObjectNode text, String item, List<List<String>> touched) {
        SPEAK_OF_ITEMS.forEach((list, field) -> {
            var things = Things.list(text, list);
            things.removeIf(thing -> {
                boolean spoke = Things.drop(
                        Things.list(thing, field), key -> key.asString().equals(item));
                if (spoke) touched.add(List.of(list, thing.path("key").asString()));
                return spoke && Things.list(thing, field).isEmpty();
            });
        });
        each(text, "items", other -> {
            var edges = Things.list(other, "prerequisites");
            boolean waited =
                    Things.drop(edges, edge -> edge.path("item").asString("").equals(item));
            for (var edge : edges)
                waited |= Things.drop(
                        Things.list(edge, "exceptItems"), key -> key.asString().equals(item));
            if (waited) touched.add(List.of("items", other.path("key").asString(), "prerequisites"));
        });
        each(text, "questions", question -> {
            var choices = Things.list(question, "choices");
            choices.removeIf(choice -> {
                var effects = Things.list(choice, "effects");
                boolean gone = Things.drop(effects, effect -> isAbout(effect, item));
                if (gone) touched.add(List.of("questions", question.path("key").asString()));
                return gone && effects.isEmpty();
            });
        });
    }

    private static boolean isAbout(JsonNode effect, String item) {
        return ITEM_EFFECTS.contains(effect.path("kind").asString(""))
                && effect.path("ref").asString("").equals(item);
    }

    private static void each(ObjectNode text, String list, Consumer<JsonNode> change) {
        Things.list(text, list).forEach(change);
    }
}
