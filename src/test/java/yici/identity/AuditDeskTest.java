package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;

class AuditDeskTest {

    private static final String PROVINCE = "430000000000";

    private final Product product = Product.running();
    private final ReadAudit read = product.bean(ReadAudit.class);
    private final People.Someone auditor = People.staff(Post.Role.AUDIT_ADMIN, PROVINCE);
    private final People.Someone officer = People.officer("police@430523000000");

    @Test
    void without_a_purpose_nothing_is_shown_and_with_one_the_look_is_an_act_itself() {
        assertThat(read.read(auditor.me(), asked("", officer, "")))
                .isEqualTo(new ReadAudit.Outcome.Flawed(Map.of("purpose", "identity.audit.purpose-empty")));

        did(officer, "x");
        assertThat(found(asked("年度审计", officer, ""))).isNotEmpty();

        assertThat(found(asked("复核审计", auditor, "identity.audit"))).anySatisfy(event -> {
            assertThat(event.actor()).isEqualTo(auditor.me().asActor());
            assertThat(event.reason()).isEqualTo("年度审计");
            assertThat(event.subject()).contains(officer.login());
        });
    }

    @Test
    void personal_numbers_stay_masked() {
        did(officer, "430523199503169824 called from 13712345678");

        assertThat(found(asked("投诉核查", officer, "")))
                .extracting(AuditEvent::reason)
                .contains("4305**********9824 called from 137****5678");
    }

    @Test
    void an_areas_acts_are_those_of_its_staff_and_who_audits_a_county_sees_no_other() {
        did(officer, "county");
        var elsewhere = People.officer("police@430102000000");
        did(elsewhere, "elsewhere");
        var county = People.staff(Post.Role.AUDIT_ADMIN, "430523000000");

        assertThat(found(asked("抽查办件", Optional.empty(), "430523000000")))
                .extracting(AuditEvent::actor)
                .contains(officer.me().asActor())
                .doesNotContain(elsewhere.me().asActor());
        assertThat(found(county, asked("抽查办件", Optional.of(elsewhere), ""))).isEmpty();
        assertThat(found(county, asked("抽查办件", Optional.of(officer), ""))).isNotEmpty();
        assertThatThrownBy(() -> read.read(county.me(), asked("抽查办件", Optional.empty(), "430102000000")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void nobody_else_reads_it_and_an_auditor_changes_nothing_but_confirms_what_another_asked_for() {
        for (var other : List.of(
                officer,
                People.citizen(),
                People.administrator(PROVINCE),
                People.staff(Post.Role.SYSTEM_ADMIN, PROVINCE),
                People.staff(Post.Role.SECURITY_ADMIN, PROVINCE)))
            assertThatThrownBy(() -> read.read(other.me(), asked("好奇看看", officer, "")))
                    .isInstanceOf(Forbidden.class);
        var auditors = EnumSet.of(Deed.READ_AUDIT, Deed.OWN_MATTER, Deed.COUNTERSIGN);
        for (var deed : Deed.values())
            assertThat(product.bean(Policy.class).allows(auditor.me(), deed))
                    .as(deed.name())
                    .isEqualTo(auditors.contains(deed));
    }

    @Test
    void the_page_asks_for_the_purpose_and_shows_what_it_found_page_by_page() {
        for (int i = 0; i < ReadAudit.PAGE + 5; i++) did(officer, "line " + i);
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            for (var browser : new Browser[] {phone, desk}) {
                browser.signIn("audit-430000");
                var page = browser.go("/admin");
                browser.assertGoodPage();
                page.locator("main a[href='/admin/audit']").click();
                browser.assertGoodPage();

                page.locator("#person").fill(officer.login());
                page.locator("main form button").click();
                assertThat(browser.status()).isEqualTo(422);
                assertThat(page.locator("#person").inputValue()).isEqualTo(officer.login());
                browser.assertGoodPage();

                page.locator("#purpose").fill("年度审计");
                page.locator("main form button").first().click();
                browser.assertGoodPage();
                browser.screenshot("identity-audit" + (browser == phone ? "-phone" : "-desk"));
                assertThat(page.locator("main tbody tr").count()).isEqualTo(ReadAudit.PAGE);
                page.locator("main form button").last().click();
                browser.assertGoodPage();
                assertThat(page.locator("main tbody").innerText()).contains("line 1");
            }
        }
    }

    private void did(People.Someone someone, String reason) {
        product.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> product.bean(AuditLog.class)
                        .record(someone.me()
                                .did(
                                        IdentityAct.PEOPLE_LISTED,
                                        "area:430523000000",
                                        reason,
                                        product.clock().instant())));
    }

    private List<AuditEvent> found(ReadAudit.Asked asked) {
        return found(auditor, asked);
    }

    private List<AuditEvent> found(People.Someone who, ReadAudit.Asked asked) {
        return ((ReadAudit.Outcome.Found) read.read(who.me(), asked)).events();
    }

    private static ReadAudit.Asked asked(String purpose, People.Someone about, String act) {
        return new ReadAudit.Asked(purpose, about.login(), act, "", "", "", "", 0);
    }

    private static ReadAudit.Asked asked(String purpose, Optional<People.Someone> about, String area) {
        return new ReadAudit.Asked(purpose, about.map(People.Someone::login).orElse(""), "", "", area, "", "", 0);
    }
}
