package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Application;
import yici.application.Filed;
import yici.calendar.Cause;
import yici.calendar.Reckoning;
import yici.casework.Inbox.Pile;
import yici.house.People;
import yici.house.Product;

/** The desk's filter by supervision: what the days of a case say, and no case more or less. */
class WatchedTest {

    /** 城步苗族自治县 */
    private static final String AREA = "430529000000";

    private static final List<String> DESK = List.of("disabled-federation@" + AREA);
    private static final LocalDate FILED = LocalDate.of(2026, 9, 24);

    private final Inbox inbox = Office.bean(Inbox.class);

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void every_day_the_level_of_a_line_is_that_of_its_clock_and_the_filter_finds_it_there_only() {
        var application = files();

        for (var day = FILED; day.isBefore(FILED.plusDays(60)); day = day.plusDays(1)) {
            var today = day;
            var line = line(application);
            var level = Watched.of(line, today);

            assertThat(level.level()).as("%s", today).isEqualTo(supervision(application, today));
            assertThat(Arrays.stream(Watched.values())
                            .filter(Watched::isFilter)
                            .filter(w -> finds(application, w, today)))
                    .as("%s", today)
                    .isEqualTo(level.isFilter() ? List.of(level) : List.of());
        }
    }

    @Test
    void a_special_procedure_is_found_as_standing_still_and_under_no_card() {
        var application = files();
        var officer = People.officer(DESK.getFirst()).me();
        Office.bean(AcceptCase.class).accept(officer, application.id(), 1);

        Office.bean(StopClock.class)
                .stop(officer, application.id(), 1, Optional.of(Cause.TEST), Optional.of(FILED.plusDays(90)), "检测");

        var later = FILED.plusDays(60);
        assertThat(finds(application, Watched.STANDS, later)).isTrue();
        assertThat(finds(application, Watched.RED, later)).isFalse();
        assertThat(Watched.of(line(application), later)).isEqualTo(Watched.STANDS);
    }

    @Test
    void a_long_list_goes_on_where_the_page_ended() {
        for (int i = 0; i < Inbox.PAGE + 3; i++) files();
        var later = FILED.plusDays(90);

        var first = inbox.watched(DESK, Pile.ACCEPT, Watched.RED, later, Optional.empty(), Inbox.Place.FIRST);
        var second = inbox.watched(
                DESK,
                Pile.ACCEPT,
                Watched.RED,
                later,
                Optional.of("card-new"),
                first.next().orElseThrow());

        assertThat(first.lines()).hasSize(Inbox.PAGE);
        assertThat(second.lines()).isNotEmpty().doesNotContainAnyElementsOf(first.lines());
    }

    @Test
    void the_filter_reads_in_the_order_of_an_index() {
        var plan = Office.bean(TransactionTemplate.class).execute(_ -> {
            var db = Office.bean(JdbcClient.class);
            db.sql("set local enable_seqscan = off").update();
            db.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    db.sql("explain select * from casework.case_file c where c.body_id = 'nobody@0' and c.stage = 1"
                                    + " and c.stage < 5 and "
                                    + Watched.RED.condition().replace(":today", "date '2026-11-23'")
                                    + " and (c.warn_on, c.application_id, c.no) > (date '1900-01-01', '"
                                    + new UUID(0, 0) + "'::uuid, 0)"
                                    + " order by warn_on, application_id, no limit 26")
                            .query((row, _) -> row.getString(1))
                            .list());
        });

        assertThat(plan).contains("case_watched").doesNotContain("Sort");
    }

    private static Application files() {
        Product.running().clock().to(FILED);
        return Filed.by(UUID.randomUUID(), "刘文", "43PCN0012", AREA, Map.of(), "card-new");
    }

    private Inbox.Line line(Application application) {
        return inbox.byNumber(DESK, application.number()).getFirst();
    }

    private boolean finds(Application application, Watched watched, LocalDate today) {
        for (var pile : List.of(Pile.ACCEPT, Pile.REVIEW))
            for (var place = Optional.of(Inbox.Place.FIRST); place.isPresent(); ) {
                var listing = inbox.watched(DESK, pile, watched, today, Optional.empty(), place.get());
                if (listing.lines().stream().anyMatch(l -> l.id().equals(application.id()))) return true;
                place = listing.next();
            }
        return false;
    }

    private static yici.calendar.Supervision supervision(Application application, LocalDate today) {
        var clock = Office.bean(ClockStore.class)
                .of(application.id())
                .open(1, CaseTime.PROMISED)
                .orElseThrow();
        return Reckoning.supervision(clock.clock(), Office.bean(Clocks.class).calendar(AREA), today);
    }
}
