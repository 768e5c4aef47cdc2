package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Product;
import yici.kit.NotFound;

class CatalogueTest {

    private static final String NEWBORN = "43PCN0009";

    private final Product product = Product.running();
    private final Catalogue catalogue = product.bean(Catalogue.class);
    private final JdbcClient db = product.bean(JdbcClient.class);

    @Test
    void nine_life_events_those_for_persons_first() {
        assertThat(catalogue.lifeEvents())
                .extracting(Listed::code)
                .containsExactly(
                        "43PCN0009",
                        "43PCN0010",
                        "43PCP0007",
                        "43PCN0012",
                        "43PCN0013",
                        "43PCP0008",
                        "43TCN0003",
                        "43TCN0004",
                        "43TCN0008");
    }

    @Test
    void all_that_an_area_offers_is_what_it_offers_one_by_one() {
        var area = "430582000000";

        assertThat(catalogue.offers(area))
                .hasSize(9)
                .allSatisfy(offered -> assertThat(
                                catalogue.offer(offered.edition().guide().code(), area))
                        .isEqualTo(offered));
    }

    @Test
    void an_area_listed_with_the_standard_follows_the_province() {
        var offered = offered("430523000000");

        assertThat(offered.edition().variant()).isEqualTo("std");
        assertThat(offered.from().code()).isEqualTo("430000000000");
        assertThat(offered.inherited()).isTrue();
        assertThat(offered.compared()).isTrue();
    }

    @Test
    void an_area_with_a_variant_of_its_own_offers_that() {
        var offered = offered("430582000000");

        assertThat(offered.edition().variant()).isEqualTo("v-89940523");
        assertThat(offered.inherited()).isFalse();
        assertThat(offered.compared()).isTrue();
    }

    @Test
    void the_own_level_of_an_area_offers_what_the_area_offers() {
        var offered = offered("430582999000");

        assertThat(offered.edition().variant()).isEqualTo("v-89940523");
        assertThat(offered.from().code()).isEqualTo("430582000000");
    }

    @Test
    void a_variant_nobody_has_read_shows_the_standard_and_says_so() {
        var offered = offered("430105000000");

        assertThat(offered.edition().variant()).isEqualTo("std");
        assertThat(offered.from().code()).isEqualTo("430105000000");
        assertThat(offered.compared()).isFalse();
    }

    @Test
    void an_area_without_a_line_of_its_own_follows_the_level_above() {
        // 宁乡经开区 is in no list; 长沙市直 has an unread variant
        var offered = offered("430133000000");

        assertThat(offered.from().code()).isEqualTo("430100000000");
        assertThat(offered.inherited()).isTrue();
        assertThat(offered.compared()).isFalse();
    }

    @Test
    void a_county_listed_with_the_standard_does_not_follow_its_city() {
        // 邵阳市直 has an unread variant, 邵阳县 is named with the standard
        assertThat(offered("430500000000").compared()).isFalse();
        assertThat(offered("430523000000").compared()).isTrue();
    }

    @Test
    void an_invented_difference_is_marked_as_one() {
        var liuyang = offered("430181000000").edition();

        assertThat(liuyang.variant()).isEqualTo("syn-1");
        assertThat(liuyang.guide().item("social-card").promised().value()).isEqualTo(15);
        assertThat(catalogue.isInvented(liuyang)).isTrue();
        assertThat(catalogue.isInvented(offered("430523000000").edition())).isFalse();
    }

    @Test
    void a_life_event_that_does_not_exist_names_the_nearest() {
        var unknown = (Offer.Unknown) catalogue.offer("43PCN0019", "430000000000");

        assertThat(unknown.nearest()).extracting(Listed::code).contains(NEWBORN).hasSize(3);
    }

    @Test
    void an_area_that_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> catalogue.offer(NEWBORN, "990000000000")).isInstanceOf(NotFound.class);
    }

    @Test
    void an_edition_is_found_again_as_it_was_published() {
        var edition = offered("430523000000").edition();

        assertThat(edition.guide()).isEqualTo(Sample.theme(NEWBORN).standard());
        assertThat(edition.version()).matches("43PCN0009/std/[0-9]+");
        assertThat(catalogue.edition(edition.id())).isEqualTo(edition);
        assertThatThrownBy(() -> catalogue.edition(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void loading_the_same_sample_again_publishes_nothing() {
        var before = db.sql("select count(*) from catalogue.edition")
                .query(Long.class)
                .single();

        product.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> product.bean(LoadCatalogue.class).load(Path.of("sample")));

        assertThat(db.sql("select count(*) from catalogue.edition")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void a_variant_follows_its_standard_into_the_next_edition_and_the_old_one_stays() {
        var before = ((Offer.Offered) catalogue.offer("43TCN0004", "430801000000")).edition();
        var changed = Changed.withName(before.guide(), "水电气网联合报装（新版）");

        var published = publish(changed);
        var after = ((Offer.Offered) catalogue.offer("43TCN0004", "430801000000")).edition();
        publish(before.guide());

        assertThat(((PublishEdition.Publication.Published) published).followed())
                .extracting(EditionHead::id)
                .contains(after.id());
        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(after.guide().name().zh()).isEqualTo("水电气网联合报装（新版）");
        assertThat(catalogue.edition(before.id()).guide()).isEqualTo(before.guide());
    }

    @Test
    void an_edition_cannot_be_changed_by_the_product() {
        assertThatThrownBy(
                        () -> db.sql("update catalogue.edition set number = 9").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static PublishEdition.Publication publish(Guide guide) {
        var today = Product.running().bean(InForce.class).today();
        var terms = new PublishEdition.Terms(today, "", Optional.empty(), Optional.empty(), false);
        return Product.running().bean(PublishEdition.class).standard(guide, terms);
    }

    private Offer.Offered offered(String area) {
        return (Offer.Offered) catalogue.offer(NEWBORN, area);
    }

    @Test
    void a_guide_that_breaks_a_blocking_rule_is_refused_with_everything_that_speaks_against_it() {
        var before = offered("430523000000").edition();
        var shorter = (ObjectNode) GuideJson.tree(before.guide());
        shorter.withObject("jointLimit").put("value", 1);

        var refused = publish(GuideJson.read(shorter));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        PublishEdition.Publication.Refused.class,
                        r -> assertThat(r.objections())
                                .extracting(BeforePublishing.Objection::rule)
                                .contains("R16"));
        assertThat(offered("430523000000").edition()).isEqualTo(before);
    }
}
