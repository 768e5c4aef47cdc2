package yici.form;

import java.util.List;
import yici.kit.Translated;
import yici.kit.View;

/**
 * Names the field, the rule and the way out, in the reader's language.
 *
 * @param key of the message in {@code form_*.properties}; {0} is the element's label, the arguments follow
 */
public record FieldError(String key, Translated label, List<String> arguments) {

    public String in(View view) {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = view.t(label);
        for (int i = 0; i < arguments.size(); i++) all[i + 1] = arguments.get(i);
        return view.t(key, all);
    }
}
