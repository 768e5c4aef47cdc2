package yici.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import yici.catalogue.SampleGuides;
import yici.catalogue.SampleGuides.Told;
import yici.catalogue.Variant;
import yici.drift.Comparison.Verdict;

class DriftTest {

    /** The order it is said to have is that of the standard as it is kept, so nothing of a difference is left. */
    private static final String ORDER_OF_THE_STANDARD = "v-07c712b8";

    @Test
    void comparing_finds_the_kind_of_difference_the_source_tells_for_all_variants_but_two_of_the_nine_life_events() {
        for (var code : SampleGuides.codes())
            for (var told : real(code))
                if (told.variant().kind() != Variant.Kind.CONTENT
                        && !told.variant().key().equals(ORDER_OF_THE_STANDARD))
                    assertThat(compare(code, told).verdict())
                            .as(code + "/" + told.variant().key())
                            .isIn(expected(told.variant().kind()));
    }

    private static Set<Verdict> expected(Variant.Kind kind) {
        return switch (kind) {
            case BASE, NONE_VISIBLE -> Set.of(Verdict.SAME);
            case ORDER_ONLY -> Set.of(Verdict.ORDER_ONLY);
            case UNKNOWN -> Set.of(Verdict.UNKNOWN);
            case CONTENT, SYNTHETIC -> throw new IllegalArgumentException(kind + " is looked at by itself");
        };
    }

    @Test
    void the_one_variant_said_to_be_in_another_order_is_in_that_of_the_standard() {
        var told = real("43TCN0003").stream()
                .filter(t -> t.variant().key().equals(ORDER_OF_THE_STANDARD))
                .findFirst()
                .orElseThrow();

        assertThat(told.variant().kind()).isEqualTo(Variant.Kind.ORDER_ONLY);
        assertThat(compare("43TCN0003", told).verdict()).isEqualTo(Verdict.SAME);
    }

    /**
     * 43PCP0008/v-b7930592: each document twice, and two answers where the standard has one. Repetition is taken away on reading and the
     * second answer is not in the sample, so what is kept of this variant is the standard; no rule of it is known to differ.
     */
    @Test
    void the_one_variant_the_source_calls_other_content_only_repeats_what_the_standard_lists() {
        var content = SampleGuides.codes().stream()
                .flatMap(code -> real(code).stream())
                .filter(told -> told.variant().kind() == Variant.Kind.CONTENT)
                .toList();

        assertThat(content).singleElement().satisfies(told -> {
            assertThat(told.variant().note()).contains("各出现两次");
            assertThat(compare(told.variant().lifeEvent(), told).verdict()).isEqualTo(Verdict.SAME);
        });
    }

    @Test
    void the_newborn_drifts_by_27_percent_in_fingerprints_and_by_none_to_23_in_rules() {
        var drift = drift("43PCN0009");

        assertThat(drift.areas()).isEqualTo(145);
        assertThat(drift.fingerprintPercent()).isEqualTo(27);
        assertThat(drift.largest()).isEqualTo(112);
        assertThat(drift.unread()).isEqualTo(33);
        assertThat(drift.leastPercent()).isZero();
        assertThat(drift.mostPercent()).isEqualTo(23);
    }

    /**
     * Of each life event: areas; variants equal to the standard beside it, in another order only, with other rules; areas nobody has read;
     * drift of rules at least and at most, and by fingerprint. All that is known to differ is noise.
     */
    @Test
    void the_nine_real_life_events_show_noise_and_no_other_rules() {
        assertThat(SampleGuides.codes().stream().map(DriftTest::figures))
                .containsExactly(
                        "43PCN0009 areas 145: same 1, order 1, rules 0, unread 33; drift 0 to 23, fingerprints 27",
                        "43PCN0010 areas 145: same 0, order 1, rules 0, unread 11; drift 0 to 8, fingerprints 8",
                        "43PCN0012 areas 146: same 0, order 1, rules 0, unread 109; drift 0 to 75, fingerprints 77",
                        "43PCN0013 areas 145: same 1, order 1, rules 0, unread 73; drift 0 to 50, fingerprints 56",
                        "43PCP0007 areas 129: same 0, order 1, rules 0, unread 48; drift 0 to 37, fingerprints 38",
                        "43PCP0008 areas 140: same 2, order 0, rules 0, unread 0; drift 0 to 0, fingerprints 3",
                        "43TCN0003 areas 25: same 1, order 1, rules 0, unread 0; drift 0 to 0, fingerprints 28",
                        "43TCN0004 areas 147: same 0, order 1, rules 0, unread 27; drift 0 to 18, fingerprints 19",
                        "43TCN0008 areas 155: same 1, order 1, rules 0, unread 21; drift 0 to 14, fingerprints 23");
    }

