package yici.openid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Ids;

/**
 * Refresh tokens: one row for a token and all its successors. A token names its row and proves itself by a secret; a secret that is not the
 * current one was used before, so somebody else has it too, and the row goes.
 */
@Component
class Families {

    private static final int SECRET = 43;

    record Family(UUID id, UUID sid, String clientId, String keyHash, Grant grant) {}

    /** A refresh token as it came in. */
    record Presented(UUID family, Opaque secret) {

        static Optional<Presented> read(String token) {
            if (token.length() != 37 + SECRET || token.charAt(36) != '.') return Optional.empty();
            try {
                return Optional.of(
                        new Presented(UUID.fromString(token.substring(0, 36)), new Opaque(token.substring(37))));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }

        String text() {
            return family + "." + secret.value();
        }
    }

    private final JdbcClient db;
    private final Snapshots snapshots;
    private final Clock clock;

    Families(JdbcClient db, Snapshots snapshots, Clock clock) {
        this.db = db;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    Presented begin(UUID sid, String clientId, String keyHash, Grant grant) {
        var token = fresh();
        begin(token, sid, clientId, keyHash, grant, true);
        return token;
    }

    /** Of no row yet. */
    Presented fresh() {
        return new Presented(Ids.fresh(clock), Opaque.fresh());
    }

    /**
     * @param sure whether the caller's transaction waits for the disk; else a crash of the database may forget the last moments of it, and
     *     whoever holds the token is sent round once more
     */
    void begin(Presented token, UUID sid, String clientId, String keyHash, Grant grant, boolean sure) {
        var now = clock.instant();
        db.sql("""
                        insert into openid.family (id, token_hash, sid, client_id, key_hash, granted, began_at, used_at, ends_at)
                        select :id, :hash, :sid, :client, :key, :granted::jsonb, :now, :now, :end
                        where set_config('synchronous_commit', case when :sure then current_setting('synchronous_commit') else 'off' end, true)
                            is not null
                        """)
                .param("id", token.family())
                .param("hash", token.secret().hash())
                .param("sid", sid)
                .param("client", clientId)
                .param("key", keyHash)
                .param("granted", snapshots.write(grant))
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(Bounds.FAMILY)))
                .param("sure", sure)
                .update();
    }

    Optional<Family> find(UUID id) {
        return db.sql("select * from openid.family where id = :id and ends_at > :now")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> family(row))
                .optional();
    }

    /** By a token that is the current one. */
    Optional<Family> current(Presented token) {
        return db.sql("select * from openid.family where id = :id and token_hash = :hash and ends_at > :now")
                .param("id", token.family())
                .param("hash", token.secret().hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> family(row))
                .optional();
    }

    /** Empty when another request was quicker, or the secret was never or is no longer the current one. */
    Optional<Presented> rotate(Presented token) {
        var next = new Presented(token.family(), Opaque.fresh());
        return use(token, next.secret()) ? Optional.of(next) : Optional.empty();
    }

    /** The same token stays: who cannot prove to be the department gains nothing by a copy of it (FAPI 2.0, 5.3.2.1). */
    boolean use(Presented token) {
        return use(token, token.secret());
    }

    private boolean use(Presented token, Opaque next) {
        var now = Timestamp.from(clock.instant());
        return db.sql("""
                        update openid.family set token_hash = :next, used_at = :now
                        where id = :id and token_hash = :hash and ends_at > :now
                        """)
                        .param("next", next.hash())
                        .param("now", now)
                        .param("id", token.family())
                        .param("hash", token.secret().hash())
                        .update()
                == 1;
    }

    boolean end(UUID id) {
        return db.sql("delete from openid.family where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Family family(ResultSet row) throws SQLException {
        return new Family(
                row.getObject("id", UUID.class),
                row.getObject("sid", UUID.class),
                row.getString("client_id"),
                row.getString("key_hash"),
                snapshots.read(row.getString("granted")));
    }
}
