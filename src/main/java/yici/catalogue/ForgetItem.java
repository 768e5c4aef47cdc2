package yici.catalogue;

import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A variant that leaves an item out leaves out what only that item needed. */
final class ForgetItem {

    private final ObjectNode theme;
    private final String item;

    ForgetItem(ObjectNode theme, String item) {
        this.theme = theme;
        this.item = item;
    }

    void everywhere() {
        groups();
        prerequisites();
        choices();
        evidenceAndConditions();
        fields();
    }

    private void groups() {
        each("groups", group -> withoutItem(list(group, "items")));
        list(theme, "groups").removeIf(group -> group.path("items").isEmpty());
    }

    private void prerequisites() {
        each("items", other -> {
            list(other, "prerequisites")
                    .removeIf(p -> p.path("item").asString("").equals(item));
            each(other, "prerequisites", p -> withoutItem(list(p, "exceptItems")));
        });
    }

    /** A choice whose only effect was to take the item is no choice any more. */
    private void choices() {
        each(
                "scenarioQuestions",
                question -> list(question, "options").removeIf(choice -> {
                    var effects = list(choice, "effects");
                    boolean gone = drop(
                            effects,
                            e -> isItemEffect(e) && e.path("ref").asString("").equals(item));
                    return gone && effects.isEmpty();
                }));
    }

    private static boolean isItemEffect(JsonNode effect) {
        return switch (effect.path("op").asString("")) {
            case "INCLUDE_ITEM",
                    "EXCLUDE_ITEM",
                    "REPEAT_CASE",
                    "BLOCK_UNTIL",
                    "FORCE_OFFLINE",
                    "SCHEDULE_JOINT_VISIT" -> true;
            default -> false;
        };
    }

    private void evidenceAndConditions() {
        list(theme, "materials")
                .removeIf(
                        m -> withoutItem(list(m, "usedBy")) && m.path("usedBy").isEmpty());
        list(theme, "conditions")
                .removeIf(c ->
                        withoutItem(list(c, "appliesTo")) && c.path("appliesTo").isEmpty());
    }

    private void fields() {
        String rules = theme.path("conditions").toString() + theme.path("items") + theme.path("scenarioQuestions");
        list(theme, "formFields")
                .removeIf(f -> withoutItem(list(f, "neededBy"))
                        && f.path("neededBy").isEmpty()
                        && !rules.contains("\"" + f.path("key").asString("") + "\""));
    }

    private boolean withoutItem(ArrayNode keys) {
        return drop(keys, key -> key.asString("").equals(item));
    }

    private static boolean drop(ArrayNode from, Predicate<JsonNode> which) {
        int before = from.size();
        from.removeIf(which);
        return from.size() < before;
    }

    private void each(String list, Consumer<JsonNode> change) {
        each(theme, list, change);
    }

    private static void each(JsonNode of, String list, Consumer<JsonNode> change) {
        list(of, list).forEach(change);
    }

    private static ArrayNode list(JsonNode of, String name) {
        return of.get(name) instanceof ArrayNode list ? list : JsonNodeFactory.instance.arrayNode();
    }
}
