package yici.form;

import java.util.EnumMap;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.View;

/** The product's own words where content may stand as well: the same key in all languages. */
final class Said {

    private Said() {}

    static Translated of(String key, View view) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) texts.put(language, view.words().say(language, key));
        return new Translated(texts);
    }
}
