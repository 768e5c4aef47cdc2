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
                        FieldDifference.of("items/social-card/promised/value", "30", "15"),
                        FieldDifference.of("items/household-reg/promised/value", "10", "5"));
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
