package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.calendar.Cause;
import yici.casework.Durations.OfEvent;
import yici.casework.Durations.OfItem;
import yici.casework.Durations.Spread;
import yici.house.Http;
import yici.house.PageChecks;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Language;

/** What the public reads about how long it took: the days of authorities only, of enough cases, against the promise. */
class DurationsTest {

    private static final String EVENT = "43PCN0012";

    /** A Monday, with no holiday in the weeks after it. */
    private static final LocalDate FILED = LocalDate.of(2026, 10, 19);

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void the_days_of_the_body_are_counted_and_those_of_a_special_procedure_are_not() {
        var area = "430528000000";
        for (int days : new int[] {1, 2, 2, 3}) decided(area, days);
        var slow = files(area);
        var officer = officer(area);
        at(FILED.plusDays(1));
        Office.bean(AcceptCase.class).accept(officer, slow.id(), 1);
        Office.bean(StopClock.class)
                .stop(officer, slow.id(), 1, Optional.of(Cause.TEST), Optional.of(FILED.plusDays(15)), "送检");
        at(FILED.plusDays(18));
        Law.takesEffect(slow.id());
        approve(area, slow);

        refresh(area);

        var item = item(area).orElseThrow();
        assertThat(item.cases()).isEqualTo(5);
        assertThat(item.days()).contains(new Spread(2, 3, 4));
        assertThat(item.within()).contains(100);
        var whole = whole(area).orElseThrow();
        assertThat(whole.used()).contains(new Spread(2, 3, 4));
        assertThat(whole.all()).contains(new Spread(2, 3, 18));
    }

    @Test
    void fewer_than_five_are_counted_and_not_described() {
        var area = "430581000000";
        for (int days : new int[] {1, 2, 3, 4}) decided(area, days);

        refresh(area);

        assertThat(item(area).orElseThrow())
                .satisfies(item -> assertThat(item.cases()).isEqualTo(4))
                .satisfies(item -> assertThat(item.days()).isEmpty())
                .satisfies(item -> assertThat(item.within()).isEmpty());
        assertThat(whole(area).orElseThrow().all()).isEmpty();
    }

    @Test
    void what_was_late_lowers_the_share_and_what_is_older_than_a_year_no_longer_counts() {
        var area = "430511000000";
        for (int days : new int[] {1, 1, 1, 1, 90}) decided(area, days);

        refresh(area);
        var then = item(area).orElseThrow();
        at(FILED.plusYears(2));
        Office.bean(RefreshDurations.class).refresh();

        assertThat(then.within()).contains(80);
        assertThat(item(area)).isEmpty();
        assertThat(whole(area)).isEmpty();
    }

    @Test
    void the_applicants_withdrawal_is_nobodys_decision() {
        var area = "430525000000";
        var applicant = Office.applicant("陈一");
        at(FILED);
        var application = Filed.by(applicant.account(), applicant.name(), EVENT, area, Map.of(), "card-new");
        Office.bean(WithdrawCase.class).withdraw(applicant, application.id(), 1);

        refresh(area);

        assertThat(item(area)).isEmpty();
        assertThat(whole(area)).isEmpty();
    }

    @Test
    void everybody_reads_the_figures_with_their_method_in_every_language() {
        var area = "430503000000";
        for (int days : new int[] {1, 2, 2, 3, 5}) decided(area, days);
        refresh(area);

        for (var language : Language.values()) {
            var page = new Http(language).get("/durations?event=" + EVENT + "&area=" + area);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("100%");
            PageChecks.assertValidHtml(page.body());
        }
        assertThat(new Http().get("/durations?area=" + area).body()).contains("/durations?event=" + EVENT);
        assertThat(new Http().get("/durations?event=nonsense").statusCode()).isEqualTo(404);
        assertThat(new Http().get("/events/" + EVENT + "?area=" + area).body())
                .contains("/durations?event=" + EVENT + "&amp;area=" + area);
    }

    @Test
    void the_night_reads_a_stretch_of_an_index_for_each_body() {
        var plan = String.join(
                "\n",
                Office.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("""
                                explain select used_days from casework.case_file c
                                where c.body_id = 'nobody@0' and c.stage = 5 and c.decided_at >= '2026-01-01'
                                """)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("case_decided");
    }

    @Test
    void the_night_work_is_a_durable_job_at_half_past_two() {
        var next = Office.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("""
                        select to_char(execution_time at time zone 'Asia/Shanghai', 'HH24:MI') from casework.scheduled_tasks
                        where task_name = 'durations'
                        """)
                .query(String.class)
                .single();

        assertThat(next).isEqualTo("02:30");
    }

    private static void decided(String area, int days) {
        var application = files(area);
        at(FILED.plusDays(days));
        approve(area, application);
    }

    private static Application files(String area) {
        at(FILED);
        return Filed.by(UUID.randomUUID(), "吴小平", EVENT, area, Map.of(), "card-new");
    }

    private static void approve(String area, Application application) {
        assertThat(Office.bean(DecideCase.class).approve(officer(area), application.id(), 1, Map.of(), ""))
                .isInstanceOf(Acted.Done.class);
    }

    private static SignedIn officer(String area) {
        return People.officer("disabled-federation@" + area).me();
    }

    private static void refresh(String area) {
        Office.bean(RefreshDurations.class).ofBody("disabled-federation@" + area);
        Office.bean(RefreshDurations.class).ofArea(area);
    }

    private static Optional<OfItem> item(String area) {
        return Office.bean(Durations.class).items(EVENT, area).stream()
                .filter(i -> i.item().equals("card-new"))
                .findFirst();
    }

    private static Optional<OfEvent> whole(String area) {
        return Office.bean(Durations.class).events(EVENT, List.of(area)).stream()
                .findFirst();
    }

    private static void at(LocalDate day) {
        Product.running().clock().to(day);
    }
}
