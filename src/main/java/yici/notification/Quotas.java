package yici.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages one recipient may get: nobody's telephone is made ring all night, and nobody's gateway bill grows without end. */
@Component
class Quotas {

    static final int PER_HOUR = 10;
    static final int PER_DAY = 30;

    private final JdbcClient db;

    Quotas(JdbcClient db) {
        this.db = db;
    }

    /** Counts one message; answers until when there is no other, where there were enough. */
    Optional<Instant> take(String recipient, Instant now) {
        var subject = digest(recipient);
        var byHour = take("hour:" + subject, Duration.ofHours(1), PER_HOUR, now);
        var byDay = take("day:" + subject, Duration.ofDays(1), PER_DAY, now);
        return byHour.or(() -> byDay);
    }

    void sweep(Instant now) {
        db.sql("delete from notification.quota where since < :old")
                .param("old", Timestamp.from(now.minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<Instant> take(String subject, Duration window, int limit, Instant now) {
        var taken = db.sql("""
                        insert into notification.quota as q (subject, sent, since) values (:subject, 1, :now)
                        on conflict (subject) do update set
                            sent = case when q.since < :old then 1 else least(q.sent + 1, :limit + 1) end,
                            since = case when q.since < :old then excluded.since else q.since end
                        returning sent, since
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(window)))
                .param("limit", limit)
                .query((row, _) ->
                        new Taken(row.getInt("sent"), row.getTimestamp("since").toInstant()))
                .single();
        return taken.sent() <= limit
                ? Optional.empty()
                : Optional.of(taken.since().plus(window));
    }

    private record Taken(int sent, Instant since) {}

    private static String digest(String recipient) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(recipient.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
