package yici.journeys;

import java.util.List;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;

/** The pages on which the catalogue is governed and shown to be, as they are on a phone and on a desk, in two languages. */
class GovernedPagesJourney {

    private static final String SHAOYANG = "430523000000";
    private static final List<String> PUBLIC = List.of(
            "/services/tcm-clinic-filing/offers/" + SHAOYANG, "/bodies/health@" + SHAOYANG, "/reform/43PCN0013");
    private static final List<String> GOVERNING = List.of("/admin/linter", "/admin/drift", "/admin/imports");

    @Test
    void everybody_reads_them_on_a_phone_and_on_a_desk() {
        try (var phone = Browser.phone(Language.ZH);
                var desk = Browser.desktop(Language.EN)) {
            for (var path : PUBLIC) {
                look(phone, path, "phone-zh");
                look(desk, path, "desk-en");
            }
        }
    }

    @Test
    void an_administrator_reads_them_on_a_phone_and_on_a_desk() {
        var administrator = People.administrator("430000000000").login();
        try (var phone = Browser.phone(Language.EN);
                var desk = Browser.desktop(Language.ZH)) {
            phone.signIn(administrator);
            desk.signIn(administrator);
            for (var path : GOVERNING) {
                look(phone, path, "phone-en");
                look(desk, path, "desk-zh");
            }
        }
    }

    private static void look(Browser browser, String path, String how) {
        browser.go(path);
        browser.assertGoodPage();
        browser.screenshot("governed" + path.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + how);
    }
}
