package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;

/** Published works by their words. */
class FindWorksTest {

    private final FindWorks find = Product.running().bean(FindWorks.class);

    @Test
    void all_words_must_stand_in_it_and_those_in_the_title_come_first() {
        var lines = find.find(new FindWorks.Asked("  工作要点　2021 ", ""), Language.ZH, 0, 20);

        assertThat(lines).extracting(Line::slug).contains("work-plans-2021");
        assertThat(lines.getFirst().title()).contains("工作要点");
        assertThat(find.count(new FindWorks.Asked("工作要点 没有人写过这个词", ""), Language.ZH))
                .isZero();
    }

    @Test
    void the_index_leaves_out_nothing_that_reading_all_texts_would_find() {
        var db = Product.running().bean(org.springframework.jdbc.core.simple.JdbcClient.class);
        for (var words : new String[] {"三高四新", "2021", "规", "Plan", "l’", "'", "\\", "工作 要点", "e 2", "&", "|", "a:*"}) {
            var plain = db.sql("""
                            select count(*) from publication.work w cross join lateral (
                                select lower(e.title || ' ' || e.summary || ' ' || e.markdown) as text
                                from publication.edition e join publication.standing s using (work, language, number)
                                where e.work = w.id and e.language in ('en', 'zh') and s.state = 'PUBLISHED'
                                order by e.language = 'zh' limit 1) t
                            where not exists (select from unnest(string_to_array(lower(:words), ' ')) word where position(word in t.text) = 0)
                            """).param("words", words).query(Integer.class).single();
            assertThat(find.count(new FindWorks.Asked(words, ""), Language.EN))
                    .as(words)
                    .isEqualTo(plain);
        }
    }

    @Test
    void kinds_are_told_apart_and_signs_of_sql_are_words_like_others() {
        assertThat(find.find(new FindWorks.Asked("", "policy"), Language.ZH, 0, 50))
                .isNotEmpty()
                .allMatch(line -> line.kind().equals("policy"));
        for (var sign : new String[] {"%", "_", "'; drop table x", "\\"})
            assertThat(find.find(new FindWorks.Asked(sign + "没有人写过", ""), Language.EN, 0, 5))
                    .isEmpty();
    }

    @Test
    void the_search_of_services_leads_to_works_with_the_same_words() {
        try (var phone = Browser.phone(Language.EN)) {
            var page = phone.go("/search?q=2021");
            phone.assertGoodPage();
            page.locator("main a[href^='/works?q=']").click();
            phone.assertGoodPage();
            phone.screenshot("works-found-phone-en");
            assertThat(page.locator("main .matter-card").count()).isPositive();
            page.locator("#q").fill("nobodywrotethis");
            page.locator("form.desk-filter button").click();
            phone.assertGoodPage();
            assertThat(page.locator("main").innerText()).contains("Nothing was found");
        }
    }
}
