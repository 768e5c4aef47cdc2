package yici.casework;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.kit.View;

/**
 * Works out how long it took, of what was decided in the last twelve months: body by body and area by area, each along one stretch of an
 * index and in a transaction of its own, so that the page is always whole and nothing waits for the night's work.
 */
@Component
class RefreshDurations {

    /** Fewer are not described: one of them could be recognised. */
    static final int FEWEST = 5;

    private static final Logger log = LoggerFactory.getLogger(RefreshDurations.class);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clocks clocks;

    RefreshDurations(JdbcClient db, TransactionTemplate transaction, Clocks clocks) {
        this.db = db;
        this.transaction = transaction;
        this.clocks = clocks;
    }

    /** All of them; one that fails keeps what it had and no other back. */
    void refresh() {
        for (var body : bodies()) alone("body " + body, () -> ofBody(body));
        for (var area : areas()) alone("area " + area, () -> ofArea(area));
    }

    private static void alone(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("no durations of {}", what, e);
        }
    }

    /** That have decided something, or had. Steps from one to the next in the index. */
    private List<String> bodies() {
        return db.sql("""
                        with recursive deciding (id) as (
                            (select body_id from casework.case_file where stage = 5 and body_id is not null order by body_id limit 1)
                            union all
                            select (select c.body_id from casework.case_file c
                                    where c.stage = 5 and c.body_id > deciding.id order by c.body_id limit 1)
                            from deciding where deciding.id is not null)
                        select id from deciding where id is not null union select body_id from casework.duration
                        """).query((row, _) -> row.getString("id")).list();
    }

    private List<String> areas() {
        return db.sql("""
                        with recursive closed (area) as (
                            (select area from casework.bundle where closed_at is not null order by area limit 1)
                            union all
                            select (select b.area from casework.bundle b
                                    where b.closed_at is not null and b.area > closed.area order by b.area limit 1)
                            from closed where closed.area is not null)
                        select area from closed where area is not null union select area from casework.event_duration
                        """).query((row, _) -> row.getString("area")).list();
    }

    /** What it granted or refused: sending somebody elsewhere is quick, and no decision. */
    void ofBody(String body) {
        transaction.executeWithoutResult(_ -> {
            db.sql("delete from casework.duration where body_id = :body")
                    .param("body", body)
                    .update();
            db.sql("""
                            insert into casework.duration (life_event, area, item, body_id, name_zh, name_en, cases, within_promise,
                                p50, p80, p95, computed_at)
                            select life_event, area, item, :body, name_zh, name_en, cases,
                                case when cases >= :fewest then kept end, case when cases >= :fewest then p[1] end,
                                case when cases >= :fewest then p[2] end, case when cases >= :fewest then p[3] end, :now
                            from (
                                select b.life_event, c.area, c.item, max(c.name_zh) as name_zh, max(c.name_en) as name_en, count(*) as cases,
                                    count(*) filter (where (c.decided_at at time zone 'Asia/Shanghai')::date <= c.due_on) as kept,
                                    percentile_disc(array[0.5, 0.8, 0.95]) within group (order by c.used_days) as p
                                from casework.case_file c join casework.bundle b using (application_id)
                                where c.body_id = :body and c.stage = 5 and c.decided_at >= :from
                                  and c.state in ('APPROVED', 'REFUSED') and c.used_days is not null
                                group by b.life_event, c.area, c.item) counted
                            """)
                    .param("body", body)
                    .param("fewest", FEWEST)
                    .param("from", aYearAgo().atStartOfDay(View.ZONE).toOffsetDateTime())
                    .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /** What was taken back by the applicant says nothing of authorities. */
    void ofArea(String area) {
        transaction.executeWithoutResult(_ -> {
            db.sql("delete from casework.event_duration where area = :area")
                    .param("area", area)
                    .update();
            db.sql("""
                            insert into casework.event_duration (life_event, area, name_zh, name_en, bundles, within_promise,
                                used_p50, used_p80, used_p95, all_p50, all_p80, all_p95, computed_at)
                            select life_event, :area, name_zh, name_en, bundles,
                                case when bundles >= :fewest then kept end,
                                case when bundles >= :fewest then used[1] end, case when bundles >= :fewest then used[2] end,
                                case when bundles >= :fewest then used[3] end, case when bundles >= :fewest then days[1] end,
                                case when bundles >= :fewest then days[2] end, case when bundles >= :fewest then days[3] end, :now
                            from (
                                select life_event, max(life_event_zh) as name_zh, max(life_event_en) as name_en, count(*) as bundles,
                                    count(*) filter (where (closed_at at time zone 'Asia/Shanghai')::date <= joint_due) as kept,
                                    percentile_disc(array[0.5, 0.8, 0.95]) within group (order by used_days) as used,
                                    percentile_disc(array[0.5, 0.8, 0.95]) within group (
                                        order by (closed_at at time zone 'Asia/Shanghai')::date
                                            - (submitted_at at time zone 'Asia/Shanghai')::date) as days
                                from casework.bundle
                                where area = :area and closed_at >= :from and state in ('COMPLETED', 'PARTIAL', 'REFUSED')
                                  and used_days is not null
                                group by life_event) counted
                            """)
                    .param("area", area)
                    .param("fewest", FEWEST)
                    .param("from", aYearAgo().atStartOfDay(View.ZONE).toOffsetDateTime())
                    .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private LocalDate aYearAgo() {
        return clocks.today().minusYears(1);
    }
}
