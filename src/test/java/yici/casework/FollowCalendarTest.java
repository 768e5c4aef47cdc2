package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Application;
import yici.calendar.Calendars;
import yici.calendar.Calendars.Published;
import yici.calendar.Cause;
import yici.calendar.Kind;
import yici.calendar.SpecialDay;
import yici.calendar.YearOfDays;
import yici.house.Product;
import yici.identity.SignedIn;

/** A festival is published for 湘西州 while cases are open there. */
class FollowCalendarTest {

    private static final String PREFECTURE = "433100000000";
    private static final String COUNTY = "433101000000";
    private static final LocalDate FILED = LocalDate.of(2026, 10, 19);

    private final SignedIn lina = Office.applicant("李娜");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void a_new_day_off_moves_the_open_clocks_it_touches_each_with_a_line_and_nothing_closed_and_nothing_elsewhere() {
        Product.running().clock().to(FILED);
        var here = filed(COUNTY);
        var elsewhere = filed("430523000000");
        var closed = filed(COUNTY);
        Office.bean(WithdrawCase.class).withdraw(lina, closed.id(), 1);
        var before = due(here);

        var version = publish(LocalDate.of(2026, 10, 21), LocalDate.of(2026, 10, 22));
        follow(version);
        var second = follow(version);

        assertThat(due(here)).isEqualTo(before.plusDays(2).plusDays(weekend(before)));
        assertThat(due(elsewhere)).isEqualTo(before);
        assertThat(lines(here)).isEqualTo(2);
        assertThat(lines(elsewhere) + lines(closed)).isZero();
        assertThat(second).isZero();
    }

    @Test
    void the_day_to_be_expected_of_a_case_that_stands_still_follows_too() {
        Product.running().clock().to(FILED);
        var application = filed(COUNTY);
        var federation = Office.officerOf("disabled-federation@" + COUNTY);
        Office.bean(AcceptCase.class).accept(federation, application.id(), 1);
        Office.bean(StopClock.class)
                .stop(
                        federation,
                        application.id(),
                        1,
                        Optional.of(Cause.EXPERT_REVIEW),
                        Optional.of(LocalDate.of(2026, 10, 27)),
                        "组织专家评审");
        var before = due(application);
        var calendar = Office.bean(Clocks.class).calendar(COUNTY);

        var version = publish(calendar.after(LocalDate.of(2026, 10, 27), 3));
        follow(version);
        follow(version);

        assertThat(due(application)).isEqualTo(calendar.after(before, 1));
        assertThat(lines(application)).isOne();
    }

    @Test
    void the_desk_shows_the_days_the_clocks_give_also_where_the_promise_stands_still_and_the_law_goes_on() {
        Product.running().clock().to(FILED);
        var application = yici.application.Filed.by(
                lina.account(), lina.name(), "43TCN0003", COUNTY, Map.of(), "food-licence", "fire-general");
        waitForTheApplicant(application);

        follow(publish(LocalDate.of(2026, 10, 23)));

        var work = Office.bean(OpenWork.class)
                .with(Office.bundle(application), Office.bean(Bundles.class).cases(application.id()));
        assertThat(Office.file(application, "food-licence").standing().statutoryDue())
                .contains(Office.bean(Clocks.class).calendar(COUNTY).after(FILED, 20));
        work.cases().forEach(c -> CaseTime.show(work, c.no()));
        assertThat(work.changed()).isEmpty();
    }

    /** An owed document stops the promise, not the law. */
    private static void waitForTheApplicant(Application application) {
        Office.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var work = Office.bean(OpenWork.class)
                            .of(Office.bean(Bundles.class)
                                    .lock(application.id())
                                    .orElseThrow());
                    work.clocks().stand(1, 1, yici.calendar.Cause.OWED, "", "", FILED, java.util.Optional.empty());
                    CaseTime.show(work, 1);
                    Office.bean(SaveWork.class).save(work);
                });
    }

    /** The case and the whole each have a line. */
    private static int lines(Application application) {
        return Office.bean(JdbcClient.class)
                .sql("select count(*) from casework.act where application_id = :id and kind = 'CALENDAR_MOVED'")
                .param("id", application.id())
                .query(Integer.class)
                .single();
    }

    private static int weekend(LocalDate before) {
        return before.getDayOfWeek().getValue() >= 4 ? 2 : 0;
    }

    private static long publish(LocalDate... days) {
        var festival = List.of(days).stream()
                .map(day -> new YearOfDays.Entry(1, new SpecialDay(day, Kind.HOLIDAY, "赶秋节")))
                .toList();
        var published = Office.bean(Calendars.class)
                .publish(new YearOfDays(PREFECTURE, 2026, festival), "account:test", "州政办发〔2026〕9号", "");
        return ((Published.Done) published).publication().no();
    }

    private static int follow(long version) {
        return Office.bean(FollowCalendar.class)
                .follow(new FollowCalendar.Change(
                        version, "4331", LocalDate.of(2026, 10, 21), LocalDate.of(2026, 10, 23), false));
    }

    private Application filed(String area) {
        return yici.application.Filed.by(lina.account(), lina.name(), "43PCN0012", area, Map.of(), "card-new");
    }

    private static LocalDate due(Application application) {
        return Office.bean(Bundles.class)
                .cases(application.id())
                .getFirst()
                .standing()
                .dueOn();
    }
}
