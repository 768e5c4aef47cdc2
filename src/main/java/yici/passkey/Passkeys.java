package yici.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class Passkeys {

    private final JdbcClient db;

    Passkeys(JdbcClient db) {
        this.db = db;
    }

    /** The one used last first. */
    List<Passkey> of(UUID account) {
        return db.sql("select * from passkey.passkey where account = :account order by last_used_at desc, id")
                .param("account", account)
                .query((row, _) -> passkey(row))
                .list();
    }

    boolean hasAny(UUID account) {
        return db.sql("select exists (select from passkey.passkey where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Locked until the transaction ends: the counter is read and written by one at a time. */
    Optional<Passkey> byCredential(byte[] credential) {
        return db.sql("select * from passkey.passkey where credential = :credential for update")
                .param("credential", credential)
                .query((row, _) -> passkey(row))
                .optional();
    }

    /** False when this very passkey is already kept, whoever's it is. */
    boolean add(Passkey passkey) {
        return db.sql("""
                        insert into passkey.passkey (id, account, name, credential, attested, model, transports, counter,
                                                     backup_eligible, backed_up, created_at, last_used_at)
                        values (:id, :account, :name, :credential, :attested, :model, :transports, :counter,
                                :eligible, :backedUp, :created, :used)
                        on conflict (credential) do nothing
                        """)
                        .param("id", passkey.id())
                        .param("account", passkey.account())
                        .param("name", passkey.name())
                        .param("credential", passkey.credential())
                        .param("attested", passkey.attested())
                        .param("model", passkey.model())
                        .param("transports", passkey.transports().toArray(String[]::new))
                        .param("counter", passkey.counter())
                        .param("eligible", passkey.backupEligible())
                        .param("backedUp", passkey.backedUp())
                        .param("created", Timestamp.from(passkey.createdAt()))
                        .param("used", Timestamp.from(passkey.lastUsedAt()))
                        .update()
                == 1;
    }

    void used(UUID id, long counter, boolean backedUp, Instant now) {
        db.sql("""
                        update passkey.passkey set counter = :counter, backed_up = :backedUp, last_used_at = :now
                        where id = :id
                        """)
                .param("counter", counter)
                .param("backedUp", backedUp)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** False when the account has no such passkey. */
    boolean rename(UUID account, UUID id, String name) {
        return db.sql("update passkey.passkey set name = :name where id = :id and account = :account")
                        .param("name", name)
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    void remove(UUID account, UUID id) {
        db.sql("delete from passkey.passkey where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }

    void removeAll(UUID account) {
        db.sql("delete from passkey.passkey where account = :account")
                .param("account", account)
                .update();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getBytes("credential"),
                row.getBytes("attested"),
                row.getObject("model", UUID.class),
                Set.of((String[]) row.getArray("transports").getArray()),
                row.getLong("counter"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant());
    }
}
