package yici.kit;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text of the content (not of the interface) in one or more languages; Chinese is always there. */
public record Translated(Map<Language, String> texts) {

    public Translated {
        if (!texts.containsKey(Language.ZH)) throw new IllegalArgumentException("no Chinese text: " + texts);
        texts = Map.copyOf(texts);
    }

    public static Translated zh(String text) {
        return new Translated(Map.of(Language.ZH, text));
    }

    /** @param en null or blank where the source has no English */
    public static Translated of(String zh, @Nullable String en) {
        var texts = new EnumMap<Language, String>(Language.class);
        texts.put(Language.ZH, zh);
        if (en != null && !en.isBlank()) texts.put(Language.EN, en);
        return new Translated(texts);
    }

    public String zh() {
        return in(Language.ZH);
    }

    /** The text in the language asked for, or in Chinese where there is none: see {@link #shownIn}. */
    public String in(Language language) {
        String text = texts.get(language);
        return text != null ? text : texts.getOrDefault(Language.ZH, "");
    }

    /** The language {@link #in} really answers in; pages mark the text with it where it differs from the one asked for. */
    public Language shownIn(Language language) {
        return texts.containsKey(language) ? language : Language.ZH;
    }
}
