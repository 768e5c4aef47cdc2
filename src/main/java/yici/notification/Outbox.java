package yici.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages on their way. Of one that is gone only that it went is kept, neither to whom nor what it said. */
@Component
class Outbox {

    enum State {
        WAITING,
        SENT,
        FAILED,
        /** No gateway is configured: {@link MessagesPages} shows it. */
        SHOWN,
        /** Only the work was done. */
        NOWHERE
    }

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, Message message, State state, Instant now) {
        db.sql("""
                        insert into notification.message (id, channel, recipient, subject, body, state, created_at, useful_until)
                        values (:id, :channel, :recipient, :subject, :body, :state, :now, :until)
                        on conflict (id) do update set created_at = excluded.created_at
                        """)
                .param("id", id)
                .param("channel", message.channel().name())
                .param("recipient", state == State.NOWHERE ? "" : message.to())
                .param("subject", message.subject())
                .param("body", state == State.NOWHERE ? "" : message.text())
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(message.until()))
                .update();
    }

    Optional<Message> waiting(UUID id) {
        return db.sql("select * from notification.message where id = :id and state = 'WAITING'")
                .param("id", id)
                .query((row, _) -> message(row))
                .optional();
    }

    void done(UUID id, State state, String trouble, Instant now) {
        db.sql("""
                        update notification.message set state = :state, trouble = :trouble, done_at = :now, recipient = '', subject = '', body = ''
                        where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("trouble", trouble)
                .param("now", Timestamp.from(now))
                .update();
    }

    record Shown(Message message, Instant at) {}

    /** The newest first. */
    List<Shown> shown(Instant now, int limit) {
        return db.sql("""
                        select * from notification.message where state = 'SHOWN' and created_at > :old
                        order by created_at desc, id desc limit :limit
                        """)
                .param("old", Timestamp.from(now.minus(SHOWN_FOR)))
                .param("limit", limit)
                .query((row, _) ->
                        new Shown(message(row), row.getTimestamp("created_at").toInstant()))
                .list();
    }

    void sweep(Instant now) {
        db.sql("""
                        delete from notification.message where created_at < :old
                            or created_at < :shownOld and state in ('SHOWN', 'NOWHERE')
                        """)
                .param("old", Timestamp.from(now.minus(KEPT)))
                .param("shownOld", Timestamp.from(now.minus(SHOWN_FOR)))
                .update();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("useful_until").toInstant());
    }
}
