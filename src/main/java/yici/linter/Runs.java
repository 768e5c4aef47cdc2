package yici.linter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When somebody looked, at how much, and what came of it. */
@Repository
class Runs {

    /** @param stamp what was in force then */
    record Run(
            UUID id,
            LookThrough.Cause cause,
            String stamp,
            Instant begunAt,
            Instant endedAt,
            int texts,
            int appeared,
            int mended) {}

    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    void add(Run run) {
        db.sql("""
                        insert into linter.run (id, cause, stamp, begun_at, ended_at, texts, appeared, mended)
                        values (:id, :cause, :stamp, :begunAt, :endedAt, :texts, :appeared, :mended)
                        """)
                .param("id", run.id())
                .param("cause", run.cause().name())
                .param("stamp", run.stamp())
                .param("begunAt", OffsetDateTime.ofInstant(run.begunAt(), ZoneOffset.UTC))
                .param("endedAt", OffsetDateTime.ofInstant(run.endedAt(), ZoneOffset.UTC))
                .param("texts", run.texts())
                .param("appeared", run.appeared())
                .param("mended", run.mended())
                .update();
    }

    /** Empty before the first look. */
    Optional<Run> last() {
        return db.sql("""
                        select id, cause, stamp, begun_at, ended_at, texts, appeared, mended
                        from linter.run order by seq desc limit 1
                        """).query(Runs::run).optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                LookThrough.Cause.valueOf(row.getString("cause")),
                row.getString("stamp"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getInt("texts"),
                row.getInt("appeared"),
                row.getInt("mended"));
    }
}
