package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Product;

/** On texts of three fields, so that every kind of meeting comes up. */
class InheritanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final PublishEdition publish = Product.running().bean(PublishEdition.class);
    private final Contents contents = Product.running().bean(Contents.class);
    private final Editions editions = Product.running().bean(Editions.class);
    private final LifeEvents lifeEvents = Product.running().bean(LifeEvents.class);
    private String subject = "test-" + UUID.randomUUID();

    @Test
    void a_new_standard_reaches_city_and_county_and_each_keeps_its_difference() {
        standard(TODAY, 1, 1, 1);
        child("city", Variant.STANDARD);
        child("county", "city");
        vary("city", TODAY, "a", 2);
        vary("county", TODAY, "b", 3);

        standard(TODAY.plusDays(7), 1, 1, 9);

        assertThat(text("county", TODAY)).isEqualTo("2 3 1");
        assertThat(text("county", TODAY.plusDays(6))).isEqualTo("2 3 1");
        assertThat(text("county", TODAY.plusDays(7))).isEqualTo("2 3 9");
        assertThat(text("city", TODAY.plusDays(7))).isEqualTo("2 1 9");
    }

    @Test
    void where_standard_and_county_have_changed_the_same_the_county_stays_and_is_told() {
        standard(TODAY, 1, 1, 1);
        child("county", Variant.STANDARD);
        vary("county", TODAY, "a", 2);

        var published = (PublishEdition.Publication.Published) standard(TODAY, 5, 1, 1);

        assertThat(text("county", TODAY)).isEqualTo("2 1 1");
        assertThat(published.conflicts()).hasSize(1);
        assertThat(published.conflicts().getFirst().conflicts())
                .extracting(c -> c.change().field())
                .containsExactly("a");
        assertThat(inheritance().stuck(subject, "county", TODAY)).isPresent();
    }

    @Test
    void a_county_that_changes_today_follows_the_standard_that_is_already_published_for_next_week() {
        standard(TODAY, 1, 1, 1);
        standard(TODAY.plusDays(7), 1, 1, 9);
        child("county", Variant.STANDARD);

        vary("county", TODAY, "a", 2);

        assertThat(text("county", TODAY)).isEqualTo("2 1 1");
        assertThat(text("county", TODAY.plusDays(7))).isEqualTo("2 1 9");
    }

    @Test
    void a_variant_keeps_its_differences_and_their_reasons_and_nothing_else() {
        standard(TODAY, 1, 1, 1);
        child("county", Variant.STANDARD);
        vary("county", TODAY, "b", 4);

        var kept = contents.find(
                editions.inForce(subject, "county", TODAY).orElseThrow().id());

        assertThat(kept.content()).isEmpty();
        assertThat(kept.changes()).extracting(Change::field).containsExactly("b");
        assertThat(kept.changes()).extracting(Change::reason).containsExactly("因为");
    }

    @Test
    void the_same_published_again_is_no_edition() {
        standard(TODAY, 1, 1, 1);

        assertThat(standard(TODAY, 1, 1, 1)).isInstanceOf(PublishEdition.Publication.Unchanged.class);
    }

    @Test
    void an_edition_in_force_is_found_for_any_day() {
        standard(TODAY.minusDays(10), 1, 1, 1);
        standard(TODAY, 2, 1, 1);

        assertThat(editions.inForce(subject, Variant.STANDARD, TODAY.minusDays(11)))
                .isEmpty();
        assertThat(text(Variant.STANDARD, TODAY.minusDays(1))).isEqualTo("1 1 1");
        assertThat(text(Variant.STANDARD, TODAY.plusYears(1))).isEqualTo("2 1 1");
    }

    /** Whatever is published in whatever order: no edition changes once it is there, and a child that is not stuck is its base and its differences. */
    @Property(tries = 25)
    void published_editions_never_change_and_inheritance_always_holds(@ForAll long seed) {
        var random = new Random(seed);
        subject = "test-" + UUID.randomUUID();
        standard(TODAY, 1, 1, 1);
        child("city", Variant.STANDARD);
        child("county", "city");
        vary("city", TODAY, "a", 2);
        vary("county", TODAY, "b", 3);
        Map<UUID, JsonNode> seen = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            var day = TODAY.plusDays(random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> standard(day, random.nextInt(3), random.nextInt(3), random.nextInt(3));
                case 1 -> vary("city", day, List.of("a", "b", "c").get(random.nextInt(3)), random.nextInt(5));
                default -> vary("county", day, List.of("a", "b", "c").get(random.nextInt(3)), random.nextInt(5));
            }
            seen.forEach(
                    (id, content) -> assertThat(new Contents(editions).of(id)).isEqualTo(content));
            for (var variant : List.of(Variant.STANDARD, "city", "county"))
                for (var head : editions.history(subject, variant))
                    seen.putIfAbsent(head.id(), new Contents(editions).of(head.id()));
            for (var day2 = TODAY; day2.isBefore(TODAY.plusDays(5)); day2 = day2.plusDays(1)) {
                var last = day2;
                for (var variant : List.of("city", "county"))
                    if (inheritance().stuck(subject, variant, last).isEmpty())
                        assertThat(editions.inForce(subject, variant, last)
                                        .orElseThrow()
                                        .base())
                                .contains(editions.inForce(subject, lifeEvents.parent(subject, variant), last)
                                        .orElseThrow()
                                        .id());
            }
        }
    }

    private PublishEdition.Publication standard(LocalDate day, int a, int b, int c) {
        if (lifeEvents.parent(subject, Variant.STANDARD).isEmpty()
                && editions.lastNumber(subject, Variant.STANDARD) == 0)
            lifeEvents.addMadeHere(variant(Variant.STANDARD, ""));
        return publish.standard(
                subject, GuideJson.tree("{\"a\": %d, \"b\": %d, \"c\": %d}".formatted(a, b, c)), terms(day), 0);
    }

    private void child(String key, String parent) {
        lifeEvents.addMadeHere(variant(key, parent));
    }

    /** As an editor does: what was different stays, one field is set. */
    private void vary(String key, LocalDate day, String field, int value) {
        var parent =
                editions.inForce(subject, lifeEvents.parent(subject, key), day).orElseThrow();
        var before = editions.inForce(subject, key, day).map(e -> contents.of(e.id()));
        var text = (ObjectNode) before.orElseGet(() -> contents.of(parent.id())).deepCopy();
        text.put(field, value);
        var changes = new ArrayList<Change>();
        for (var change : Changes.between(contents.of(parent.id()), text)) changes.add(change.because("因为"));
        publish.variant(subject, key, changes, terms(day), 0);
    }

    private String text(String variant, LocalDate day) {
        var text = contents.of(
                editions.inForce(subject, variant, day).orElseThrow().id());
        return text.get("a").asInt() + " " + text.get("b").asInt() + " "
                + text.get("c").asInt();
    }

    private Variant variant(String key, String parent) {
        return new Variant(subject, key, Variant.Kind.CONTENT, false, Optional.empty(), false, List.of(), parent, "");
    }

    private static PublishEdition.Terms terms(LocalDate day) {
        return PublishEdition.Terms.asIs(day);
    }

    private static Inheritance inheritance() {
        return Product.running().bean(Inheritance.class);
    }

    @AfterEach
    void forgetTheVariants() {
        Product.running()
                .bean(JdbcClient.class)
                .sql("delete from catalogue.variant where subject like 'test-%'")
                .update();
    }
}
