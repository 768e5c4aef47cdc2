package yici.linter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yici.catalogue.ServiceOffers;
import yici.house.People;
import yici.house.Product;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.linter.WorkList.Entry;
import yici.linter.WorkList.Filter;
import yici.linter.WorkList.Place;

/** What a look found is kept until it is mended, and shown to who governs the area. */
class FindingsTest {

    private static final String PROVINCE = "430000000000";

    /** 浏阳市, whose variant of the newborn is made up: two shorter limits. */
    private static final String COUNTY = "430181000000";

    /** 邵阳县, which has written down how it handles the filing of clinics. */
    private static final String OFFERING = "430523000000";

    private static final SignedIn ABOVE = People.administrator(PROVINCE).me();

    @BeforeAll
    static void look() {
        bean(LookThrough.class).everything();
    }

    @Test
    void a_finding_stands_once_where_it_is_mended_and_is_counted_where_it_is_inherited() {
        var standard = all(ABOVE).stream()
                .filter(entry -> entry.text().code().equals("43PCN0009"))
                .toList();

        assertThat(standard).extracting(entry -> entry.finding().rule()).contains(Rule.R16, Rule.R17);
        assertThat(standard)
                .extracting(entry -> entry.text().variant() + entry.finding())
                .doesNotHaveDuplicates();
        assertThat(standard)
                .filteredOn(entry -> entry.finding().rule() == Rule.R17)
                .extracting(entry -> entry.text().variant())
                .containsExactly("std");
    }

    @Test
    void what_a_body_offers_of_a_service_in_its_own_words_is_looked_at_too() {
        var offer =
                bean(ServiceOffers.class).find("tcm-clinic-filing", OFFERING).orElseThrow();
        var text =
                new Text(Text.Kind.SERVICE, "tcm-clinic-filing", offer.edition().variant());

        assertThat(bean(WorkList.class).holders(reach(ABOVE), text, 5))
                .singleElement()
                .extracting(Text.Holder::area)
                .isEqualTo(OFFERING);
    }

    @Test
    void looking_again_finds_the_same_and_nothing_is_new() {
        var again = bean(LookThrough.class).everything();

        assertThat(again.texts()).isGreaterThan(40);
        assertThat(again.appeared()).isZero();
        assertThat(again.mended()).isZero();
    }

    @Test
    void nothing_is_looked_at_while_nothing_else_is_in_force() {
        bean(LookThrough.class).whatChanged();

        assertThat(bean(LookThrough.class).whatChanged()).isEmpty();
    }

    @Test
    void what_is_no_longer_there_is_mended_and_appears_anew_when_it_comes_back() {
        var text = new Text(Text.Kind.SERVICE, "made-up-" + UUID.randomUUID(), "");
        var wrong = new Finding(Rule.R18, "condition", "符合要求");
        assertThat(keep(text, wrong)).isEqualTo(new KeepFindings.Kept(1, 0));
        var first = find(text).orElseThrow();
        assertThat(keep(text, wrong)).isEqualTo(new KeepFindings.Kept(0, 0));

        assertThat(keep(text)).isEqualTo(new KeepFindings.Kept(0, 1));
        assertThat(find(text)).isEmpty();
        assertThat(bean(WorkList.class)
                        .find(reach(ABOVE), first.id())
                        .orElseThrow()
                        .mendedAt())
                .isPresent();

        assertThat(keep(text, wrong)).isEqualTo(new KeepFindings.Kept(1, 0));
        assertThat(find(text).orElseThrow().id()).isNotEqualTo(first.id());
        keep(text);
    }

    @Test
    void an_administrator_sees_the_texts_of_the_own_area_and_below_and_the_province_sees_all() {
        var county = People.administrator(COUNTY).me();
        var ofProvince = all(ABOVE);

        assertThat(all(county)).allSatisfy(entry -> assertThat(entry.area()).isEqualTo(COUNTY));
        assertThat(ofProvince)
                .extracting(Entry::id)
                .containsAll(all(county).stream().map(Entry::id).toList());
        var foreign = ofProvince.stream()
                .filter(entry -> entry.area().equals(PROVINCE))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> bean(ReadFindings.class).one(county, foreign.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_list_is_in_order_of_weight_and_its_pages_hold_each_finding_once() {
        var all = all(ABOVE);

        assertThat(all).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(entry -> entry.finding().rule().severity().rank())
                .isSorted();
        assertThat(all).hasSizeGreaterThan(WorkList.PAGE);
    }

    @Test
    void a_filter_leaves_what_it_says_and_the_counts_agree_with_the_list() {
        var reach = reach(ABOVE);
        var blocking =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Rule.Severity.BLOCKS));
        var listed = all(ABOVE).stream()
                .filter(entry -> entry.finding().rule().severity() == Rule.Severity.BLOCKS)
                .count();

        assertThat(bean(WorkList.class).broken(reach, blocking).stream()
                        .mapToInt(WorkList.Broken::findings)
                        .sum())
                .isEqualTo((int) listed);
    }

    @Test
    void an_area_and_a_body_score_the_share_of_rules_they_keep() {
        var areas = bean(WorkList.class).areas(reach(ABOVE), 400);
        var bodies = bean(WorkList.class).bodies(reach(ABOVE), 400);

        assertThat(areas).extracting(WorkList.Score::percent).isSorted();
        assertThat(areas).allSatisfy(score -> assertThat(score.percent()).isBetween(1, 99));
        assertThat(bodies).extracting(WorkList.Score::key).contains("health@" + PROVINCE);
    }

    @Test
    void a_draft_gets_hints_and_only_what_blocks_stops_it() {
        var guide = yici.catalogue.SampleGuides.standard("43PCN0009");
        var findings = bean(Lint.class).check(guide);

        assertThat(findings)
                .hasSizeGreaterThan(bean(Lint.class).objections(guide).size());
    }

    private static KeepFindings.Kept keep(Text text, Finding... findings) {
        var looked = new Text.Looked(
                text,
                "",
                Translated.zh("试用事项"),
                "civil-affairs",
                List.of(new Text.Holder(PROVINCE, "civil-affairs@" + PROVINCE)),
                10,
                10 - findings.length,
                0,
                List.of(findings));
        return bean(KeepFindings.class).keep(List.of(text), List.of(looked));
    }

    private static Optional<Entry> find(Text text) {
        return all(ABOVE).stream().filter(entry -> entry.text().equals(text)).findFirst();
    }

    private static List<Entry> all(SignedIn me) {
        var all = new ArrayList<Entry>();
        var place = Optional.of(Place.FIRST);
        while (place.isPresent()) {
            var listing = bean(WorkList.class).list(reach(me), Filter.ALL, place.get());
            all.addAll(listing.entries());
            place = listing.next();
        }
        return all;
    }

    private static yici.identity.Reach reach(SignedIn me) {
        return bean(Policy.class).reach(me, Deed.SEE_FINDINGS);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}
