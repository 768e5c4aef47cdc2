package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void no_real_variant_differs_in_more_than_the_order_of_its_lists() {
        for (String code : Sample.CODES) {
            var theme = Sample.theme(code);
            for (var variant : theme.variants())
                if (variant.isRead() && !variant.invented())
                    assertThat(Difference.between(theme.standard(), theme.guide(variant.key())))
                            .as(code + "/" + variant.key())
                            .isEmpty();
        }
    }

    @Test
    void every_invented_variant_differs_in_what_was_invented() {
        assertThat(differences("43PCN0009", "syn-1")).hasSize(2).allMatch(d -> d instanceof Difference.OtherLimit);
        assertThat(differences("43TCN0003", "syn-2"))
                .hasSize(2)
                .anyMatch(d -> d instanceof Difference.NewPaper(var paper)
                        && paper.name().zh().equals("餐厨垃圾收运合同"));
        assertThat(differences("43PCN0013", "syn-3"))
                .anyMatch(d -> d instanceof Difference.OtherWholeLimit(var from, var to)
                        && from.value() == 22
                        && to.value() == 35)
                .anyMatch(d -> d instanceof Difference.ItemLeftOut(var item)
                        && item.key().equals("onechild-bonus"));
        assertThat(differences("43PCP0007", "syn-4")).singleElement().isInstanceOf(Difference.OtherNecessity.class);
        assertThat(differences("43PCN0010", "syn-5")).singleElement().isInstanceOf(Difference.OtherCondition.class);
        assertThat(differences("43TCN0004", "syn-6")).containsExactly(new Difference.OtherContact());
    }

    @Test
    void a_whole_promised_sooner_than_its_part_is_found() {
        var found = Contradiction.in(Sample.theme("43PCN0009").standard());

        assertThat(found)
                .anyMatch(c -> c instanceof Contradiction.SoonerThanItsPart(var whole, var part)
                        && whole.value() == 5
                        && part.promised().value() == 30)
                .anyMatch(c -> c instanceof Contradiction.ForeignAttachment(var name) && name.equals("就医一件事流程图.png"))
                .hasSize(2);
    }

    @Test
    void published_days_other_than_the_promise_are_found() {
        assertThat(Contradiction.in(Sample.theme("43PCN0012").standard()))
                .anyMatch(c -> c instanceof Contradiction.OtherDays(var promised, int published)
                        && promised.value() == 37
                        && published == 30);
    }

    private static List<Difference> differences(String code, String variant) {
        var theme = Sample.theme(code);
        return Difference.between(theme.standard(), theme.guide(variant));
    }
}
