package yici.drift;

import java.util.List;
import yici.house.Product;

/** For benchmarks of other rooms: all life events compared. */
public final class EveryDrift {

    private EveryDrift() {}

    /** @return how many areas do not share the rules of the largest group */
    public static int of(List<String> lifeEvents) {
        var compared = Product.running().bean(Compared.class);
        return compared.drifts(lifeEvents).stream()
                .mapToInt(drift -> drift.areas() - drift.largest())
                .sum();
    }
}
