package yici.casework;

import java.util.UUID;
import yici.house.Product;

/** What ran out takes effect at once, for specifications of the rooms above: the job that does it comes by once a minute. */
public final class Law {

    private Law() {}

    public static void takesEffect(UUID application) {
        Product.running().bean(LawTakesEffect.class).takesEffect(application);
    }
}
