package yici.casework;

import java.util.Map;
import java.util.UUID;
import yici.application.Application;
import yici.house.Product;

/** What ran out takes effect at once, for specifications of the rooms above: the job that does it comes by once a minute. */
public final class Law {

    private Law() {}

    /** The body in charge in 邵阳县 grants it. */
    public static void approves(Application application, String department, String item, Map<String, String> values) {
        var acted = Office.approve(Office.officer(department, "经办人"), application, item, values);
        if (!(acted instanceof Acted.Done)) throw new AssertionError("not approved: " + acted);
    }

    public static void takesEffect(UUID application) {
        Product.running().bean(LawTakesEffect.class).takesEffect(application);
    }
}
