package yici.openid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authorization codes: a row each, good for a minute, redeemed once because the row can be marked once. */
@Component
class AuthorizationCodes {

    /**
     * @param keyHash thumbprint of the key the tokens are to be bound to; empty when that is decided at redemption
     */
    record Code(String clientId, String redirectUri, String challenge, String nonce, String keyHash, Grant grant) {}

    /** A code that was redeemed before. */
    record Used(String clientId, Optional<UUID> family) {}

    private final JdbcClient db;
    private final Snapshots snapshots;
    private final Clock clock;

    AuthorizationCodes(JdbcClient db, Snapshots snapshots, Clock clock) {
        this.db = db;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Nobody waits for the disk: a code lost in a crash is asked for again; its redemption is certain. */
    void add(Opaque value, Code code) {
        db.sql("""
                        insert into openid.code (code_hash, sign_on, client_id, redirect_uri, challenge, nonce, key_hash, granted, expires_at)
                        select :hash, :signOn, :client, :redirect, :challenge, :nonce, :key, :granted::jsonb, :end
                        where set_config('synchronous_commit', 'off', true) is not null
                        """)
                .param("hash", value.hash())
                .param("signOn", code.grant().signOn())
                .param("client", code.clientId())
                .param("redirect", code.redirectUri())
                .param("challenge", code.challenge())
                .param("nonce", code.nonce())
                .param("key", code.keyHash())
                .param("granted", snapshots.write(code.grant()))
                .param("end", Timestamp.from(clock.instant().plus(Bounds.CODE)))
                .update();
    }

    /** @param visit at the same party in the same sign-on; empty the first time */
    record Redeemed(Code code, Optional<UUID> visit) {}

    /**
     * Marks it; whoever comes second, on whichever node, finds it marked.
     *
     * @param family what it leads to; empty where there is no refresh token
     */
    Optional<Redeemed> redeem(Opaque value, String clientId, Optional<UUID> family) {
        var now = Timestamp.from(clock.instant());
        return db.sql("""
                        update openid.code set redeemed_at = :now, family = :family
                        where code_hash = :hash and client_id = :client and redeemed_at is null and expires_at > :now
                        returning *, (select v.sid from openid.visit v
                                      where v.sign_on = code.sign_on and v.client_id = code.client_id) as visit
                        """)
                .param("now", now)
                .param("family", family.orElse(null))
                .param("hash", value.hash())
                .param("client", clientId)
                .query((row, _) -> new Redeemed(code(row), Optional.ofNullable(row.getObject("visit", UUID.class))))
                .optional();
    }

    Optional<Used> used(Opaque value) {
        return db.sql("select client_id, family from openid.code where code_hash = :hash and redeemed_at is not null")
                .param("hash", value.hash())
                .query((row, _) ->
                        new Used(row.getString("client_id"), Optional.ofNullable(row.getObject("family", UUID.class))))
                .optional();
    }

    void endOf(UUID signOn) {
        db.sql("delete from openid.code where sign_on = :signOn")
                .param("signOn", signOn)
                .update();
    }

    private Code code(ResultSet row) throws SQLException {
        return new Code(
                row.getString("client_id"),
                row.getString("redirect_uri"),
                row.getString("challenge"),
                row.getString("nonce"),
                row.getString("key_hash"),
                snapshots.read(row.getString("granted")));
    }
}
