package yici.drift;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import yici.catalogue.AreaVariants;
import yici.catalogue.Changes;
import yici.catalogue.PublishEdition.Terms;
import yici.house.Product;
import yici.kit.View;

/** An area with a text of its own, in force today: 外线工程 in two working days, and a remark. */
public final class Differing {

    static final String REASON = "本县外线工程由一家公司统一施工";

    private Differing() {}

    public static void from(String lifeEvent, String area) {
        var variants = Product.running().bean(AreaVariants.class);
        var today = LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
        var ground = variants.ground(lifeEvent, area, today);
        var base = variants.text(ground.base().id());
        var own = with(with(base, "promised", twoDays()), "note", JsonNodeFactory.instance.stringNode("由供电公司统一施工"));
        var changes = Changes.between(base, own).stream()
                .map(change -> change.because(REASON))
                .toList();
        var somebody = Optional.of(UUID.randomUUID());
        variants.publish(lifeEvent, area, changes, new Terms(today, "两个工作日办结", somebody, somebody, true));
    }

    private static JsonNode with(JsonNode text, String field, JsonNode value) {
        return Changes.with(text, List.of("items", "external-works", field), Optional.of(value));
    }

    private static JsonNode twoDays() {
        return JsonNodeFactory.instance.objectNode().put("unit", "WORKING_DAY").put("value", 2);
    }
}