    private static String figures(String code) {
        var drift = drift(code);
        var verdicts = drift.groups().stream()
                .flatMap(group -> group.variants().stream())
                .map(beside -> beside.comparison().verdict())
                .toList();
        return "%s areas %d: same %d, order %d, rules %d, unread %d; drift %d to %d, fingerprints %d"
                .formatted(
                        code,
                        drift.areas(),
                        verdicts.stream().filter(Verdict.SAME::equals).count() - 1,
                        verdicts.stream().filter(Verdict.ORDER_ONLY::equals).count(),
                        verdicts.stream().filter(Verdict.RULES::equals).count(),
                        drift.unread(),
                        drift.leastPercent(),
                        drift.mostPercent(),
                        drift.fingerprintPercent());
    }

    @Test
    void order_is_told_as_noise_by_the_list_it_is_in() {
        var noisy = real("43TCN0003").stream()
                .filter(told -> told.variant().key().equals("v-17d58638"))
                .findFirst()
                .orElseThrow();

        assertThat(compare("43TCN0003", noisy).noise()).containsExactly("faq");
        assertThat(compare("43PCN0009", invented("43PCN0009")).noise()).isEmpty();
    }

    @Test
    void what_is_made_up_is_shown_and_not_counted() {
        var made = new Drift.Beside("syn-1", 1, true, compare("43PCN0009", invented("43PCN0009")));
        var standard = new Drift.Beside("std", 10, false, new Comparison(Verdict.SAME, List.of(), List.of()));
        var drift = Drift.of("43PCN0009", List.of(standard, made), java.util.Optional.empty());

        assertThat(drift.groups()).hasSize(2);
        assertThat(drift.areas()).isEqualTo(10);
        assertThat(drift.leastPercent()).isZero();
    }

    @Test
    void what_nobody_has_read_is_in_no_group() {
        assertThat(drift("43PCN0009").groups())
                .flatExtracting(Drift.Group::variants)
                .extracting(Drift.Beside::variant)
                .doesNotContain("v-166a2d67");
    }

    @Test
    void an_invented_rule_is_found_field_by_field_and_makes_a_group_of_its_own() {
        var comparison = compare("43PCN0009", invented("43PCN0009"));

        assertThat(comparison.verdict()).isEqualTo(Verdict.RULES);
        assertThat(comparison.differences())
                .containsExactlyInAnyOrder(
                        FieldDifference.of("items/social-card/promised", "30 WORKING_DAY", "15 WORKING_DAY"),
                        FieldDifference.of("items/household-reg/promised", "10 WORKING_DAY", "5 WORKING_DAY"));
    }

    @Test
    void another_telephone_is_no_other_rule() {
        var comparison = compare("43TCN0004", invented("43TCN0004"));

        assertThat(comparison.verdict()).isEqualTo(Verdict.EDITORIAL);
    }

    @Property(tries = 40)
    void order_and_repetition_never_make_a_difference(@ForAll long seed) {
        for (var guide : SampleGuides.standards())
            assertThat(Compare.of(guide, Shuffled.of(guide, seed)).differences())
                    .isEmpty();
    }

    @Property(tries = 40)
    void order_and_repetition_never_hide_a_difference(@ForAll long seed) {
        for (var code : List.of("43PCN0009", "43TCN0003", "43PCN0013", "43PCP0007", "43PCN0010", "43TCN0004")) {
            var standard = SampleGuides.standard(code);
            var own = invented(code).guide().orElseThrow();
            var shuffled = Compare.of(Shuffled.of(standard, seed), Shuffled.of(own, seed + 1));

            assertThat(Set.copyOf(shuffled.differences()))
                    .isEqualTo(Set.copyOf(Compare.of(standard, own).differences()));
        }
    }

    private static Drift drift(String code) {
        var variants = real(code).stream()
                .map(told -> new Drift.Beside(
                        told.variant().key(),
                        told.variant().areaCount().orElse(told.variant().areas().size()),
                        false,
                        compare(code, told)))
                .toList();
        return Drift.of(code, variants, SampleGuides.regionalGuides(code));
    }

    private static Comparison compare(String code, Told told) {
        return told.guide()
                .map(own -> Compare.of(SampleGuides.standard(code), own))
                .orElse(Comparison.UNREAD);
    }

    private static List<Told> real(String code) {
        return SampleGuides.variants(code).stream()
                .filter(told -> !told.variant().invented())
                .toList();
    }

    private static Told invented(String code) {
        return SampleGuides.variants(code).stream()
                .filter(told -> told.variant().invented())
                .findFirst()
                .orElseThrow();
    }
}
