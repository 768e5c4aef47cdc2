package yici.form;

import java.util.List;
import yici.kit.Translated;
import yici.kit.View;

/**
 * Names the field, the rule and the way out, in the reader's language.
 *
 * @param key of the message in {@code form_*.properties}; {0} is the element's label, the arguments follow
 * @param input the id of the input that is wrong, where an element has several; empty for its first one
 */
public record FieldError(String key, Translated label, List<String> arguments, String input) {

    private static final String PLACE = "\ue000";

    public String in(View view) {
        return with(view.t(label), view);
    }

    /** The message up to the label, so that a page can mark the label's language where it is another. */
    String before(View view) {
        return with(PLACE, view).split(PLACE, 2)[0];
    }

    String after(View view) {
        var halves = with(PLACE, view).split(PLACE, 2);
        return halves.length > 1 ? halves[1] : "";
    }

    private String with(String name, View view) {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = name;
        for (int i = 0; i < arguments.size(); i++) all[i + 1] = arguments.get(i);
        return view.t(key, all);
    }
}
