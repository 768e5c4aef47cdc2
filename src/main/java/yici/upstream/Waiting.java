package yici.upstream;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is known had typed before going elsewhere to show more: too much for a cookie, so it waits here, sealed. */
@Component
class Waiting {

    private static final int LONGEST = 128 * 1024;
    private static final int MOST_EACH = 5;

    private final JdbcClient db;
    private final Clock clock;

    Waiting(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void keep(Visit visit, UUID account, String kept) {
        if (kept.isEmpty() || kept.length() > LONGEST) return;
        db.sql("""
                        delete from upstream.waiting where ends_at < :now or state_hash in
                            (select state_hash from upstream.waiting where account = :account order by ends_at desc offset :most)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("most", MOST_EACH - 1)
                .update();
        db.sql(
                        "insert into upstream.waiting (state_hash, account, kept, ends_at) values (:hash, :account, :kept, :end)")
                .param("hash", visit.stateHash())
                .param("account", account)
                .param("kept", kept)
                .param("end", Timestamp.from(visit.endsAt()))
                .update();
    }

    /** Empty when there was nothing. */
    String take(Visit visit, UUID account) {
        return db.sql("delete from upstream.waiting where state_hash = :hash and account = :account returning kept")
                .param("hash", visit.stateHash())
                .param("account", account)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
