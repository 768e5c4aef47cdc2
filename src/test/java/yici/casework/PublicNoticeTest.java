package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.SPECIAL_PROCEDURE;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.TERMINATED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Application;
import yici.casework.FileObjection.Filed;
import yici.casework.FileObjection.Said;
import yici.house.Product;
import yici.identity.SignedIn;

/** 简易注销公示: begins and ends by itself, anybody may object, and an upheld objection ends the simplified way. */
class PublicNoticeTest {

    /** A Monday. */
    private static final LocalDate FILED = LocalDate.of(2026, 10, 19);

    private static final Said CREDITOR = new Said("邵阳某建材公司", "0739-1234567", "该公司还欠我方货款三万元，有对账单为证。");
    private static final String ITEM = "dereg-llc";

    private final SignedIn firm = Applicants.firm("邵阳样例商贸有限公司");
    private final SignedIn market = Office.officer("market", "何科长");
    private final SignedIn tax = Office.officer("tax", "钱科员");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void a_simplified_deregistration_is_put_before_the_public_by_itself_once_it_is_accepted() {
        var application = accepted("simple");

        var notice = notice(application);
        assertThat(state(application)).isEqualTo(SPECIAL_PROCEDURE);
        assertThat(notice.startsOn()).isEqualTo(FILED);
        assertThat(notice.endsOn()).as("a Sunday moves on").isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(notice.subject()).isEqualTo("邵阳样例商贸有限公司");
        assertThat(notice.creditCode()).hasSize(18);
        assertThat(Office.clocks(application).standing(no(application)))
                .hasValueSatisfying(s -> assertThat(s.plannedOn()).contains(notice.endsOn()));
        assertThat(Office.papers(application)).contains(DocumentKind.SPECIAL_PROCEDURE);
        assertThat(running(application)).isTrue();
    }

    @Test
    void the_general_way_has_had_its_notice_before_and_goes_on() {
        assertThat(state(accepted("general"))).isEqualTo(ACCEPTED);
    }

    @Test
    void it_ends_by_itself_on_its_last_day_and_the_limits_run_again() {
        var application = accepted("simple");
        var last = notice(application).endsOn();
        Office.at(last);
        Office.law(application);
        assertThat(state(application)).isEqualTo(SPECIAL_PROCEDURE);

        Office.at(last.plusDays(1));
        Office.law(application);

        assertThat(state(application)).isEqualTo(ACCEPTED);
        assertThat(running(application)).isFalse();
        assertThat(approve(application)).isEqualTo(new Acted.Done(APPROVED));
    }

    @Test
    void it_can_neither_be_skipped_nor_cut_short() {
        var application = cleared("simple");

        assertThat(approve(application)).isInstanceOf(Acted.NoticeFirst.class);
        assertThat(state(application)).isEqualTo(SUBMITTED);
        accept(application);
        assertThat(Office.bean(StopClock.class).runAgain(market, application.id(), no(application), ""))
                .isEqualTo(new Acted.NoticeRuns(notice(application).endsOn()));
    }

