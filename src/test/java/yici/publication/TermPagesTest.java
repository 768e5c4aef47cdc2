package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;

/** The termbase on a page, and how many reviews an area asks for. */
class TermPagesTest {

    private static final String PROVINCE = "430000000000";

    @Test
    void the_province_keeps_a_term_and_a_translation_is_checked_against_it() {
        var reviewer = People.staff(Post.Role.REVIEWER, PROVINCE);
        try (var desk = Browser.desktop()) {
            desk.signIn(reviewer.login());
            desk.go("/admin/terms?q=三高四新");
            desk.assertGoodPage();
            desk.screenshot("terms");
            desk.page().locator("#zh").fill("小院议事");
            desk.page().locator("main form button").last().click();
            assertThat(desk.page().locator(".govuk-error-summary a").count()).isEqualTo(4);
            for (var language : new String[] {"en", "fr", "ko", "ja"})
                desk.page().locator("#" + language).fill("Courtyard " + language);
            desk.page().locator("main form button").last().click();
            assertThat(desk.page().locator("main").textContent()).contains("小院议事", "Courtyard ja");
            desk.assertGoodPage();
        }
        var terms = Product.running().bean(KeepTerms.class);
        var county = People.staff(Post.Role.REVIEWER, "430426000000").me();
        assertThat(terms.find(county, "courtyard fr"))
                .extracting(KeepTerms.Term::zh)
                .containsExactly("小院议事");
        assertThatThrownBy(() -> terms.keep(county, new KeepTerms.Term("甲", "a", "a", "a", "a", "")))
                .isInstanceOf(Forbidden.class);
        var checked = Checked.of(
                "A text about courtyards.",
                "小院议事开了头",
                java.util.List.of(new Checked.Term("小院议事", "Courtyard en"), new Checked.Term("小院", "yard")),
                java.util.List.of());
        assertThat(checked.hints()).extracting(Checked.Hint::what).containsExactly("小院议事");
    }

    @Test
    void an_administrator_says_how_many_reviews_there_are_and_no_other_number_is_taken() {
        var admin = People.administrator("431200000000");
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(admin.login());
            phone.go("/admin/columns");
            phone.assertGoodPage();
            phone.screenshot("columns-desk-phone");
            assertThat(phone.page().locator("main a[href^='/admin/columns/']").count())
                    .as("opening and changing columns is for reviewers")
                    .isZero();
            phone.page().locator("#reviews-431200000000").selectOption("3");
            phone.page().locator("form:has(#reviews-431200000000) button").click();
            assertThat(phone.page().locator("main").textContent()).contains("from now on");
        }
        var keep = Product.running().bean(KeepColumn.class);
        assertThat(keep.plan(admin.me(), "431200000000", "6")).isFalse();
        assertThat(keep.plan(admin.me(), "431200000000", "3")).isTrue();
        assertThatThrownBy(() -> keep.plan(admin.me(), PROVINCE, "1")).isInstanceOf(Forbidden.class);
    }
}
