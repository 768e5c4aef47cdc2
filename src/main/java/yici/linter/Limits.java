package yici.linter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Limits and figures that have to fit each other. Limits in different units are left for a reader to compare. */
final class Limits {

    private Limits() {}

    /** R1. What is done at once takes no longer than the day. */
    static void immediateYetLong(Service service, Found found) {
        var promised = service.promised();
        found.when(
                service.immediate() && promised.unit() != Guide.Unit.HOUR && promised.value() > 1,
                "promised",
                text(promised));
    }

    /** R15 */
    static void beyondTheLaw(Guide guide, Found found) {
        for (var item : guide.items())
            item.statutory()
                    .filter(law -> isLonger(item.promised(), law))
                    .ifPresent(law ->
                            found.at("items/" + item.key() + "/promised", text(item.promised()) + " > " + text(law)));
    }

    /** R15 */
    static void beyondTheLaw(Service service, Found found) {
        found.when(
                isLonger(service.promised(), service.statutory()),
                "promised",
                text(service.promised()) + " > " + text(service.statutory()));
    }

    private static boolean isLonger(Guide.Limit one, Guide.Limit other) {
        return one.unit() == other.unit() && one.value() > other.value();
    }

    /** R16: the longest way through items that wait for each other. */
    static void wholeSoonerThanItsPath(Guide guide, Found found) {
        var whole = guide.jointLimit();
        var reached = new HashMap<String, Path>();
        guide.items().stream()
                .map(item -> longest(guide, item, reached, new HashSet<>()))
                .filter(path -> path.length > whole.value())
                .max((one, other) -> Integer.compare(one.length, other.length))
                .ifPresent(path -> found.at("jointLimit", whole.value() + " < " + path.length + " · " + path.items));
    }

    private record Path(int length, String items) {}

    private static Path longest(Guide guide, Guide.Item item, Map<String, Path> reached, Set<String> way) {
        var known = reached.get(item.key());
        if (known != null) return known;
        // an editor may draw a circle before noticing; it has no longest path
        if (!way.add(item.key())) return new Path(0, "");
        var before = waitsFor(guide, item)
                .map(other -> longest(guide, other, reached, way))
                .max((one, other) -> Integer.compare(one.length, other.length))
                .orElse(new Path(0, ""));
        int own = item.promised().unit() == guide.jointLimit().unit()
                ? item.promised().value()
                : 0;
        String name = item.name().zh();
        var path = new Path(before.length + own, before.items.isEmpty() ? name : before.items + " → " + name);
        way.remove(item.key());
        reached.put(item.key(), path);
        return path;
    }

    private static Stream<Guide.Item> waitsFor(Guide guide, Guide.Item item) {
        var keys = item.prerequisites().stream()
                .flatMap(p -> Stream.concat(
                        p.item().stream(),
                        p.group().stream()
                                .flatMap(g -> guide.groups().stream()
                                        .filter(group -> group.key().equals(g)))
                                .flatMap(group -> group.items().stream())
                                .filter(member -> !p.exceptItems().contains(member))))
                .toList();
        return guide.items().stream().filter(other -> keys.contains(other.key()));
    }

    /** R24: two items with one result, and nothing asked of the person that chooses between them. */
    static void sameResultTwice(Guide guide, Found found) {
        guide.items().stream()
                .filter(item -> item.result().isPresent())
                .collect(groupingBy(
                        item -> item.result().orElseThrow().zh().replaceAll("[；;。\\s]", ""),
                        LinkedHashMap::new,
                        toList()))
                .forEach((result, items) -> found.when(
                        items.size() > 1 && Said.something(result) && !chosen(guide, items),
                        "items/" + items.getLast().key() + "/result",
                        result));
    }

    /** Chosen apart when all stand in one group of which one is taken, or a scenario question brings or drops all but one. */
    private static boolean chosen(Guide guide, List<Guide.Item> items) {
        var group = guide.groups().stream()
                .filter(g -> g.key().equals(items.getFirst().group()))
                .findFirst();
        if (group.filter(g -> g.question().isPresent() && g.rule() != Guide.GroupRule.ALL)
                        .isPresent()
                && items.stream()
                        .allMatch(item -> item.group().equals(items.getFirst().group()))) return true;
        long decided = items.stream().filter(item -> decided(guide, item)).count();
        return decided >= items.size() - 1;
    }

    private static boolean decided(Guide guide, Guide.Item item) {
        boolean byGroup = guide.groups().stream()
                .anyMatch(g -> g.key().equals(item.group()) && g.question().isPresent());
        return byGroup
                || guide.questions().stream()
                        .flatMap(question -> question.choices().stream())
                        .flatMap(choice -> choice.effects().stream())
                        .anyMatch(effect -> (effect.kind() == Guide.EffectKind.INCLUDE_ITEM
                                        || effect.kind() == Guide.EffectKind.EXCLUDE_ITEM)
                                && effect.ref().equals(item.key()));
    }

    /** R26 */
    static void otherDaysPublished(Guide guide, Found found) {
        guide.reform()
                .after()
                .filter(after -> after.days() != guide.jointLimit().value())
                .ifPresent(after -> found.at(
                        "reform/after/days",
                        after.days() + " ≠ " + guide.jointLimit().value()));
    }

    /** R31 */
    static void worseThanBefore(Guide guide, Found found) {
        var before = guide.reform().before();
        var after = guide.reform().after();
        if (before.isEmpty() || after.isEmpty()) return;
        worse(before.get().days(), after.get().days(), "days", found);
        worse(before.get().visits(), after.get().visits(), "visits", found);
        worse(before.get().materials(), after.get().materials(), "materials", found);
        worse(before.get().steps(), after.get().steps(), "steps", found);
    }

    private static void worse(int before, int after, String field, Found found) {
        found.when(after > before, "reform/after/" + field, before + " → " + after);
    }

    /** R33 */
    static void specialWithoutLimit(Service service, Found found) {
        service.special()
                .filter(special -> special.limit().isEmpty())
                .ifPresent(special -> found.at("special/limit", String.join("、", special.types())));
    }

    static String text(Guide.Limit limit) {
        return limit.value() + " " + unit(limit);
    }

    private static String unit(Guide.Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> "工作日";
            case DAY -> "日";
            case HOUR -> "小时";
            case MONTH -> "个月";
            case YEAR -> "年";
        };
    }
}
