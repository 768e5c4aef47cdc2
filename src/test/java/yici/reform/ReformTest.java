package yici.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import yici.application.Fullest;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.catalogue.PublishEdition;
import yici.catalogue.PublishEdition.Terms;
import yici.catalogue.SampleGuides;
import yici.house.Http;
import yici.house.Product;
import yici.kit.View;

/** Figures follow from editions, and from nothing else. */
class ReformTest {

    private static final String PROVINCE = "430000000000";
    private static final String NEWBORN = "43PCN0009";
    private static final String UTILITIES = "43TCN0004";

    @Test
    void every_life_event_takes_no_more_of_people_in_one_go_than_one_by_one() {
        for (var guide : SampleGuides.standards()) {
            var both = Count.of(guide);
            for (var figure : List.of(Figure.EVIDENCE, Figure.TRIPS, Figure.STEPS, Figure.FIELDS))
                assertThat(figure.of(both.together()))
                        .as(guide.code() + " " + figure)
                        .isLessThanOrEqualTo(figure.of(both.apart()));
            assertThat(both.apart().evidence()).as(guide.code()).isPositive();
        }
    }

    @Test
    void the_newborn_is_counted_as_by_hand() {
        var guide = SampleGuides.standard(NEWBORN);
        var plan = Fullest.of(guide);
        var both = Count.of(guide);

        assertThat(both.apart().steps()).isEqualTo(plan.items().size());
        assertThat(both.apart().days())
                .isEqualTo(plan.items().stream()
                        .mapToInt(item -> Count.workingDays(guide.item(item).promised()))
                        .sum());
        assertThat(both.together().steps()).isEqualTo(1);
        // the longest single service is a social security card of 30 days, whatever the whole is said to take
        assertThat(both.together().days())
                .isGreaterThanOrEqualTo(30)
                .isLessThan(both.apart().days());
    }

    @Test
    void limits_are_counted_in_working_days() {
        assertThat(Count.workingDays(new Guide.Limit(7, Guide.Unit.DAY))).isEqualTo(5);
        assertThat(Count.workingDays(new Guide.Limit(1, Guide.Unit.DAY))).isEqualTo(1);
        assertThat(Count.workingDays(new Guide.Limit(9, Guide.Unit.HOUR))).isEqualTo(2);
        assertThat(Count.workingDays(new Guide.Limit(2, Guide.Unit.MONTH))).isEqualTo(42);
        assertThat(Count.workingDays(new Guide.Limit(0, Guide.Unit.WORKING_DAY)))
                .isZero();
    }

    @Test
    void another_edition_gives_other_figures_from_its_day_on_and_the_page_links_both() {
        var day = LocalDate.of(2034, 6, 1);
        var standard = text(UTILITIES, PROVINCE, day);
        publish(Changes.with(standard, List.of("jointLimit"), Optional.of(days(321))), day);
        publish(standard, day.plusDays(1));
        var http = new Http();

        var then = http.get("/reform/" + UTILITIES + "?on=" + day).body();

        assertThat(then).contains("321", "/events/" + UTILITIES + "/history/std/1\"");
        assertThat(http.get("/reform/" + UTILITIES).body()).doesNotContain("321");
        assertThat(http.get("/reform/" + UTILITIES + "?on=" + day.plusDays(1)).body())
                .doesNotContain("321");
        assertThat(http.get("/reform.csv?on=" + day).body()).contains(UTILITIES, "321");
    }

    @Test
    void an_area_with_its_own_edition_has_its_own_figures() {
        var area = "430682000000";
        var variants = bean(AreaVariants.class);
        var today = today();
        var base = variants.text(variants.ground(UTILITIES, area, today).base().id());
        var changes = Changes.between(base, Changes.with(base, List.of("jointLimit"), Optional.of(days(234)))).stream()
                .map(change -> change.because("本地工程较多"))
                .toList();
        variants.publish(UTILITIES, area, changes, terms(today));

        var figures = bean(ReadReform.class).one(UTILITIES, area, today);

        assertThat(figures.line().after().days()).isEqualTo(234);
        assertThat(figures.groups())
                .anySatisfy(group -> assertThat(group.together().days()).isEqualTo(234));
        assertThat(new Http().get("/reform.csv?event=" + UTILITIES).body()).contains(area, "234");
        assertThat(bean(ReadReform.class)
                        .one(UTILITIES, PROVINCE, today)
                        .line()
                        .after()
                        .days())
                .isNotEqualTo(234);
        variants.giveBack(UTILITIES, area, "", terms(today));
    }

    @Test
    void what_is_no_day_or_no_life_event_is_told() {
        var http = new Http();

        assertThat(http.get("/reform?on=tomorrow").body()).contains("“tomorrow”不是日期");
        assertThat(http.get("/reform?on=1950-01-01").statusCode()).isEqualTo(200);
        assertThat(http.get("/reform/nothing").statusCode()).isEqualTo(404);
        assertThat(bean(Catalogue.class).variants(LocalDate.of(1948, 1, 1))).isEmpty();
    }

    private static JsonNode days(int count) {
        return JsonNodeFactory.instance.objectNode().put("unit", "WORKING_DAY").put("value", count);
    }

    private static void publish(JsonNode text, LocalDate day) {
        bean(PublishEdition.class).standard(bean(AreaVariants.class).read(text), terms(day));
    }

    private static JsonNode text(String code, String area, LocalDate day) {
        var variants = bean(AreaVariants.class);
        return variants.text(variants.ground(code, area, day).base().id());
    }

    private static Terms terms(LocalDate day) {
        var somebody = Optional.of(UUID.randomUUID());
        return new Terms(day, "试验", somebody, somebody, true);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}
