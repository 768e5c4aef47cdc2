package yici.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.drafting.ReshapeGuide.Edited;
import yici.kit.NotFound;

/**
 * A new thing in a guide.
 *
 * @param in key of the question a choice is for; else empty
 * @param departments that can be in charge of a service
 */
record AddThing(Kind kind, String in, Map<String, String> typed, List<String> departments)
        implements ReshapeGuide.Edit {

    enum Kind {
        ITEM("items", "item-"),
        GROUP("groups", "group-"),
        CONDITION("conditions", "condition-"),
        QUESTION("questions", "question-"),
        CHOICE("choices", "choice-"),
        EVIDENCE("evidence", "document-"),
        ANSWER("faq", "");

        final String list;
        final String prefix;

        Kind(String list, String prefix) {
            this.list = list;
            this.prefix = prefix;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What stops here is told to the page. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Edited.Flawed why;

        Stopped(String input, Wrong wrong) {
            super(input, null, false, false);
            why = new Edited.Flawed(input, wrong);
        }
    }

    @Override
    public String at() {
        return in.isEmpty() ? kind.list : "questions/" + in + "/choices";
    }

    @Override
    public boolean alwaysNeedsReason() {
        return kind == Kind.ITEM || kind == Kind.EVIDENCE || kind == Kind.CONDITION;
    }

    @Override
    public Edited on(Guide guide, ObjectNode text) {
        try {
            return switch (kind) {
                case ITEM -> item(text);
                case GROUP -> group(guide, text);
                case CONDITION -> condition(guide, text);
                case QUESTION -> question(text);
                case CHOICE -> choice(text);
                case EVIDENCE -> evidence(guide, text);
                case ANSWER -> answer(text);
            };
        } catch (Stopped stopped) {
            return stopped.why;
        }
    }

    private Edited item(ObjectNode text) {
        var item = fresh(text);
        var key = item.path("key").asString();
        item.set("name", said("zh", "en"));
        item.put("department", oneOf("department", departments));
        item.put("nodeType", oneOf("nodeType", names(Guide.NodeType.values())));
        item.set("promised", Things.limit(days("days"), "WORKING_DAY"));
        item.put("presence", Guide.Presence.NONE.name());
        item.put("offlineOnly", false);
        item.set("prerequisites", JSON.arrayNode());
        item.set("clockStops", JSON.arrayNode());
        item.put("note", "");
        Things.list(text, "items").add(item);
        var groups = Things.list(text, "groups");
        var group = typed("group");
        if (group.isEmpty()) {
            group = Things.freshKey(groups, Kind.GROUP.prefix);
            groups.add(group(group, said("zh", "en"), Guide.GroupRule.ALL.name(), List.of(key)));
        } else {
            var joined = Changes.at(text, List.of("groups", group)).orElseThrow(() -> new NotFound("group"));
            Things.list(joined, "items").add(key);
            if (joined.path("rule").asString().equals("ALL"))
                ((ObjectNode) joined).put("min", Things.list(joined, "items").size());
        }
        item.put("group", group);
        var all = Things.list(text, "departments");
        if (!all.valueStream().map(d -> d.asString()).toList().contains(typed("department")))
            all.add(typed("department"));
        return done(List.of("items", key), List.of("groups", group), List.of("departments"));
    }

    private static ObjectNode group(String key, ObjectNode label, String rule, List<String> items) {
        var group = JSON.objectNode().put("key", key).put("rule", rule);
        group.set("items", Things.array(items));
        group.set("label", label);
        group.put("min", rule.equals("ALL") ? items.size() : 0);
        return group;
    }

    /** Its members leave the groups they were in; a group nobody is left in goes. */
    private Edited group(Guide guide, ObjectNode text) {
        var members =
                Things.ticked(typed, guide.items().stream().map(Guide.Item::key).toList());
        if (members.isEmpty()) throw new Stopped("member-0", Wrong.Flaw.EMPTY);
        var groups = Things.list(text, "groups");
        var key = Things.freshKey(groups, Kind.GROUP.prefix);
        var group = group(key, said("zh", "en"), oneOf("rule", names(Guide.GroupRule.values())), members);
        if (!typed("question").isEmpty())
            group.put(
                    "question",
                    oneOf(
                            "question",
                            guide.questions().stream().map(Guide.Question::key).toList()));
        var touched = new java.util.ArrayList<List<String>>();
        groups.removeIf(old -> {
            boolean left = Things.drop(Things.list(old, "items"), item -> members.contains(item.asString()));
            if (left) touched.add(List.of("groups", old.path("key").asString()));
            if (left && old.path("rule").asString().equals("ALL"))
                ((ObjectNode) old).put("min", Things.list(old, "items").size());
            return left && Things.list(old, "items").isEmpty();
        });
        groups.add(group);
        for (var member : members) {
            ((ObjectNode) Changes.at(text, List.of("items", member)).orElseThrow()).put("group", key);
            touched.add(List.of("items", member, "group"));
        }
        touched.add(List.of("groups", key));
        return new Edited.Done(touched);
    }

    private Edited condition(Guide guide, ObjectNode text) {
        var condition = fresh(text);
        condition.set("text", said("zh", "en"));
        condition.set(
                "appliesTo",
                Things.array(Things.ticked(
                        typed, guide.items().stream().map(Guide.Item::key).toList())));
        return added(text, condition);
    }

    private Edited question(ObjectNode text) {
        var question = fresh(text);
        question.set("text", said("zh", "en"));
        var type = oneOf("type", names(Guide.QuestionType.values()));
        question.put("type", type);
        var choices = JSON.arrayNode();
        if (type.equals(Guide.QuestionType.BOOLEAN.name())) {
            choices.add(choice("yes", Texts.of("是", "Yes")));
            choices.add(choice("no", Texts.of("否", "No")));
        } else {
            var lines = typed("choices")
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .toList();
            if (lines.size() < 2 || lines.size() > 20) throw new Stopped("choices", Wrong.Flaw.NO_CHOICES);
            for (var line : lines) {
                var labels = line.split("\\s+/\\s+", 2);
                choices.add(choice(
                        Things.freshKey(choices, Kind.CHOICE.prefix),
                        Texts.of(labels[0], labels.length == 2 ? labels[1] : "")));
            }
        }
        question.set("choices", choices);
        return added(text, question);
    }

    private Edited choice(ObjectNode text) {
        var question = Changes.at(text, List.of("questions", in)).orElseThrow(() -> new NotFound("question " + in));
        var choices = Things.list(question, "choices");
        var key = Things.freshKey(choices, Kind.CHOICE.prefix);
        choices.add(choice(key, said("zh", "en")));
        return done(List.of("questions", in, "choices", key));
    }

    private static ObjectNode choice(String key, ObjectNode label) {
        var choice = JSON.objectNode().put("key", key);
        choice.set("label", label);
        choice.set("effects", JSON.arrayNode());
        return choice;
    }

    private Edited evidence(Guide guide, ObjectNode text) {
        var used =
                Things.ticked(typed, guide.items().stream().map(Guide.Item::key).toList());
        if (used.isEmpty()) throw new Stopped("member-0", Wrong.Flaw.EMPTY);
        var evidence = fresh(text);
        evidence.put("code", "");
        evidence.set("name", said("zh", "en"));
        evidence.set("usedBy", Things.array(used));
        evidence.put("necessity", oneOf("necessity", names(Guide.Necessity.values())));
        evidence.put("when", line("when"));
        evidence.put("source", oneOf("source", List.of("APPLICANT", "GOVERNMENT", "OTHER")));
        evidence.put("sourceText", "");
        evidence.put("copies", 1);
        for (var empty : List.of("paper", "acceptStandard", "fillingNote", "photoSpec")) evidence.put(empty, "");
        evidence.put("basis", line("basis"));
        evidence.put("waiver", oneOf("waiver", names(Guide.Waiver.values())));
        evidence.set("blankForms", JSON.arrayNode());
        return added(text, evidence);
    }

    private Edited answer(ObjectNode text) {
        var question = said("zh", "en");
        var name = question.path("texts").path("ZH").asString();
        var faq = Things.list(text, "faq");
        if (Things.names(faq).contains(name)) throw new Stopped("zh", Wrong.Flaw.THERE_ALREADY);
        var entry = JSON.objectNode();
        entry.set("question", question);
        if (line("answer").isEmpty()) throw new Stopped("answer", Wrong.Flaw.EMPTY);
        entry.set("answer", Texts.of(line("answer"), ""));
        faq.add(entry);
        return done(List.of("faq", name));
    }

    private ObjectNode fresh(ObjectNode text) {
        return JSON.objectNode().put("key", Things.freshKey(Things.list(text, kind.list), kind.prefix));
    }

    private Edited added(ObjectNode text, ObjectNode thing) {
        Things.list(text, kind.list).add(thing);
        return done(List.of(kind.list, thing.path("key").asString()));
    }

    @SafeVarargs
    private static Edited done(List<String>... touched) {
        return new Edited.Done(List.of(touched));
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private String line(String name) {
        if (typed(name).length() > Field.LONGEST) throw new Stopped(name, Wrong.Flaw.TOO_LONG);
        return typed(name);
    }

    private ObjectNode said(String zh, String en) {
        if (typed(zh).isEmpty()) throw new Stopped(zh, Wrong.Flaw.EMPTY);
        return Texts.of(line(zh), line(en));
    }

    private String oneOf(String name, List<String> options) {
        if (!options.contains(typed(name))) throw new Stopped(name, Wrong.Flaw.EMPTY);
        return typed(name);
    }

    private int days(String name) {
        if (!typed(name).matches("[1-9]\\d{0,2}")) throw new Stopped(name, Wrong.Flaw.NOT_A_NUMBER);
        return Integer.parseInt(typed(name));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
