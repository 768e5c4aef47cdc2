package yici.catalogue;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** In what a guide differs from the standard. The order of lists is no difference. */
sealed interface Difference {

    record OtherWholeLimit(Guide.Limit from, Guide.Limit to) implements Difference {}

    record OtherLimit(Guide.Item item, Guide.Limit from) implements Difference {}

    record NewItem(Guide.Item item) implements Difference {}

    record ItemLeftOut(Guide.Item item) implements Difference {}

    record OtherItem(Guide.Item item) implements Difference {}

    record NewPaper(Guide.Evidence paper) implements Difference {}

    record PaperLeftOut(Guide.Evidence paper) implements Difference {}

    record OtherNecessity(Guide.Evidence paper, Guide.Necessity from) implements Difference {}

    record OtherPaper(Guide.Evidence paper) implements Difference {}

    record OtherCondition(Guide.Condition from, Guide.Condition to) implements Difference {}

    record NewCondition(Guide.Condition condition) implements Difference {}

    record ConditionLeftOut(Guide.Condition condition) implements Difference {}

    record OtherContact() implements Difference {}

    static List<Difference> between(Guide standard, Guide own) {
        var found = new ArrayList<Difference>();
        if (!standard.jointLimit().equals(own.jointLimit()))
            found.add(new OtherWholeLimit(standard.jointLimit(), own.jointLimit()));
        compare(
                standard.items(),
                own.items(),
                Guide.Item::key,
                i -> found.add(new ItemLeftOut(i)),
                i -> found.add(new NewItem(i)),
                (from, to) -> found.add(
                        from.promised().equals(to.promised())
                                ? new OtherItem(to)
                                : new OtherLimit(to, from.promised())));
        compare(
                standard.evidence(),
                own.evidence(),
                Guide.Evidence::key,
                e -> found.add(new PaperLeftOut(e)),
                e -> found.add(new NewPaper(e)),
                (from, to) -> found.add(
                        from.necessity() == to.necessity()
                                ? new OtherPaper(to)
                                : new OtherNecessity(to, from.necessity())));
        compare(
                standard.conditions(),
                own.conditions(),
                Guide.Condition::key,
                c -> found.add(new ConditionLeftOut(c)),
                c -> found.add(new NewCondition(c)),
                (from, to) -> found.add(new OtherCondition(from, to)));
        if (!standard.servicePoints().equals(own.servicePoints())) found.add(new OtherContact());
        return List.copyOf(found);
    }

    private static <T> void compare(
            List<T> standard,
            List<T> own,
            Function<T, String> key,
            Consumer<T> gone,
            Consumer<T> added,
            BiConsumer<T, T> changed) {
        Map<String, T> left = standard.stream().collect(toMap(key, t -> t, (a, _) -> a, LinkedHashMap::new));
        for (T now : own)
            Optional.ofNullable(left.remove(key.apply(now)))
                    .ifPresentOrElse(
                            before -> {
                                if (!before.equals(now)) changed.accept(before, now);
                            },
                            () -> added.accept(now));
        left.values().forEach(gone);
    }
}
