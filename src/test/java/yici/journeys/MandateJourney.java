package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Applicants;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.identity.Account;
import yici.identity.Capacity;
import yici.identity.Parties;
import yici.identity.Proof;
import yici.identity.Scope;
import yici.identity.SignOn;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Ids;
import yici.kit.Language;

/** A firm is acted for by persons: the representative by the register, an agent by mandate, and by nobody once it is revoked. */
class MandateJourney {

    private static final String RESTAURANT = "43TCN0003";
    private static final String YUELU = "430104000000";
    private static final String FIRM = "92430104MA4DEM011C";

    @Test
    void an_agent_files_for_the_firm_the_officer_sees_both_and_after_the_revocation_the_next_click_is_refused() {
        var agent = People.citizen("赵代办", "430104", "1992-04-05", true);
        try (var owner = Browser.phone();
                var clerk = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            owner.signIn("13900000011");
            actsFor(owner, "湘味小馆");
            owner.assertGoodPage();
            givesMandate(owner, agent.account());

            clerk.signIn(agent.login());
            clerk.go("/account/mandates");
            clerk.assertGoodPage();
            clerk.page().locator("form[action$='/accept'] button").first().click();
            actsFor(clerk, "湘味小馆");
            clerk.assertGoodPage();
            clerk.screenshot("acting-my-phone");

            var application = Applicants.submit(acting(agent.account()), RESTAURANT, YUELU, "q-scale=restaurant");
            clerk.go("/my/" + application.number());
            assertThat(clerk.page().locator("main").innerText()).contains("赵代办（代 湘味小馆）");
            clerk.go("/applications/" + application.number() + "/receipt");
            assertThat(clerk.page().locator("main").innerText()).contains("代办人", "赵代办");

            int no = 1 + application.plan().items().indexOf("food-licence");
            desk.signIn(People.officer("market@430104000000").login());
            desk.go("/desk/" + application.number() + "/" + no);
            assertThat(desk.page().locator("main").innerText())
                    .contains("Filed by 赵代办 for 湘味小馆", "as agent, by mandate");
            desk.screenshot("acting-officer-desk");

            clerk.go("/events/43TCN0004/notice?area=" + YUELU);
            owner.go("/account/mandates");
            owner.page().locator("form[action$='/revoke'] button").first().click();
            clerk.go("/my", 403);
            clerk.assertGoodPage();
            clerk.screenshot("acting-revoked-phone");
            assertThat(clerk.page().locator("main").innerText()).contains("“湘味小馆”的授权已被撤销");
            clerk.page().locator("main button[value=self]").click();
            clerk.go("/my");
            assertThat(clerk.page().locator("main").innerText()).doesNotContain(application.number());
        }
    }

    @Test
    void a_parent_acts_for_a_child_the_household_register_knows() {
        try (var parent = Browser.phone(Language.EN)) {
            parent.signIn("13900000011");
            actsFor(parent, "周子墨");

            parent.assertGoodPage();
            assertThat(parent.page().locator(".acting").innerText()).contains("周海燕 acts for 周子墨", "guardian");
            var child = Product.running()
                    .bean(Parties.class)
                    .byNumber("430104201509010036")
                    .orElseThrow();
            var me = new SignedIn(child.id(), SignedIn.Kind.PERSON, child.name(), List.of());
            var application = Applicants.submit(me, "43PCN0010", YUELU);
            parent.go("/my");
            assertThat(parent.page().locator("main").innerText()).contains(application.number());

            parent.page().locator(".acting button").click();
            parent.go("/my");
            assertThat(parent.page().locator("main").innerText()).doesNotContain(application.number());
        }
    }

    @Test
    void the_pages_stand_on_a_phone_in_chinese_and_on_a_desk_in_english() {
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            phone.signIn("13900000011");
            desk.signIn("13900000011");
            for (var browser : new Browser[] {phone, desk})
                for (var path : new String[] {
                    "/acting",
                    "/account/mandates",
                    "/account/mandates/new",
                    "/account/mandates/firm",
                    "/account/mandates/guardian",
                    "/account/proofing",
                    "/sign-up/firm"
                }) {
                    browser.go(path);
                    browser.assertGoodPage();
                    browser.screenshot("people" + path.replace("/", "-") + (browser == phone ? "-phone" : "-desk"));
                }
            desk.signIn(People.officer("civil-affairs@430523000000").login());
            for (var path : new String[] {"/desk/help", "/desk/proofing", "/desk/recovery", "/desk/guardianships"}) {
                desk.go(path);
                desk.assertGoodPage();
                desk.screenshot("people" + path.replace("/", "-") + "-desk");
            }
        }
    }

    private static void actsFor(Browser browser, String name) {
        browser.go("/acting");
        browser.page()
                .locator(".matter-card")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("button")
                .first()
                .click();
        assertThat(browser.page().locator(".acting").innerText()).contains(name);
    }

    private static void givesMandate(Browser owner, Account agent) {
        owner.go("/account/mandates/new");
        owner.page().locator("#name").fill(agent.name());
        owner.page().locator("#number").fill(agent.number());
        owner.page().locator("#event-" + RESTAURANT).check(new Locator.CheckOptions().setForce(true));
        owner.page().locator("#area").selectOption(YUELU);
        owner.page().locator("main form button").last().click();
        assertThat(owner.page().locator("[role=status]").last().innerText()).contains("授权已发出");
    }

    /** As the agent's session is now. */
    private static SignedIn acting(Account agent) {
        var product = Product.running();
        var firm = product.bean(Parties.class).byNumber(FIRM).orElseThrow();
        var mandate = product.bean(JdbcClient.class)
                .sql("select id from mandate.mandate where grantee = :agent")
                .param("agent", agent.id())
                .query(java.util.UUID.class)
                .single();
        var now = product.clock().instant();
        var proof = new Proof(Proof.Method.PASSWORD, now, "");
        return new SignedIn(
                firm.id(),
                SignedIn.Kind.FIRM,
                firm.name(),
                List.of(),
                new SignOn(Ids.fresh(product.clock()), now, List.of(proof), Trust.LEVEL_3),
                Optional.of(new SignedIn.Acting(
                        agent.id(),
                        agent.name(),
                        mandate,
                        Capacity.AGENT,
                        new Scope(Optional.of(Set.of(RESTAURANT)), Optional.of(Set.of(YUELU))),
                        Optional.empty())));
    }
}
