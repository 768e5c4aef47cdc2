package yici.openid;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be used once: the database remembers, for all nodes together, until it would be too old anyway. */
@Component
class Spent {

    enum What {
        PROOF,
        ASSERTION,
        /** An access token that was taken back before its time. */
        TOKEN
    }

    private final JdbcClient db;
    private final Clock clock;

    Spent(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * False for what was used before. A crash of the database may forget the last moments, in which nothing else of them would have lasted
     * either; so nobody waits for the disk.
     */
    boolean spend(What what, String whose, String id, Instant goodUntil) {
        return db.sql("""
                        insert into openid.spent (hash, gone_at)
                        select :hash, :until where set_config('synchronous_commit', 'off', true) is not null
                        on conflict do nothing
                        """)
                        .param("hash", hash(what, whose, id))
                        .param("until", Timestamp.from(goodUntil))
                        .update()
                == 1;
    }

    /** As {@link #spend}, but certain when the caller's transaction is. */
    boolean spendForSure(What what, String whose, String id, Instant goodUntil) {
        return db.sql("insert into openid.spent (hash, gone_at) values (:hash, :until) on conflict do nothing")
                        .param("hash", hash(what, whose, id))
                        .param("until", Timestamp.from(goodUntil))
                        .update()
                == 1;
    }

    boolean isSpent(byte[] hash) {
        return db.sql("select count(*) from openid.spent where hash = :hash and gone_at > :now")
                        .param("hash", hash)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    static byte[] hash(What what, String whose, String id) {
        return Opaque.sha256(what + "\n" + whose + "\n" + id);
    }
}
