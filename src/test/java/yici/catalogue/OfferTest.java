package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.Http;
import yici.house.Product;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.Translated;

/** Service, offer of a body in an area, scenario: the three layers of the catalogue. */
class OfferTest {

    private static final String CLINIC = "tcm-clinic-filing";
    private static final String SHAOYANG = "430523000000";

    private final ServiceOffers offers = Product.running().bean(ServiceOffers.class);
    private final Catalogue catalogue = Product.running().bean(Catalogue.class);
    private final PublishEdition publish = Product.running().bean(PublishEdition.class);
    private final ServiceEditions services = Product.running().bean(ServiceEditions.class);
    private final Search search = Product.running().bean(Search.class);

    @Test
    void a_body_offers_the_service_with_its_differences_each_with_its_reason() {
        var offer = offers.find(CLINIC, SHAOYANG).orElseThrow();

        assertThat(offer.service().promised()).isEqualTo(new Guide.Limit(10, Guide.Unit.WORKING_DAY));
        assertThat(offer.service().statutory()).isEqualTo(standard(CLINIC).statutory());
        assertThat(offer.isOwn()).isTrue();
        assertThat(offer.differences())
                .isNotEmpty()
                .allMatch(change -> !change.reason().isBlank());
    }

    @Test
    void whoever_has_no_differences_offers_what_the_province_says() {
        var offer = offers.find(CLINIC, "430124000000").orElseThrow();

        assertThat(offer.service()).isEqualTo(standard(CLINIC));
        assertThat(offer.differences()).isEmpty();
        assertThat(offer.body()).isPresent();
    }

    @Test
    void national_codes_stay_as_the_source_has_them() {
        assertThat(standard(CLINIC).implementation().codes())
                .contains(
                        new Implementation.Code("unifyId", "431023085W00", ""),
                        new Implementation.Code("ywCode", "01", ""),
                        new Implementation.Code("itemType", "OTHER_POWER", "其他行政权力"));
    }

    @Test
    void every_service_of_the_source_has_a_scenario_and_a_document_is_named_by_its_key() {
        assertThat(catalogue.services()).hasSizeGreaterThanOrEqualTo(22).allSatisfy(service -> {
            assertThat(service.implementation().scenarios()).isNotEmpty();
            assertThat(service.documents())
                    .extracting(Service.Document::key)
                    .containsAll(service.implementation().scenarios().getFirst().documents());
        });
    }

    @Test
    void a_level_that_does_not_handle_it_does_not_offer_it() {
        var offering = offers.of(standard(CLINIC));

        assertThat(offering)
                .hasSizeGreaterThan(100)
                .noneMatch(o -> o.area().level() == yici.jurisdiction.Area.Level.PREFECTURE);
    }

    @Test
    void it_is_found_from_the_service_the_body_the_area_and_by_words() {
        var page = "/services/" + CLINIC + "/offers/" + SHAOYANG;
        var http = new Http();

        assertThat(http.get("/services/" + CLINIC + "/offers").body()).contains(page);
        assertThat(http.get("/services/" + CLINIC + "?area=" + SHAOYANG).body()).contains(page);
        assertThat(http.get("/bodies/health@" + SHAOYANG).body()).contains(page);
        assertThat(http.get("/areas/" + SHAOYANG).body()).contains("/bodies/health@" + SHAOYANG);
        assertThat(http.get("/search?q=%E9%82%B5%E9%98%B3%E5%8E%BF+%E4%B8%AD%E5%8C%BB%E8%AF%8A%E6%89%80")
                        .body())
                .contains(page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void its_page_says_everything_in_each_language_and_marks_what_is_chinese(Language language) {
        var page = new Http(language).get("/services/" + CLINIC + "/offers/" + SHAOYANG);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("431023085W00", "0739-0000001", "0739-0000002", "消防应急预案", "十个工作日可以办完")
                .doesNotContain("catalogue.");
        if (language != Language.ZH) assertThat(page.body()).contains("lang=\"zh-CN\">示例路1号");
    }

    @Test
    void a_new_text_of_the_province_reaches_offers_and_each_keeps_its_differences() {
        var day = LocalDate.of(2031, 4, 1);
        var old = standard("harvester-permit");
        services.standard(renamed(old, "联合收割机跨区作业证（新）"), PublishEdition.Terms.asIs(day));
        services.standard(old, PublishEdition.Terms.asIs(day.plusDays(1)));

        var offer = offers.find("harvester-permit", "430124000000", day).orElseThrow();

        assertThat(offer.service().name().zh()).isEqualTo("联合收割机跨区作业证（新）");
        assertThat(offer.service().implementation().contact()).isPresent();
        assertThat(offers.find("harvester-permit", "430124000000")
                        .orElseThrow()
                        .service()
                        .name())
                .isEqualTo(old.name());
    }

    @Test
    void lists_and_search_change_on_the_day_and_not_before() {
        var day = LocalDate.of(2031, 4, 11);
        var guide = catalogue.standard("43TCN0004");
        var name = Translated.of("水电气讯联合报装改名一件事", "Utilities renamed");
        publish.standard(renamed(guide, name), PublishEdition.Terms.asIs(day));
        publish.standard(guide, PublishEdition.Terms.asIs(day.plusDays(1)));
        assertThat(names()).doesNotContain(name.zh());
        assertThat(found("联合报装改名")).isEmpty();

        Product.running().clock().to(day);
        try {
            assertThat(names()).contains(name.zh());
            assertThat(found("联合报装改名")).containsExactly("43TCN0004");
        } finally {
            Product.running().clock().back();
        }
        assertThat(names()).doesNotContain(name.zh());
        assertThat(found("联合报装改名")).isEmpty();
    }

    @Test
    void an_offer_that_says_nothing_else_or_does_not_say_why_is_refused() {
        var terms = PublishEdition.Terms.asIs(LocalDate.of(2031, 4, 20));
        var promised = GuideJson.tree(standard("harvester-permit")).get("promised");
        var other = GuideJson.tree("{\"unit\":\"WORKING_DAY\",\"value\":3}");
        var change = new Change(List.of("promised"), Optional.of(promised), Optional.of(other), "");

        assertThat(services.offer("harvester-permit", "430181000000", false, List.of(), terms))
                .isInstanceOf(ServiceEditions.Offered.Wrong.class);
        assertThat(services.offer("harvester-permit", "430181000000", false, List.of(change), terms))
                .isEqualTo(new ServiceEditions.Offered.Wrong(List.of("promised"), TakeHolding.Why.NO_REASON, ""));
        assertThat(Product.running().bean(Areas.class).find("430181000000")).isPresent();
    }

    private Service standard(String key) {
        return catalogue.services().stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return catalogue.lifeEvents().stream().map(listed -> listed.name().zh()).toList();
    }

    private List<String> found(String words) {
        return search.search(words) instanceof Search.Answer.Hits hits
                ? hits.found().stream().map(found -> found.listed().code()).toList()
                : List.of();
    }

    private static Guide renamed(Guide guide, Translated name) {
        var tree = GuideJson.tree(guide);
        return GuideJson.read(Changes.with(
                tree,
                List.of("name"),
                Optional.of(GuideJson.tree(
                        "{\"texts\":{\"ZH\":\"" + name.zh() + "\",\"EN\":\"" + name.in(Language.EN) + "\"}}"))));
    }

    private static Service renamed(Service service, String name) {
        var tree = GuideJson.tree(service);
        return GuideJson.readService(Changes.with(
                tree, List.of("name"), Optional.of(GuideJson.tree("{\"texts\":{\"ZH\":\"" + name + "\"}}"))));
    }
}
