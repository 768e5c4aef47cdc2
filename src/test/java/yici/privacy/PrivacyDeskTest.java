package yici.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.audit.AuditLog;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.CloseAccount;
import yici.identity.PersonalData;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.kit.Forbidden;

/** What a person may ask about the own data, and what comes of it. */
class PrivacyDeskTest {

    private final Product product = Product.running();
    private final AskAboutData ask = product.bean(AskAboutData.class);
    private final AnswerRequest answer = product.bean(AnswerRequest.class);
    private final Requests requests = product.bean(Requests.class);
    private final CloseAccount close = product.bean(CloseAccount.class);
    private final JdbcClient db = product.bean(JdbcClient.class);
    private final SignedIn province = People.administrator("430000000000").me();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_request_is_answered_within_fifteen_working_days() {
        product.clock().to(LocalDate.of(2026, 9, 15));
        var me = People.citizen().me();

        var asked = asked(me);

        // 16–18, Sunday 20 worked, 21–24, 中秋, 28–30 September; 国庆, 8, 9, Saturday 10 worked, 12 October
        assertThat(asked.dueOn()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(requests.of(me.account())).containsExactly(asked);
    }

    @Test
    void only_an_administrator_of_the_province_reads_and_answers_and_each_look_stands_in_the_ledger() {
        var me = People.citizen().me();
        var asked = asked(me);
        var county = People.administrator("430523000000").me();
        assertThatThrownBy(() -> answer.list(county, false)).isInstanceOf(Forbidden.class);

        answer.list(province, false);
        var done = answer.answer(province, asked.id(), Optional.of(Request.Outcome.REFUSED), "案卷依法保存，不能删除。");

        assertThat(done).isEqualTo(new AnswerRequest.Outcome.Answered());
        assertThat(answer.answer(province, asked.id(), Optional.of(Request.Outcome.DONE), "已经处理好了"))
                .isEqualTo(new AnswerRequest.Outcome.TooLate());
        assertThat(requests.of(me.account()).getFirst().answer().orElseThrow().words())
                .isEqualTo("案卷依法保存，不能删除。");
        assertThat(product.bean(AuditLog.class).looks("account:" + me.account(), Long.MAX_VALUE, 10))
                .extracting(look -> look.event().act().code())
                .contains("privacy.request_looked");
    }

    @Test
    void an_answer_says_what_became_of_it() {
        var asked = asked(People.citizen().me());

        assertThat(answer.answer(province, asked.id(), Optional.empty(), "已经处理好了"))
                .isEqualTo(new AnswerRequest.Outcome.Flawed("outcome", "privacy.flaw.outcome"));
        assertThat(answer.answer(province, asked.id(), Optional.of(Request.Outcome.REFUSED), " 不 "))
                .isEqualTo(new AnswerRequest.Outcome.Flawed("words", "privacy.flaw.answer-short"));
    }

    @Test
    void whoever_is_waiting_for_ten_answers_asks_no_eleventh() {
        var me = People.citizen().me();
        for (int i = 0; i < AskAboutData.OPEN_AT_ONCE; i++) asked(me);

        assertThat(ask.ask(me, Optional.of(Request.Kind.OTHER), "再问一次"))
                .isEqualTo(new AskAboutData.Outcome.Flawed("words", "privacy.flaw.many"));
    }

    @Test
    void every_room_with_personal_data_has_words_for_it() {
        var me = People.citizen().me();

        assertThat(product.beans(PersonalData.class))
                .extracting(PersonalData::key)
                .doesNotHaveDuplicates()
                .contains("account", "sessions", "applications", "drafts", "cases", "requests");
        assertThat(product.beans(PersonalData.class))
                .allSatisfy(room -> assertThat(room.copy(me.account())).hasSize((int) room.count(me.account())));
    }

    @Test
    void a_copy_asks_once_more_who_is_there() {
        assertThatThrownBy(() ->
                        product.bean(CopyOfData.class).copy(People.citizen().me()))
                .isInstanceOf(StepUp.class);
    }

    @Test
    void a_copy_holds_what_the_person_gave_and_nothing_of_others() {
        var someone = People.citizen();
        var http = new Http();
        http.signIn(someone.login());

        var copy = http.get("/account/data/copy");

        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(copy.body())
                .contains(someone.account().number(), someone.account().phone(), "\"sessions\" : [ {");
    }

    @Test
    void closing_erases_the_person_and_frees_the_number() {
        var someone = People.citizen();
        var http = new Http();
        http.signIn(someone.login());
        http.get("/account/data/close");

        assertThat(http.post("/account/data/close", Map.of()).statusCode()).isEqualTo(422);
        var closed = http.post("/account/data/close", Map.of("sure", "yes"));

        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(http.get("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(db.sql("select name || phone || address || representative from identity.account where id = :id")
                        .param("id", someone.me().account())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(db.sql("select count(*) from identity.account where number = :number")
                        .param("number", someone.account().number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_closes_an_account_with_something_under_way_nor_one_of_staff() {
        var me = People.citizen().me();
        asked(me);

        assertThat(close.reasonsAgainst(me)).isEqualTo(List.of("privacy.close.open-requests"));
        assertThat(close.reasonsAgainst(province)).isEqualTo(List.of("identity.close.staff"));
    }

    private Request asked(SignedIn me) {
        return ((AskAboutData.Outcome.Asked) ask.ask(me, Optional.of(Request.Kind.DELETE), "请删除我去年的申请")).request();
    }
}
