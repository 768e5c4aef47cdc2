package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a password was last set anew by somebody who had forgotten it. For a day after, the locks are not changed. */
@Component
class Recoveries {

    static final Duration WAIT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    Recoveries(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void note(UUID account, Instant now) {
        db.sql("update identity.account set recovered_at = :now where id = :account")
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
    }

    /** Until when telephone and factors stay as they are: whoever is robbed of the account has until then to notice. */
    Optional<Instant> waitsUntil(UUID account) {
        return db.sql("select recovered_at from identity.account where id = :account and recovered_at > :since")
                .param("account", account)
                .param("since", Timestamp.from(clock.instant().minus(WAIT)))
                .query((row, _) -> row.getTimestamp("recovered_at").toInstant().plus(WAIT))
                .optional();
    }

    Trust proofed(UUID account) {
        return db.sql("select proofed from identity.account where id = :account")
                .param("account", account)
                .query(Integer.class)
                .optional()
                .map(Trust::of)
                .orElse(Trust.LEVEL_2);
    }
}
