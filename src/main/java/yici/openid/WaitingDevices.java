package yici.openid;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** WaitingDevices without a keyboard that wait for somebody to type their code elsewhere (RFC 8628). */
@Component
class WaitingDevices {

    static final Duration EVERY = Duration.ofSeconds(5);

    /** No vowels, so no words; nothing that looks like something else. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int CODE_LETTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    enum State {
        WAITING,
        ALLOWED,
        REFUSED
    }

    record Device(
            String clientId,
            Set<String> scopes,
            State state,
            Optional<Grant> grant,
            int everySeconds,
            Optional<Instant> polledAt,
            Instant expiresAt) {}

    private final JdbcClient db;
    private final Snapshots snapshots;
    private final Clock clock;

    WaitingDevices(JdbcClient db, Snapshots snapshots, Clock clock) {
        this.db = db;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The user code; empty where so many wait for this party already that somebody is playing. */
    Optional<String> begin(Opaque device, String clientId, Set<String> scopes) {
        int waiting = db.sql("select count(*) from openid.device where client_id = :client and expires_at > :now")
                .param("client", clientId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        if (waiting >= Bounds.DEVICES_WAITING) return Optional.empty();
        var userCode = freshCode();
        db.sql("""
                        insert into openid.device (code_hash, user_code, client_id, scopes, state, every_s, expires_at)
                        values (:hash, :code, :client, :scopes, 'WAITING', :every, :end)
                        """)
                .param("hash", device.hash())
                .param("code", userCode)
                .param("client", clientId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("every", (int) EVERY.toSeconds())
                .param("end", Timestamp.from(clock.instant().plus(Bounds.DEVICE)))
                .update();
        return Optional.of(userCode);
    }

    /** As typed: in any case, with or without the hyphen. */
    Optional<Device> waiting(String typed) {
        return db.sql("select * from openid.device where user_code = :code and state = 'WAITING' and expires_at > :now")
                .param("code", plain(typed))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> device(row))
                .optional();
    }

    boolean allow(String typed, Grant grant) {
        return answer(typed, State.ALLOWED, snapshots.write(grant));
    }

    boolean refuse(String typed) {
        return answer(typed, State.REFUSED, "");
    }

    private boolean answer(String typed, State state, String granted) {
        return db.sql("""
                        update openid.device set state = :state, granted = nullif(:granted, '')::jsonb
                        where user_code = :code and state = 'WAITING' and expires_at > :now
                        """)
                        .param("state", state.name())
                        .param("granted", granted)
                        .param("code", plain(typed))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** For the device that asks how it stands; locked, so that two answers are not given at once. */
    Optional<Device> find(Opaque device, String clientId) {
        return db.sql("select * from openid.device where code_hash = :hash and client_id = :client for update")
                .param("hash", device.hash())
                .param("client", clientId)
                .query((row, _) -> device(row))
                .optional();
    }

    void polled(Opaque device, int everySeconds) {
        db.sql("update openid.device set polled_at = :now, every_s = :every where code_hash = :hash")
                .param("now", Timestamp.from(clock.instant()))
                .param("every", everySeconds)
                .param("hash", device.hash())
                .update();
    }

    void done(Opaque device) {
        db.sql("delete from openid.device where code_hash = :hash")
                .param("hash", device.hash())
                .update();
    }

    static String plain(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
    }

    /** As it is read aloud: four letters, four letters. */
    static String shown(String userCode) {
        return userCode.length() == CODE_LETTERS ? userCode.substring(0, 4) + "-" + userCode.substring(4) : userCode;
    }

    private static String freshCode() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LETTERS; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return code.toString();
    }

    private Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("client_id"),
                new LinkedHashSet<>(
                        Arrays.asList((String[]) row.getArray("scopes").getArray())),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("granted")).map(snapshots::read),
                row.getInt("every_s"),
                Optional.ofNullable(row.getTimestamp("polled_at")).map(Timestamp::toInstant),
                row.getTimestamp("expires_at").toInstant());
    }
}
