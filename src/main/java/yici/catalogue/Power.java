package yici.catalogue;

import java.util.Optional;
import yici.kit.Translated;

/**
 * What an authority may decide: an item of a life event, or a service that is applied for alone.
 *
 * @param key {@code 43TCN0003/food-licence}, or the key of the service
 * @param lifeEvent the life event it is an item of
 * @param department who has it by law, by department
 */
public record Power(String key, Translated name, Optional<Translated> lifeEvent, String department) {

    public static String keyOf(String lifeEvent, String item) {
        return lifeEvent + "/" + item;
    }

    /** Where it is described. */
    public String address() {
        int slash = key.indexOf('/');
        return slash < 0 ? "/services/" + key : "/events/" + key.substring(0, slash);
    }
}