    @Test
    void silence_that_accepts_puts_it_before_the_public_on_the_day_it_can_be_read() {
        var application = cleared("simple");
        Office.at(LocalDate.of(2026, 11, 16));

        Office.law(application);

        assertThat(notice(application).startsOn()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void an_objection_is_taken_until_the_last_day_and_answered_by_its_clock() {
        var application = accepted("simple");
        var notice = notice(application);
        Office.at(notice.endsOn());

        var filed = file(notice, CREDITOR);

        assertThat(filed).isInstanceOf(Filed.Received.class);
        assertThat(Office.clocks(application).open(no(application), CaseTime.OBJECTION))
                .hasValueSatisfying(c -> assertThat(c.dates().due()).contains(LocalDate.of(2026, 11, 12)));
        assertThat(Office.bean(Objections.class)
                        .onDesk(List.of(market.posts().getFirst().body().orElseThrow())))
                .anyMatch(w -> w.application().equals(application.number()) && w.count() == 1);
        Office.at(LocalDate.of(2026, 11, 13));
        Office.law(application);
        assertThat(Office.acts(application)).contains(CaseAct.OBJECTION_OVERRUN);
    }

    @Test
    void sent_twice_it_is_one_objection() {
        var application = accepted("simple");
        var id = UUID.randomUUID();
        var filing = Office.bean(FileObjection.class);

        var first = filing.file(notice(application).id(), id, CREDITOR);
        var second = filing.file(notice(application).id(), id, CREDITOR);

        assertThat(second).isEqualTo(first);
        assertThat(waiting(application)).isOne();
    }

    @Test
    void what_is_missing_is_named_by_field() {
        var filed = file(notice(accepted("simple")), new Said(" ", "", "不同意"));

        assertThat(filed)
                .isEqualTo(new Filed.Incomplete(
                        Map.of("name", "name.short", "contact", "contact.short", "reason", "reason.short")));
    }

    @Test
    void after_the_last_day_it_is_refused() {
        var application = accepted("simple");
        var notice = notice(application);
        Office.at(notice.endsOn().plusDays(1));

        assertThat(file(notice, CREDITOR)).isEqualTo(new Filed.TooLate(notice.endsOn()));
        assertThat(waiting(application)).isZero();
    }

    @Test
    void nothing_is_granted_while_one_waits_and_a_rejected_one_keeps_nothing_back() {
        var application = accepted("simple");
        var notice = notice(application);
        file(notice, CREDITOR);
        Office.at(notice.endsOn().plusDays(1));
        Office.law(application);

        assertThat(approve(application)).isEqualTo(new Acted.ObjectionsOpen(1));
        assertThat(answer(application, false)).isEqualTo(new Acted.Done(ACCEPTED));
        assertThat(Office.clocks(application).open(no(application), CaseTime.OBJECTION))
                .isEmpty();
        assertThat(approve(application)).isEqualTo(new Acted.Done(APPROVED));
    }

    @Test
    void an_upheld_one_ends_this_way_answers_the_others_and_leaves_no_second_try_at_it() {
        var application = accepted("simple");
        file(notice(application), CREDITOR);
        file(notice(application), new Said("某某税务分局", "0739-7654321", "该企业尚有未结的税务检查案件。"));

        assertThat(answer(application, true)).isEqualTo(new Acted.Done(TERMINATED));

        assertThat(waiting(application)).isZero();
        assertThat(running(application)).isFalse();
        assertThat(Office.papers(application)).contains(DocumentKind.REFUSAL);
        assertThat(Office.bean(ReapplyCase.class).reapply(firm, application.id(), no(application), Map.of(), List.of()))
                .isInstanceOf(ReapplyCase.Reapplied.NotPossible.class);
        assertThat(file(notice(application), CREDITOR)).isInstanceOf(Filed.Ended.class);
    }

    @Test
    void without_a_reason_none_is_answered() {
        var application = accepted("simple");
        file(notice(application), CREDITOR);
        var open = open(application);

        assertThat(Office.bean(AnswerObjection.class)
                        .answer(market, application.id(), no(application), open.id(), true, " "))
                .isEqualTo(new Acted.Missing("reason"));
    }

    @Test
    void a_persons_name_is_masked() {
        assertThat(PublicNotice.masked("李娜")).isEqualTo("李*");
        assertThat(PublicNotice.masked("𠮷野")).isEqualTo("𠮷*");
    }

    private Application accepted(String path) {
        var application = cleared(path);
        accept(application);
        return application;
    }

    /** The taxes are cleared: the registration can begin. */
    private Application cleared(String path) {
        Office.at(FILED);
        var application = Applicants.submit(
                firm, "43TCN0008", Office.AREA, "q-entity=llc", "q-path=" + path, "q-objection=no", "q-rest=");
        assertThat(Office.approve(tax, application, "tax-cancel", Map.of("taxClearanceNo", "邵税清〔2026〕1号")))
                .isEqualTo(new Acted.Done(APPROVED));
        return application;
    }

    private void accept(Application application) {
        assertThat(Office.bean(AcceptCase.class).accept(market, application.id(), no(application)))
                .isInstanceOf(Acted.Done.class);
    }

    private Acted approve(Application application) {
        return Office.approve(market, application, ITEM, Map.of("deregistrationDate", "2026-11-20"));
    }

    private static Filed file(PublicNotice notice, Said said) {
        return Office.bean(FileObjection.class).file(notice.id(), UUID.randomUUID(), said);
    }

    private Acted answer(Application application, boolean upheld) {
        return Office.bean(AnswerObjection.class)
                .answer(
                        market,
                        application.id(),
                        no(application),
                        open(application).id(),
                        upheld,
                        "经核查对账单属实");
    }

    private static Objections.Objection open(Application application) {
        return Office.bean(Objections.class).of(application.id(), no(application), 1).stream()
                .filter(o -> o.answer().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static int waiting(Application application) {
        return Office.bean(Objections.class).waiting(application.id(), no(application), 1);
    }

    private static PublicNotice notice(Application application) {
        return Office.bean(Notices.class)
                .find(application.id(), no(application), 1)
                .orElseThrow();
    }

    private static boolean running(Application application) {
        var notice = notice(application);
        var listed = Office.bean(Notices.class)
                .running(
                        List.of(notice.area()),
                        notice.creditCode(),
                        LocalDate.now(Product.running().clock()),
                        Notices.Place.FIRST);
        return listed.notices().stream().anyMatch(n -> n.id().equals(notice.id()));
    }

    private static CaseState state(Application application) {
        return Office.state(application, ITEM);
    }

    private static int no(Application application) {
        return Office.file(application, ITEM).no();
    }
}
