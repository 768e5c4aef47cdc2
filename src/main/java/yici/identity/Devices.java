package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers in which a person has signed in before. On one of them nobody else's wrong passwords lock the person out. */
@Component
class Devices {

    /** A browser not used for so long is a stranger again. */
    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    private static final int MOST = 20;

    private final JdbcClient db;
    private final Clock clock;

    Devices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    enum Seen {
        FIRST_OF_ALL,
        NEW,
        KNOWN
    }

    /** Notes that somebody signed in with this browser. */
    Seen note(UUID account, Token key, String name) {
        var now = clock.instant();
        int known = db.sql("""
                        update identity.device set last_seen_at = :now where account = :account and key_hash = :key and last_seen_at > :old
                        """)
                .param("now", Timestamp.from(now))
                .param("account", account)
                .param("key", key.hash())
                .param("old", Timestamp.from(now.minus(KNOWN_FOR)))
                .update();
        if (known == 1) return Seen.KNOWN;

        boolean others = !of(account).isEmpty();
        add(account, key, name, now);
        return others ? Seen.NEW : Seen.FIRST_OF_ALL;
    }

    boolean knows(String login, Token key) {
        return db.sql("""
                        select count(*) from identity.device d join identity.account a on a.id = d.account
                        where a.login = :login and d.key_hash = :key and d.last_seen_at > :old
                        """)
                        .param("login", login)
                        .param("key", key.hash())
                        .param("old", Timestamp.from(clock.instant().minus(KNOWN_FOR)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    record Known(String name, Instant since, Instant lastSeen) {}

    /** The one used last first. */
    List<Known> of(UUID account) {
        return db.sql("""
                        select name, first_seen_at, last_seen_at from identity.device where account = :account and last_seen_at > :old
                        order by last_seen_at desc limit :most
                        """)
                .param("account", account)
                .param("old", Timestamp.from(clock.instant().minus(KNOWN_FOR)))
                .param("most", MOST)
                .query((row, _) -> new Known(
                        row.getString("name"),
                        row.getTimestamp("first_seen_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .list();
    }

    void forgetAll(UUID account) {
        db.sql("delete from identity.device where account = :account")
                .param("account", account)
                .update();
    }

    /** The one not used for longest makes room. */
    private void add(UUID account, Token key, String name, Instant now) {
        db.sql("""
                        delete from identity.device where (account, key_hash) in (
                            select account, key_hash from identity.device where account = :account
                            order by last_seen_at desc offset :most)
                        """).param("account", account).param("most", MOST - 1).update();
        db.sql("""
                        insert into identity.device (account, key_hash, name, first_seen_at, last_seen_at)
                        values (:account, :key, :name, :now, :now)
                        on conflict (account, key_hash) do update set last_seen_at = excluded.last_seen_at
                        """)
                .param("account", account)
                .param("key", key.hash())
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }
}
