package yici.drafting;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A text in its languages, as guides keep it. */
final class Texts {

    private Texts() {}

    /** @param en empty where there is no English */
    static ObjectNode of(String zh, String en) {
        var texts = JsonNodeFactory.instance.objectNode();
        // in the order of the letters, as everything that is kept
        if (!en.isBlank()) texts.put("EN", en.strip());
        texts.put("ZH", zh.strip());
        var text = JsonNodeFactory.instance.objectNode();
        text.set("texts", texts);
        return text;
    }
}
