package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Plan;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;

/** A province wants to ask for one document more, and sees first how many people that would have met. */
class RehearsalJourney {

    private static final String PROVINCE = "430000000000";
    private static final String EVENT = "43PCN0013";

    @Test
    void a_province_changes_what_is_asked_rehearses_it_and_the_second_person_sees_how_many_applications_differ() {
        for (int i = 0; i < 3; i++) Applicants.submit(Applicants.person("周样例"), EVENT, "430523000000");
        Applicants.submit(Applicants.person("周样例"), EVENT, "430722000000");
        String address;
        try (var author = Browser.desktop()) {
            author.signIn(People.administrator(PROVINCE).login());
            var page = author.go("/admin/drafts");
            page.locator("#event").selectOption(EVENT);
            page.locator("#area").selectOption(PROVINCE);
            page.locator("#begin").click();
            address = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
            var evidence = waived();
            author.go(address + "/field?at=evidence/" + evidence + "/waiver");
            page.locator("input[value=NONE]").check();
            page.locator("main form button").first().click();
            author.go(address);
            page.locator("main a[href$='/rehearsal']").first().click();
            author.assertGoodPage();
            page.locator("main form button").click();
            assertThat(author.status()).isEqualTo(422);
            author.assertGoodPage();
            author.screenshot("rehearsal-flaw-desktop-zh");
            page.locator("#purpose").fill("评估恢复收取纸质材料对申请人的影响");
            page.locator("main form button").click();
            author.assertGoodPage();
            for (int i = 0; i < 500 && page.locator("progress").count() > 0; i++) author.go(address + "/rehearsal");
            author.assertGoodPage();
            author.screenshot("rehearsal-desktop-zh");
            assertThat(Integer.parseInt(page.locator("#differing").innerText())).isGreaterThanOrEqualTo(4);
            assertThat(page.locator("main").innerText())
                    .contains("要多交的材料", "邵阳县")
                    .doesNotContain("周样例");
            author.go(address);
            page.locator("form[action$='/send'] button").click();
        }
        try (var second = Browser.phone(Language.ZH)) {
            second.signIn(People.administrator(PROVINCE).login());
            var page = second.go(address);
            assertThat(page.locator("main").innerText()).contains("件会不同");
            second.assertGoodPage();
            second.screenshot("draft-rehearsed-phone-zh");
            second.go(address + "/rehearsal?lang=fr");
            second.assertGoodPage();
            second.screenshot("rehearsal-phone-fr");
            second.go(address + "?lang=zh");
            page.locator("summary:has-text('放弃这份草稿')").click();
            page.locator("form[action$='/drop'] button").click();
        }
    }

    private static String waived() {
        var application = Applicants.submit(Applicants.person("周样例"), EVENT, "430523000000");
        var guide = Product.running()
                .bean(Catalogue.class)
                .edition(application.edition())
                .guide();
        return application.plan().evidence().stream()
                .filter(e -> e.todo() == Plan.Todo.WAIVED)
                .map(Plan.PlannedEvidence::key)
                .filter(key -> guide.evidence(key).necessity() == Guide.Necessity.REQUIRED)
                .findFirst()
                .orElseThrow();
    }
}
