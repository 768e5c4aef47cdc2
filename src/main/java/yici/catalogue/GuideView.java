package yici.catalogue;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yici.form.DataElement;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;
import yici.kit.BeforeAfter;
import yici.kit.Graph;
import yici.kit.Translated;
import yici.kit.View;

/**
 * What the page of a guide shows, for one area.
 *
 * @param deciding the body that decides in this area what is filed today, by item; one that nobody decides is missing
 * @param departments names by key, external parties too
 * @param covers areas that offer this variant, as far as the source lists them
 * @param differences from the standard of the province
 * @param reasons for them, each once
 * @param asOf the day whose text is shown; empty for today
 */
record GuideView(
        Offer.Offered offer,
        Variant variant,
        Topic topic,
        Map<String, PublicBody> deciding,
        Map<String, Translated> departments,
        List<Area> covers,
        List<Difference> differences,
        List<String> reasons,
        Optional<LocalDate> asOf) {

    private static final int MANY = 3;

    Edition edition() {
        return offer.edition();
    }

    LocalDate publishedOn() {
        return LocalDate.ofInstant(edition().publishedAt(), View.ZONE);
    }

    /** The own level of an area is the area's own counter, not one that takes over from it. */
    boolean isOwn() {
        var area = offer.area();
        return !offer.inherited()
                || area.level() == Area.Level.OWN_LEVEL
                        && area.parent().equals(Optional.of(offer.from().code()));
    }

    Guide guide() {
        return offer.edition().guide();
    }

    /** Where answering begins; the notice itself where nothing has to be asked. */
    String start() {
        return guide().questions().stream()
                .findFirst()
                .map(q -> "/events/" + guide().code() + "/ask/" + q.key())
                .orElse("/events/" + guide().code() + "/notice");
    }

    /** What one holds in the hand afterwards; each once. */
    List<Translated> results() {
        return guide().items().stream()
                .flatMap(i -> i.result().stream())
                .distinct()
                .toList();
    }

    int departmentsJoined() {
        return Stream.concat(
                        guide().departments().stream(), guide().items().stream().map(Guide.Item::department))
                .collect(toSet())
                .size();
    }

    Optional<Integer> visits() {
        return guide().reform().after().map(Guide.Effort::visits);
    }

    List<Guide.Item> items(Guide.Group group) {
        return group.items().stream().map(guide()::item).toList();
    }

    /** One for all of a long group whose items differ in their names only. */
    Optional<Guide.Item> alike(Guide.Group group) {
        var items = items(group);
        boolean alike = items.size() > MANY
                && items.stream().map(GuideView::facts).distinct().count() == 1;
        return alike ? Optional.of(items.getFirst()) : Optional.empty();
    }

    private static List<Object> facts(Guide.Item i) {
        return List.of(
                i.department(),
                i.externalParty(),
                i.nodeType(),
                i.promised(),
                i.statutory(),
                i.result(),
                i.presence(),
                i.offlineOnly(),
                i.clockStops(),
                i.note());
    }

    Optional<Translated> decides(Guide.Item item) {
        return Optional.ofNullable(deciding.get(item.key())).map(PublicBody::name);
    }

    Translated department(String key) {
        return departments.getOrDefault(key, Translated.zh(key));
    }

    Translated itemName(String key) {
        return guide().item(key).name();
    }

    List<Guide.Evidence> asked() {
        return guide().evidence().stream()
                .filter(e -> e.waiver() == Guide.Waiver.NONE)
                .toList();
    }

    List<Guide.Evidence> waived() {
        return guide().evidence().stream()
                .filter(e -> e.waiver() != Guide.Waiver.NONE)
                .toList();
    }

    boolean usedByAll(Guide.Evidence evidence) {
        return Set.copyOf(evidence.usedBy()).size() == guide().items().size();
    }

    Optional<String> official(String name) {
        return Optional.ofNullable(guide().officialTexts().get(name)).filter(Said::something);
    }

    /** Figures the authority has published. */
    List<BeforeAfter> published() {
        var before = guide().reform().before();
        var after = guide().reform().after();
        if (before.isEmpty() || after.isEmpty()) return List.of();
        var b = before.get();
        var a = after.get();
        return List.of(
                new BeforeAfter(BeforeAfter.Measure.DAYS, b.days(), a.days()),
                new BeforeAfter(BeforeAfter.Measure.VISITS, b.visits(), a.visits()),
                new BeforeAfter(BeforeAfter.Measure.PAPERS, b.materials(), a.materials()),
                new BeforeAfter(BeforeAfter.Measure.STEPS, b.steps(), a.steps()));
    }

    /** What this edition itself comes to when every item is applied for alone, and when all are applied for as one. */
    record Counted(int before, int after) {}

    Counted fields() {
        return new Counted(
                guide().elements().stream().mapToInt(e -> e.neededBy().size()).sum(),
                guide().elements().size());
    }

    long fieldsKnown() {
        return guide().elements().stream()
                .filter(e -> e.origin() != DataElement.Origin.ASKED)
                .count();
    }

    Counted papers() {
        return new Counted(
                guide().evidence().stream().mapToInt(e -> e.usedBy().size()).sum(), asked().size());
    }

    Counted forms() {
        return new Counted(guide().items().size(), 1);
    }

    List<Contradiction> contradictions() {
        return Contradiction.in(guide());
    }

    Graph graph(View view) {
        return GuideGraph.of(this, view);
    }

    boolean isStandard() {
        return variant.isStandard();
    }
}
