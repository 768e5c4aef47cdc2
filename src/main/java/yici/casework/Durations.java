package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/** How long it really took, as worked out last night by {@link RefreshDurations}. */
@Component
class Durations {

    private static final int MOST = 500;

    /** By when half, eight of ten and nineteen of twenty were done, in days. */
    record Spread(int half, int eighty, int ninetyFive) {}

    /** @param within of a hundred how many were done within the promise, rounded down; empty like the spread where there are too few */
    record OfItem(
            String item,
            Translated name,
            String body,
            int cases,
            Optional<Spread> days,
            Optional<Integer> within,
            Instant at) {}

    /** @param used working days of authorities; {@code all} calendar days from sending to the last result */
    record OfEvent(
            String lifeEvent,
            String area,
            Translated name,
            int bundles,
            Optional<Spread> used,
            Optional<Spread> all,
            Optional<Integer> within,
            Instant at) {}

    private final JdbcClient db;

    Durations(JdbcClient db) {
        this.db = db;
    }

    /** Of the applications filed in the area itself. */
    List<OfItem> items(String lifeEvent, String area) {
        return db.sql("""
                        select item, name_zh, name_en, body_id, cases, p50, p80, p95, within_promise, computed_at from casework.duration
                        where life_event = :event and area = :area order by item, body_id limit :most
                        """)
                .param("event", lifeEvent)
                .param("area", area)
                .param("most", MOST)
                .query((row, _) -> new OfItem(
                        row.getString("item"),
                        Translated.of(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("body_id"),
                        row.getInt("cases"),
                        spread(row, "p50", "p80", "p95"),
                        share(row, row.getInt("cases")),
                        Bundles.instant(row, "computed_at").orElseThrow()))
                .list();
    }

    /** The life event in each of the areas that has figures of its own. */
    List<OfEvent> events(String lifeEvent, Collection<String> areas) {
        return db.sql("""
                        select * from casework.event_duration where life_event = :event and area = any(:areas) order by area limit :most
                        """)
                .param("event", lifeEvent)
                .param("areas", areas.toArray(String[]::new))
                .param("most", MOST)
                .query((row, _) -> event(row))
                .list();
    }

    /** Every life event of the area that has figures, the most used first. */
    List<OfEvent> in(String area) {
        return db.sql("""
                        select * from casework.event_duration where area = :area order by bundles desc, life_event limit :most
                        """)
                .param("area", area)
                .param("most", MOST)
                .query((row, _) -> event(row))
                .list();
    }

    private static OfEvent event(ResultSet row) throws SQLException {
        return new OfEvent(
                row.getString("life_event"),
                row.getString("area"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("bundles"),
                spread(row, "used_p50", "used_p80", "used_p95"),
                spread(row, "all_p50", "all_p80", "all_p95"),
                share(row, row.getInt("bundles")),
                Bundles.instant(row, "computed_at").orElseThrow());
    }

    private static Optional<Spread> spread(ResultSet row, String half, String eighty, String ninetyFive)
            throws SQLException {
        if (row.getObject(half) == null) return Optional.empty();
        return Optional.of(new Spread(row.getInt(half), row.getInt(eighty), row.getInt(ninetyFive)));
    }

    private static Optional<Integer> share(ResultSet row, int of) throws SQLException {
        return row.getObject("within_promise") == null
                ? Optional.empty()
                : Optional.of(row.getInt("within_promise") * 100 / of);
    }
}
