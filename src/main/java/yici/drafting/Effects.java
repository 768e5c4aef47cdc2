package yici.drafting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import yici.catalogue.Guide;
import yici.catalogue.Guide.EffectKind;

/** What choosing an answer brings about, as it is typed: a row for each effect, {@code kind-0}, {@code ref-0}, {@code value-0}. */
final class Effects {

    /** More than any guide has; a bound on what a browser may send. */
    static final int MOST = 12;

    private static final int LONGEST = 200;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What an effect can be about. @param at list and key */
    record About(String list, String key) {
        String at() {
            return list + "/" + key;
        }
    }

    private Effects() {}

    static Field.Reading read(Map<String, String> typed, Guide guide) {
        var effects = JSON.arrayNode();
        var known = Arrays.stream(EffectKind.values()).map(Enum::name).toList();
        for (int i = 0; i < MOST; i++) {
            var kind = typed.getOrDefault("kind-" + i, "");
            if (kind.isEmpty()) continue;
            if (!known.contains(kind)) return new Field.Reading.Flawed("kind-" + i, Wrong.Flaw.NOT_OFFERED);
            var about = find(guide, typed.getOrDefault("ref-" + i, ""));
            if (about.isEmpty()) return new Field.Reading.Flawed("ref-" + i, Wrong.Flaw.EMPTY);
            if (!about.get().list().equals(EffectKind.valueOf(kind).list()))
                return new Field.Reading.Flawed("ref-" + i, Wrong.Flaw.NOT_ABOUT_THIS);
            var value = typed.getOrDefault("value-" + i, "").strip();
            if (value.length() > LONGEST) return new Field.Reading.Flawed("value-" + i, Wrong.Flaw.TOO_LONG);
            if (value.isEmpty() && kind.equals(EffectKind.SET_FIELD.name()))
                return new Field.Reading.Flawed("value-" + i, Wrong.Flaw.NO_VALUE);
            effects.add(JSON.objectNode()
                    .put("kind", kind)
                    .put("ref", about.get().key())
                    .put("value", value));
        }
        return new Field.Reading.Value(Optional.of(effects));
    }

    static Map<String, String> typed(JsonNode effects) {
        var typed = new LinkedHashMap<String, String>();
        int i = 0;
        for (var effect : effects) {
            var kind = EffectKind.valueOf(effect.path("kind").asString());
            typed.put("kind-" + i, kind.name());
            typed.put("ref-" + i, kind.list() + "/" + effect.path("ref").asString(""));
            typed.put("value-" + i, effect.path("value").asString(""));
            i++;
        }
        return typed;
    }

    /** How many rows a page shows: those there are, and two to add. */
    static int rows(Map<String, String> typed) {
        int filled = 0;
        for (int i = 0; i < MOST; i++) if (!typed.getOrDefault("kind-" + i, "").isEmpty()) filled = i + 1;
        return Math.min(MOST, filled + 2);
    }

    static final List<String> LISTS = List.of("items", "evidence", "conditions", "elements", "groups", "questions");

    static List<About> abouts(Guide guide) {
        var abouts = new ArrayList<About>();
        guide.items().forEach(i -> abouts.add(new About("items", i.key())));
        guide.evidence().forEach(e -> abouts.add(new About("evidence", e.key())));
        guide.conditions().forEach(c -> abouts.add(new About("conditions", c.key())));
        guide.elements().forEach(e -> abouts.add(new About("elements", e.key())));
        guide.groups().forEach(g -> abouts.add(new About("groups", g.key())));
        guide.questions().forEach(q -> abouts.add(new About("questions", q.key())));
        return abouts;
    }

    private static Optional<About> find(Guide guide, String at) {
        return Stream.of(at)
                .flatMap(a -> abouts(guide).stream().filter(about -> about.at().equals(a)))
                .findFirst();
    }
}
