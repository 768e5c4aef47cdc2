package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;

class WorkPagesTest {

    @Test
    void a_reader_on_a_phone_finds_a_column_and_reads_a_document_and_what_explains_it() {
        try (var reader = Browser.phone()) {
            reader.go("/columns");
            reader.assertGoodPage();
            reader.page().locator("main a[href='/columns/plan-14-5']").click();
            reader.assertGoodPage();
            reader.page()
                    .locator("main a[href='/works/plan-14-5-outline']")
                    .first()
                    .click();

            assertThat(reader.page().locator("h1").count()).isEqualTo(1);
            assertThat(reader.page().locator("main").textContent()).contains("索引号", "有效", "规划纲要和我有什么关系");
            reader.assertGoodPage();

            reader.go("/works/plan-14-5-qa");
            assertThat(reader.page()
                            .locator("#explained + ul a[href='/works/plan-14-5-outline']")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_reader_is_told_what_a_translation_was_made_from_and_stays_on_the_work_when_changing_the_language() {
        try (var reader = Browser.desktop(Language.KO)) {
            reader.go("/fr/works/plan-14-5-outline");
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(reader.page().locator("main").textContent())
                    .contains("Traduit de l’édition 1 ; l’édition 2 du texte chinois existe.");
            reader.assertGoodPage();

            reader.go("/fr/works/plan-14-5-outline?lang=zh");
            assertThat(reader.page().url()).endsWith("/zh/works/plan-14-5-outline");

            reader.go("/works/plan-14-5-outline/history");
            assertThat(reader.page().locator("main del, main ins").count()).isPositive();
            reader.assertGoodPage();
        }
    }

    @Test
    void every_work_and_column_of_the_sample_has_its_page_in_every_language() {
        var works = Product.running().bean(ShowWork.class);
        var list = Product.running().bean(ListWorks.class);
        assertThat(list.columns()).hasSizeGreaterThanOrEqualTo(8);
        for (var language : Language.values()) {
            var lines = list.newest("", language, 500);
            assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
            assertThat(lines).allMatch(line -> works.show(line.slug(), language).isPresent());
        }
    }

    @Test
    void what_is_different_between_two_texts_is_found_paragraph_by_paragraph() {
        assertThat(Difference.between("a\n\nb\n\nc", "a\n\nx\n\nc"))
                .containsExactly(
                        new Difference.Part(Difference.Kind.KEPT, "a"),
                        new Difference.Part(Difference.Kind.TAKEN_OUT, "b"),
                        new Difference.Part(Difference.Kind.PUT_IN, "x"),
                        new Difference.Part(Difference.Kind.KEPT, "c"));
    }
}
