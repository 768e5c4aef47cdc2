package yici.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Ids;

/** Authenticator apps of a person. Their secrets lie encrypted; a code is good once, on whichever node it comes in. */
@Component
class Apps {

    static final int MOST = 5;

    private static final String PURPOSE = "totp";

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    Apps(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param lastUsed to half a minute */
    record App(UUID id, String name, Instant since, Instant lastUsed) {}

    List<App> of(UUID account) {
        return db.sql("select * from identity.totp where account = :account order by created_at")
                .param("account", account)
                .query((row, _) -> app(row))
                .list();
    }

    /** @param step whose code was typed to prove that the app works; it is used up by that */
    UUID add(UUID account, String name, byte[] secret, long step) {
        var id = Ids.fresh(clock);
        db.sql("""
                        insert into identity.totp (id, account, name, secret, last_step, created_at)
                        values (:id, :account, :name, :secret, :step, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("secret", vault.lock(PURPOSE, id + " " + account, secret))
                .param("step", step)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** The name of what was removed. */
    Optional<String> remove(UUID account, UUID id) {
        return db.sql("delete from identity.totp where id = :id and account = :account returning name")
                .param("id", id)
                .param("account", account)
                .query(String.class)
                .optional();
    }

    void removeAll(UUID account) {
        db.sql("delete from identity.totp where account = :account")
                .param("account", account)
                .update();
    }

    /** The app whose code this is, now or half a minute before or after; each code once. */
    Optional<UUID> redeem(UUID account, String typed) {
        return db
                .sql("select id, secret from identity.totp where account = :account")
                .param("account", account)
                .query((row, _) -> new Locked(row.getObject("id", UUID.class), row.getBytes("secret")))
                .list()
                .stream()
                .filter(locked -> redeem(account, locked, typed))
                .map(Locked::id)
                .findFirst();
    }

    private record Locked(UUID id, byte[] secret) {}

    private boolean redeem(UUID account, Locked locked, String typed) {
        var secret = vault.open(PURPOSE, locked.id() + " " + account, locked.secret());
        return secret.flatMap(s -> stepOf(s, typed, clock.instant()))
                .filter(step -> use(locked.id(), step))
                .isPresent();
    }

    /** Which step this is the code of. */
    static Optional<Long> stepOf(byte[] secret, String typed, Instant now) {
        var digits = Codes.digits(typed).getBytes(StandardCharsets.UTF_8);
        var step = Totp.step(now);
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(s -> MessageDigest.isEqual(Totp.code(secret, s).getBytes(StandardCharsets.UTF_8), digits))
                .boxed()
                .findFirst();
    }

    private boolean use(UUID id, long step) {
        return db.sql("update identity.totp set last_step = :step where id = :id and last_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static App app(ResultSet row) throws SQLException {
        return new App(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                Instant.ofEpochSecond(row.getLong("last_step") * Totp.STEP_SECONDS));
    }
}
