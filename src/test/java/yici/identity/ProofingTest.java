package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;

class ProofingTest {

    private static final String PASSWORD = "correct horse battery";

    private final Product product = Product.running();
    private final Proofings proofings = product.bean(Proofings.class);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void three_factors_that_agree_with_the_register_are_level_3_and_a_passport_waits_for_the_counter() {
        assertThat(proofings.level(People.citizen().account().id())).isEqualTo(Trust.LEVEL_3);

        var french =
                opened(new SignUp.Person("Zoé Martin", "PASSPORT", "17XX12345", "FRA", "+33612340099", "", PASSWORD));
        assertThat(proofings.level(french.id())).isEqualTo(Trust.LEVEL_2);
        assertThat(product.bean(MatchRegister.class).match(french.id())).isEqualTo(MatchRegister.Outcome.NOT_KNOWN);
    }

    @Test
    void a_name_or_phone_that_is_not_the_registers_says_which() {
        var register = product.bean(PopulationBase.class);
        var lina = yici.kit.Document.of("430523199503169821");

        assertThat(register.compare(lina, "李娜", "13900000001")).isInstanceOf(PopulationBase.Answer.Agrees.class);
        assertThat(register.compare(lina, "李不是", "13900000001"))
                .isEqualTo(new PopulationBase.Answer.Differs(java.util.Set.of(PopulationBase.Factor.NAME)));
        assertThat(register.compare(lina, "李娜", "13900000009"))
                .isEqualTo(new PopulationBase.Answer.Differs(java.util.Set.of(PopulationBase.Factor.PHONE)));
    }

    @Test
    void a_counter_takes_anybody_to_level_5_until_the_document_expires() {
        var someone =
                opened(new SignUp.Person("Ana Silva", "PASSPORT", "PT9988776", "PRT", "+351912340099", "", PASSWORD));
        var officer = People.officer("police@430523000000").me();
        var expires = LocalDate.now(product.clock()).plusDays(10).toString();

        var without = new ProofAtCounter.Typed("Ana Silva", "PASSPORT", "PT9988776", "PRT", expires, false);
        assertThat(product.bean(ProofAtCounter.class).proof(officer, without))
                .isEqualTo(new ProofAtCounter.Outcome.Flawed(
                        Map.of("compared", "identity.proofing.counter.compared-empty")));

        var typed = new ProofAtCounter.Typed("ana silva", "PASSPORT", "PT9988776", "PRT", expires, true);
        assertThat(product.bean(ProofAtCounter.class).proof(officer, typed))
                .isInstanceOf(ProofAtCounter.Outcome.Proofed.class);
        assertThat(proofings.level(someone.id())).isEqualTo(Trust.LEVEL_5);

        product.clock().forward(Duration.ofDays(12));
        assertThat(proofings.level(someone.id())).isEqualTo(Trust.LEVEL_2);
    }

    @Test
    void a_face_counts_when_the_service_itself_says_so_once_and_for_its_person_alone() {
        var me = new Http();
        var someone = People.citizen();
        me.signIn(someone.login());
        me.get("/account/proofing");

        var camera = me.post("/account/proofing/face", Map.of());
        var reference = reference(camera.uri().getPath());
        assertThat(me.get("/account/proofing/face/" + reference).body()).contains("核验没有完成");

        var other = new Http();
        other.signIn(People.citizen().login());
        me.get("/sandbox/face/" + reference);
        assertThat(me.post("/sandbox/face/" + reference, Map.of("result", "same"))
                        .body())
                .contains("您现在是 4 级");
        assertThat(proofings.level(someone.account().id())).isEqualTo(Trust.LEVEL_4);
        assertThat(other.get("/account/proofing/face/" + reference).body()).contains("核验没有完成");
        assertThat(me.get("/account/proofing/face/" + reference).body()).contains("核验没有完成");
    }

    private static String reference(String path) {
        var uuid = Pattern.compile("[0-9a-f-]{36}").matcher(path);
        assertThat(uuid.find()).as(path).isTrue();
        return uuid.group();
    }

    private Account opened(SignUp.Person typed) {
        return MakePeople.signedUp(typed);
    }
}
