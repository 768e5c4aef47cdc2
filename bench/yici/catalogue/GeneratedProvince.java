package yici.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sample province of any size: the nine life events again and again under other codes, each with a variant of its own in every area. As in the
 * real ones most variants say the same in another order; a third has rules of its own.
 */
public final class GeneratedProvince {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Random random = new Random(20261123);
    private final Path from;
    private final Path to;

    private GeneratedProvince(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** @return the codes of the life events */
    public static List<String> write(Path sample, Path folder, int lifeEvents, List<String> areas) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.copyRecursively(sample, folder);
        Files.deleteIfExists(folder.resolve("themes/synthetic-variants.json"));
        return new GeneratedProvince(sample, folder).write(lifeEvents, areas);
    }

    private List<String> write(int lifeEvents, List<String> areas) throws IOException {
        var nine = themes();
        var places = Files.readAllLines(from.resolve("topics.csv"));
        var codes = new ArrayList<String>();
        for (int i = 0; i < lifeEvents; i++) {
            var theme = (ObjectNode) nine.get(i % nine.size()).deepCopy();
            var original = theme.get("code").asString();
            var code = i < nine.size() ? original : original.substring(0, 3) + "G%05d".formatted(i);
            if (i >= nine.size())
                places.add(places.stream()
                        .filter(line -> line.startsWith(original + ","))
                        .findFirst()
                        .orElseThrow()
                        .replace(original, code));
            theme.put("code", code);
            theme.put("regionalGuideCount", areas.size());
            theme.set("variants", variants(theme, areas));
            Files.writeString(to.resolve("themes").resolve(code + ".json"), MAPPER.writeValueAsString(theme));
            codes.add(code);
        }
        Files.write(to.resolve("topics.csv"), places);
        return codes;
    }

    private List<JsonNode> themes() throws IOException {
        try (var files = Files.list(from.resolve("themes"))) {
            var themes = new ArrayList<JsonNode>();
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("43"))
                    .sorted()
                    .toList()) themes.add(MAPPER.readTree(Files.readString(file)));
            return themes;
        }
    }

    private ArrayNode variants(ObjectNode theme, List<String> areas) {
        var variants = MAPPER.createArrayNode();
        for (var told : theme.get("variants"))
            if (told.get("role").asString().equals("STANDARD")) {
                var standard = (ObjectNode) told.deepCopy();
                standard.putNull("areaCount");
                standard.set("areaCodes", MAPPER.createArrayNode());
                standard.put("areaCodesComplete", false);
                variants.add(standard);
            }
        for (var area : areas) variants.add(variant(theme, area));
        return variants;
    }

    private ObjectNode variant(ObjectNode theme, String area) {
        var variant = MAPPER.createObjectNode();
        int kind = random.nextInt(100);
        variant.put("key", "g-" + area.substring(0, 6));
        variant.put("role", "REGIONAL");
        variant.put("differenceKind", kind < 30 ? "NONE_VISIBLE" : kind < 65 ? "ORDER_ONLY" : "CONTENT");
        variant.put("areaCount", 1);
        variant.set("areaCodes", MAPPER.createArrayNode().add(area));
        variant.put("areaCodesComplete", true);
        variant.put("note", "");
        var changes = MAPPER.createArrayNode();
        if (kind >= 30) changes.add(reorder(theme, "materials"));
        if (kind >= 65) {
            changes.add(shorter(theme));
            changes.add(set("materials/" + key(theme, "materials"), "necessity").put("value", "CONDITIONAL"));
            changes.add(set("conditions/" + key(theme, "conditions"), "text.zh")
                    .put("value", "本地户籍人员，由" + area.substring(0, 6) + "所属部门核验。"));
        }
        variant.set("changes", changes);
        return variant;
    }

    private ObjectNode reorder(ObjectNode theme, String list) {
        var keys = new ArrayList<String>();
        theme.get(list).forEach(member -> keys.add(member.get("key").asString()));
        Collections.shuffle(keys, random);
        var order = MAPPER.createArrayNode();
        keys.forEach(order::add);
        var change = MAPPER.createObjectNode();
        change.put("op", "REORDER").put("target", list);
        change.set("value", order);
        return change;
    }

    /** Never longer than the law allows: by a part of what is promised. */
    private ObjectNode shorter(ObjectNode theme) {
        var items =
                StreamSupport.stream(theme.get("items").spliterator(), false).toList();
        var item = items.get(random.nextInt(items.size()));
        int promised = item.get("promisedLimit").get("value").asInt();
        return set("items/" + item.get("key").asString(), "promisedLimit.value")
                .put("value", Math.max(1, promised - 1 - random.nextInt(3)));
    }

    private String key(ObjectNode theme, String list) {
        return theme.get(list)
                .get(random.nextInt(theme.get(list).size()))
                .get("key")
                .asString();
    }

    private static ObjectNode set(String target, String field) {
        return MAPPER.createObjectNode().put("op", "SET").put("target", target).put("field", field);
    }
}
