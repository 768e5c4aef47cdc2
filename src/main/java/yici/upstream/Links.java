package yici.upstream;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account here is whose there. */
@Component
class Links {

    record Link(String provider, Instant linkedAt, Instant lastUsedAt) {}

    private final JdbcClient db;

    Links(JdbcClient db) {
        this.db = db;
    }

    Optional<UUID> account(Attested who) {
        return db.sql("select account from upstream.link where provider = :provider and subject = :subject")
                .param("provider", who.provider().id())
                .param("subject", who.subject())
                .query(UUID.class)
                .optional();
    }

    List<Link> of(UUID account) {
        return db.sql("""
                        select provider, linked_at, last_used_at from upstream.link where account = :account order by provider
                        """)
                .param("account", account)
                .query((row, _) -> new Link(
                        row.getString("provider"),
                        row.getTimestamp("linked_at").toInstant(),
                        row.getTimestamp("last_used_at").toInstant()))
                .list();
    }

    /** False when that person is already linked here, or this account already there. */
    boolean add(Attested who, UUID account, Instant now) {
        return db.sql("""
                        insert into upstream.link (provider, subject, account, linked_at, last_used_at)
                        values (:provider, :subject, :account, :now, :now)
                        on conflict do nothing
                        """)
                        .param("provider", who.provider().id())
                        .param("subject", who.subject())
                        .param("account", account)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void used(Attested who, Instant now) {
        db.sql("update upstream.link set last_used_at = :now where provider = :provider and subject = :subject")
                .param("now", Timestamp.from(now))
                .param("provider", who.provider().id())
                .param("subject", who.subject())
                .update();
    }

    boolean remove(UUID account, String provider) {
        return db.sql("delete from upstream.link where account = :account and provider = :provider")
                        .param("account", account)
                        .param("provider", provider)
                        .update()
                == 1;
    }

    void removeAll(UUID account) {
        db.sql("delete from upstream.link where account = :account")
                .param("account", account)
                .update();
        db.sql("delete from upstream.waiting where account = :account")
                .param("account", account)
                .update();
    }
}
