package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import yici.house.Product;

class SearchTest {

    private final Search search = Product.running().bean(Search.class);

    @Test
    void a_name_comes_before_content() {
        var hits = hits("退休");

        assertThat(hits.found().getFirst().listed().code()).isEqualTo("43PCN0013");
        assertThat(hits.found()).hasSizeGreaterThan(1);
    }

    @Test
    void what_people_say_finds_what_officials_call_otherwise() {
        assertThat(codes(hits("上户口"))).contains("43PCN0009");
        assertThat(codes(hits("开饭店"))).containsExactly("43TCN0003");
    }

    @Test
    void a_document_leads_to_those_who_ask_for_it_and_says_so() {
        var found = hits("结婚证").found().stream()
                .filter(f -> f.listed().code().equals("43PCN0009"))
                .findFirst()
                .orElseThrow();

        assertThat(found.reasons()).anyMatch(r -> r.field() == SearchLine.Field.EVIDENCE);
    }

    @Test
    void english_words_are_found_by_their_beginning_in_any_case() {
        assertThat(codes(hits("Newborn"))).first().isEqualTo("43PCN0009");
        assertThat(codes(hits("RESTAUR"))).contains("43TCN0003");
    }

    @Test
    void each_word_must_occur() {
        assertThat(codes(hits("newborn certificate"))).containsExactly("43PCN0009");
    }

    @Test
    void single_services_are_found_too() {
        assertThat(codes(hits("农村危房改造"))).containsExactly("rural-house-repair");
        assertThat(codes(hits("教师资格"))).contains("teacher-qualification-junior");
    }

    @Test
    void an_area_is_found_by_its_name() {
        assertThat(hits("邵阳县").areas()).extracting(a -> a.code()).containsExactly("430523000000");
    }

    @Test
    void what_nobody_offers_in_these_words_leads_to_the_nearest() {
        var near = (Search.Answer.Near) search.search("给新生儿报户口登记");

        assertThat(near.found().getFirst().listed().code()).isEqualTo("43PCN0009");
    }

    @Test
    void nonsense_finds_nothing_and_breaks_nothing() {
        for (String asked : List.of("qqqzzz", "%_%", "'; drop table x; --", "𠮷𠮷𠮷", "\u0000", "a".repeat(10_000)))
            assertThat(search.search(asked))
                    .isInstanceOfAny(Search.Answer.Nothing.class, Search.Answer.NothingAsked.class);
    }

    @Test
    void nothing_asked_is_no_search() {
        assertThat(search.search("  ，。 ")).isEqualTo(new Search.Answer.NothingAsked());
    }

    @Test
    void full_width_letters_and_chinese_beside_latin_are_found() {
        assertThat(Fold.text("ＩＣ卡Ａ1，张三")).isEqualTo(" ic 卡 a1 张三");
        assertThat(Fold.needles("IC卡")).containsExactly(" ic", "卡");
    }

    private Search.Answer.Hits hits(String asked) {
        return (Search.Answer.Hits) search.search(asked);
    }

    private static List<String> codes(Search.Answer.Hits hits) {
        return hits.found().stream().map(f -> f.listed().code()).toList();
    }
}
