package yici.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yici.house.Browser;
import yici.house.Http;
import yici.house.Product;
import yici.identity.Account;
import yici.identity.Capacity;
import yici.identity.SignedIn;
import yici.kit.Document;
import yici.kit.Ids;
import yici.mandate.MandateSource.Answer;
import yici.mandate.MandateSource.Offer;

/** A mandate register that is slow, refuses or lies: signing in as oneself works, and nothing false is believed. */
class SourcesTest {

    private static final Document ME = Document.of("430104198604199848");
    private static final Document SOMEBODY = Document.of("430523199503169821");
    private static final Offer TRUE = new Offer(Capacity.LEGAL_REPRESENTATIVE, "92430104MA4DEM011C", "湘味小馆", ME, "1");

    private static final Product PRODUCT = Product.running();

    private static List<Offer> lies() {
        return List.of(
                new Offer(Capacity.LEGAL_REPRESENTATIVE, "92430104MA4DEM011C", "湘味小馆", SOMEBODY, "1"),
                new Offer(Capacity.LEGAL_REPRESENTATIVE, "92430104MA4DEM0110", "湘味小馆", ME, "1"),
                new Offer(Capacity.LEGAL_REPRESENTATIVE, "92430104MA4DEM011C", " ", ME, "1"),
                new Offer(Capacity.AGENT, "92430104MA4DEM011C", "湘味小馆", ME, "1"),
                new Offer(Capacity.GUARDIAN, "430523199503169821", "成年人", ME, "1"),
                new Offer(Capacity.GUARDIAN, ME.text(), "本人", ME, "1"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void one_lie_and_the_whole_answer_is_worth_nothing(Offer lie) {
        assertThat(said(() -> new Answer.Known(List.of(TRUE, lie))))
                .isEqualTo(new Sources.Said("liar", Sources.Status.NOT_AVAILABLE, List.of()));
    }

    @Test
    void a_register_that_answers_well_is_believed_one_that_fails_or_refuses_is_named() {
        assertThat(said(() -> new Answer.Known(List.of(TRUE))).offers()).containsExactly(TRUE);
        assertThat(said(Answer.Refused::new).status()).isEqualTo(Sources.Status.REFUSED);
        assertThat(said(() -> {
                            throw new IllegalStateException("broken");
                        })
                        .status())
                .isEqualTo(Sources.Status.NOT_AVAILABLE);
    }

    @Test
    void a_slow_register_is_waited_for_no_longer_than_a_person_waits() {
        var before = System.nanoTime();

        var said = said(() -> {
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Known(List.of(TRUE));
        });

        assertThat(said.status()).isEqualTo(Sources.Status.NOT_AVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_register_that_is_down_keeps_nobody_from_acting_for_oneself_and_says_so() {
        try (var administrator = Browser.desktop()) {
            setRegister(administrator, "DOWN");
            try {
                var browser = new Http();
                assertThat(browser.signIn("13900000012").statusCode()).isEqualTo(200);
                assertThat(browser.get("/my").statusCode()).isEqualTo(200);
                var acting = browser.get("/acting");
                assertThat(acting.statusCode()).isEqualTo(200);
                assertThat(acting.body()).contains("暂时没有回应").doesNotContain("云帆商贸");
                assertThat(browser.post("/acting", java.util.Map.of("as", "00000000-0000-3000-8000-000000000000"))
                                .statusCode())
                        .isEqualTo(503);
            } finally {
                setRegister(administrator, "ANSWERS");
            }
        }
        var browser = new Http();
        browser.signIn("13900000012");
        assertThat(browser.get("/acting").body()).contains("云帆商贸").doesNotContain("暂时没有回应");
    }

    private static void setRegister(Browser administrator, String behaviour) {
        administrator.signIn("system-430000");
        administrator.go("/admin/registers");
        administrator.page().locator("#behaviour-base-legal-persons").selectOption(behaviour);
        administrator
                .page()
                .locator("form:has(#behaviour-base-legal-persons) button")
                .click();
        administrator.page().locator("[role=status]").first().waitFor();
    }

    private static Sources.Said said(Supplier<Answer> answer) {
        var source = new MandateSource() {
            @Override
            public String key() {
                return "liar";
            }

            @Override
            public Answer about(Document person, String name) {
                return answer.get();
            }
        };
        var clock = PRODUCT.bean(Clock.class);
        var person =
                new Account(Ids.fresh(clock), SignedIn.Kind.PERSON, "x", "周海燕", ME.text(), "", "", "13900000011", "");
        return new Sources(List.of(source), clock).about(person).getFirst();
    }
}
