package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.notification.Channel;
import yici.notification.Inbox;

/** A code instead of a password; more proof asked for in the middle of a form; staff and their second factor. */
class StepUpJourney {

    private final Product product = Product.running();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_code_signs_in_and_more_proof_in_the_middle_of_a_form_loses_nothing() {
        var citizen = MakePeople.reached(People.citizen());
        var phone = citizen.account().phone();
        try (var elder = Browser.phone()) {
            var page = elder.go("/sign-in?to=/account/reach/mail");
            button(page, "用手机验证码登录").click();
            page.getByLabel("手机号").fill(phone);
            elder.assertGoodPage();
            button(page, "发送验证码").click();
            elder.assertGoodPage();
            elder.screenshot("sign-in-code");
            page.getByLabel("6 位验证码").fill(Inbox.code(phone));
            page.locator("main form[action='/sign-in/code/enter'] button").click();

            assertThat(page.url()).contains("/step-up"); // a code alone does not change the account
            elder.assertGoodPage();
            elder.screenshot("step-up-password");
            page.getByLabel("密码").fill(Browser.PASSWORD);
            button(page, "确认").click();

            assertThat(page.url()).endsWith("/account/reach/mail");
            page.getByLabel("电子邮箱").fill("li.na@example.cn");
            product.clock().forward(Duration.ofMinutes(6));
            button(page, "发送验证码").click();

            assertThat(elder.status()).isEqualTo(401);
            assertThat(page.content()).contains("刚才填的内容都还在").doesNotContain("li.na@example.cn");
            elder.assertGoodPage();
            page.getByLabel("密码").fill("not this one");
            button(page, "确认").click();
            assertThat(elder.status()).isEqualTo(422);
            elder.assertGoodPage();
            button(page, "短信或邮件验证码").click();
            elder.screenshot("step-up-code");
            button(page, "发送验证码").click();
            page.getByLabel("6 位验证码").fill(Inbox.code(phone));
            button(page, "确认").click();
            button(page, "继续提交").click();

            assertThat(page.content()).contains("li.na@example.cn");
            page.getByLabel("6 位验证码").fill(Inbox.code("li.na@example.cn"));
            button(page, "确认").click();
            assertThat(page.url()).endsWith("/account?done=reach");
            elder.assertGoodPage();
            elder.screenshot("account-phone");
        }
        assertThat(product.bean(Reached.class).at(citizen.account().id(), Channel.MAIL))
                .hasValue("li.na@example.cn");
    }

    @Test
    void a_program_is_told_in_the_words_of_the_standard() {
        var citizen = MakePeople.reached(People.citizen());
        var program = new Http();
        program.signIn(citizen.login());

        var answer = program.get("/account/reach/mail", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer error=\"insufficient_user_authentication\"")
                .contains("acr_values=\"urn:yici:trust:", "max_age=300");
    }

    @Test
    void staff_are_led_to_a_second_factor_and_their_posts_count_with_it_only() {
        var officer = MakePeople.realOfficer("police@430523000000");
        try (var desk = Browser.desktop(Language.EN)) {
            var page = desk.signIn(officer.login());
            assertThat(page.url()).endsWith("/account/factors");
            desk.assertGoodPage();
            desk.screenshot("factors-owed");
            desk.go("/desk");
            assertThat(page.url()).contains("/account/factors");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add an authenticator app"))
                    .click();
            desk.assertGoodPage();
            desk.screenshot("app-setup");
            var key = page.locator(".setup-key").textContent();
            page.getByLabel("A name for it").fill("my telephone");
            page.getByLabel("The 6 digits the app shows").fill(codeOf(key));
            button(page, "Add it").click();
            desk.assertGoodPage();
            desk.screenshot("recovery-codes");
            page.getByText("I have kept them; go on").click();
            assertThat(page.url()).endsWith("/desk");
            desk.assertGoodPage();

            page.locator("header form[action='/sign-out'] button").click();
            product.clock().forward(Duration.ofSeconds(60));
            desk.signIn(officer.login());
            assertThat(page.content()).contains("One more step");
            desk.assertGoodPage();
            desk.screenshot("second-factor");
            desk.go("/desk");
            assertThat(page.url()).contains("/sign-in"); // half a session is none

            desk.signIn(officer.login());
            page.getByLabel("The 6 digits the app shows").fill(codeOf(key));
            button(page, "Confirm").click();
            assertThat(page.url()).endsWith("/desk");
        }
    }

    @Test
    void demonstration_staff_are_let_off_and_every_page_says_so() {
        try (var desk = Browser.phone()) {
            desk.signIn("officer-police-430523");

            assertThat(desk.page().content()).contains("演示工作账号免去了第二重验证");
            desk.assertGoodPage();
            desk.screenshot("demo-staff");
        }
    }

    @Test
    void the_page_that_asks_for_more_works_without_script_and_in_english() {
        var citizen = MakePeople.reached(People.citizen());
        try (var desktop = Browser.desktop(Language.EN)) {
            desktop.signIn(citizen.login());
            desktop.go("/account/reach/phone");
            desktop.assertGoodPage();
            desktop.screenshot("step-up-en");
        }
        try (var plain = Browser.withoutScript()) {
            plain.signIn(citizen.login());
            plain.go("/account/reach/phone");
            button(plain.page(), "发送验证码").click();
            plain.page().getByLabel("6 位验证码").fill(Inbox.code(citizen.account().phone()));
            button(plain.page(), "确认").click();

            assertThat(plain.page().url()).endsWith("/account/reach/phone");
        }
    }

    private String codeOf(String key) {
        return Totp.code(
                fromBase32(key.replace(" ", "")), Totp.step(product.clock().instant()));
    }

    private static byte[] fromBase32(String text) {
        var bytes = new java.io.ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) bytes.write(buffer >> (bits -= 8) & 0xff);
        }
        return bytes.toByteArray();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true));
    }
}
