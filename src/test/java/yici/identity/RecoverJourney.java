package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Document;
import yici.kit.Language;
import yici.notification.Inbox;

/** A forgotten password on a telephone, one question a page; and what cannot be had this way says where to go. */
class RecoverJourney {

    @Test
    void a_citizen_who_forgot_the_password_sets_a_new_one() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 3);
        try (var phone = Browser.phone()) {
            var page = phone.go("/sign-in");
            page.getByText("忘记密码，找回账号").click();
            phone.assertGoodPage();
            page.getByLabel("登录账号").fill(citizen.login());
            button(page, "发送验证码").click();
            phone.assertGoodPage();
            page.getByLabel("6 位验证码").fill("000000");
            button(page, "确认").click();
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            page.getByLabel("6 位验证码").fill(Inbox.code(citizen.account().phone()));
            button(page, "确认").click();
            phone.assertGoodPage();
            phone.screenshot("recover-second");
            page.getByLabel("姓名").fill(citizen.account().name());
            page.getByLabel("证件号码").fill(Document.of(citizen.account().number()).number());
            button(page, "确认").click();
            phone.assertGoodPage();
            page.getByLabel("新密码").fill("dragon123456");
            button(page, "修改密码").click();
            assertThat(page.content()).contains("太常见");
            phone.assertGoodPage();
            page.getByLabel("新密码").fill("岳麓山下一棵老樟树");
            button(page, "修改密码").click();
            assertThat(page.content()).contains("至少要 10 个字符");
            page.getByLabel("新密码").fill("岳麓山下的一棵老樟树呀");
            button(page, "修改密码").click();
            phone.assertGoodPage();
            phone.screenshot("recovered");

            phone.signIn(citizen.login(), "岳麓山下的一棵老樟树呀");
            assertThat(page.url()).endsWith("/my");
            page.navigate("/account/reach/mail"); // with the code as well
            button(page, "发送验证码").click();
            page.getByLabel("6 位验证码").fill(Inbox.code(citizen.account().phone()));
            button(page, "确认").click();
            assertThat(page.content()).contains("现在还不能更换");
            phone.assertGoodPage();
        }
    }

    @Test
    void an_account_checked_further_is_told_to_come_to_a_counter_and_staff_to_their_administrators() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 4);
        try (var desktop = Browser.desktop(Language.EN)) {
            var page = desktop.go("/recover");
            page.getByLabel("Account").fill(citizen.login());
            button(page, "Send the code").click();
            page.getByLabel("Code of 6 digits")
                    .fill(Inbox.code(citizen.account().phone()));
            button(page, "Confirm").click();
            assertThat(page.content()).contains("checked to a higher level");
            desktop.assertGoodPage();
            desktop.screenshot("recover-counter-en");

            desktop.go("/recover");
            page.getByLabel("Account").fill("officer-police-430523");
            button(page, "Send the code").click();
            assertThat(page.content()).contains("Ask an administrator");
            desktop.assertGoodPage();
        }
    }

    @Test
    void the_messages_that_would_have_been_sent_are_a_good_page_too() {
        MakePeople.reached(People.citizen());
        try (var phone = Browser.phone()) {
            phone.go("/dev/messages");
            phone.assertGoodPage();
            phone.screenshot("dev-messages");
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static People.Someone proofed(People.Someone who, int level) {
        Product.running()
                .bean(JdbcClient.class)
                .sql("update identity.account set proofed = :level where id = :id")
                .param("level", level)
                .param("id", who.account().id())
                .update();
        return who;
    }
}
