package yici.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rehearsals themselves; what they find is in {@link Findings}. */
@Repository
class Rehearsals {

    private static final String COLUMNS = """
            id, draft, version, life_event, area, effective_from, base, purpose, by_whom, by_name, begun_at, ended_at, state,
            total, beyond, looked, differing, stuck
            """;

    private final JdbcClient db;

    Rehearsals(JdbcClient db) {
        this.db = db;
    }

    /** False while another of the same draft is going on. */
    boolean add(Rehearsal rehearsal, JsonNode tried) {
        return db.sql("""
                        insert into rehearsal.rehearsal (id, draft, version, life_event, area, effective_from, base, tried, purpose,
                                                         by_whom, by_name, begun_at, touched_at, state)
                        values (:id, :draft, :version, :lifeEvent, :area, :from, :base, :tried::jsonb, :purpose, :by, :byName, :at, :at,
                                'WAITING')
                        on conflict (draft) where ended_at is null do nothing
                        """)
                        .param("id", rehearsal.id())
                        .param("draft", rehearsal.draft())
                        .param("version", rehearsal.version())
                        .param("lifeEvent", rehearsal.lifeEvent())
                        .param("area", rehearsal.area())
                        .param("from", rehearsal.effectiveFrom())
                        .param("base", rehearsal.base())
                        .param("tried", tried.toString())
                        .param("purpose", rehearsal.purpose())
                        .param("by", rehearsal.by())
                        .param("byName", rehearsal.byName())
                        .param("at", at(rehearsal.begunAt()))
                        .update()
                == 1;
    }

    /** The newest of a draft. */
    Optional<Rehearsal> latest(UUID draft) {
        return db.sql("select " + COLUMNS
                        + " from rehearsal.rehearsal where draft = :draft order by begun_at desc, id desc limit 1")
                .param("draft", draft)
                .query(Rehearsals::rehearsal)
                .optional();
    }

    Optional<Rehearsal> find(UUID id) {
        return db.sql("select " + COLUMNS + " from rehearsal.rehearsal where id = :id")
                .param("id", id)
                .query(Rehearsals::rehearsal)
                .optional();
    }

    JsonNode tried(UUID id) {
        return db.sql("select tried::text from rehearsal.rehearsal where id = :id")
                .param("id", id)
                .query((row, _) -> JsonMapper.shared().readTree(row.getString(1)))
                .single();
    }

    /**
     * One runner has it; another may take it over when the first has shown no sign for too long.
     *
     * @return false when it is in other hands, or over
     */
    boolean claim(UUID id, UUID runner, Instant now, Instant lastSign) {
        return db.sql("""
                        update rehearsal.rehearsal
                        set state = 'RUNNING', runner = :runner, touched_at = :now, total = 0, looked = 0, differing = 0, stuck = 0
                        where id = :id and (state = 'WAITING' or state = 'RUNNING' and touched_at < :lastSign)
                        """)
                        .param("id", id)
                        .param("runner", runner)
                        .param("now", at(now))
                        .param("lastSign", at(lastSign))
                        .update()
                == 1;
    }

    /** False when another runner has taken over. */
    boolean progress(UUID id, UUID runner, Progress progress, Instant now) {
        return db.sql("""
                        update rehearsal.rehearsal set total = :total, beyond = :beyond, looked = :looked, differing = :differing,
                            stuck = :stuck, touched_at = :now
                        where id = :id and runner = :runner and state = 'RUNNING'
                        """)
                        .param("id", id)
                        .param("runner", runner)
                        .param("total", progress.total())
                        .param("beyond", progress.beyond())
                        .param("looked", progress.looked())
                        .param("differing", progress.differing())
                        .param("stuck", progress.stuck())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void end(UUID id, UUID runner, Rehearsal.State state, Instant now) {
        db.sql("""
                        update rehearsal.rehearsal set state = :state, ended_at = :now
                        where id = :id and runner = :runner and state = 'RUNNING'
                        """)
                .param("id", id)
                .param("runner", runner)
                .param("state", state.name())
                .param("now", at(now))
                .update();
    }

    /** @param total to be looked at */
    record Progress(int total, boolean beyond, int looked, int differing, int stuck) {}

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Rehearsal rehearsal(ResultSet row, int number) throws SQLException {
        return new Rehearsal(
                row.getObject("id", UUID.class),
                row.getObject("draft", UUID.class),
                row.getInt("version"),
                row.getString("life_event"),
                row.getString("area"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("base", UUID.class),
                row.getString("purpose"),
                row.getObject("by_whom", UUID.class),
                row.getString("by_name"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Rehearsal.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getBoolean("beyond"),
                row.getInt("looked"),
                row.getInt("differing"),
                row.getInt("stuck"));
    }
}
