package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/**
 * Publish, wait out the caches, switch, wait, withdraw. A successor is always published while its predecessor signs, so a switch surprises
 * no party that keeps our keys for a day.
 */
@Component
class RotateKeys {

    /** How long a party may keep our keys without asking again, and how long they know a key before it signs. */
    static final Duration CACHES = Duration.ofHours(25);

    /** By then every node has read that a switch is coming, and all make it at the same moment. */
    static final Duration NOTICE = Duration.ofSeconds(30);

    private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    sealed interface Outcome {
        record Switched(Instant at) implements Outcome {}

        /** Not everybody has seen the successor. */
        record TooEarly(Instant possibleFrom) implements Outcome {}
    }

    private final JdbcClient db;
    private final Sealing sealing;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration life;
    private Runnable onChange = () -> {};

    RotateKeys(
            JdbcClient db,
            Sealing sealing,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${yici.openid.key-days}") int lifeDays) {
        this.db = db;
        this.sealing = sealing;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.life = Duration.ofDays(lifeDays);
    }

    void onChange(Runnable forget) {
        onChange = forget;
    }

    /** One that signs and one that waits, of each kind. */
    void ensure() {
        transaction.executeWithoutResult(_ -> {
            lock();
            var now = clock.instant();
            for (var algorithm : ALGORITHMS) {
                if (signing(algorithm, now).isEmpty()) add(algorithm, Optional.of(now));
                if (waiting(algorithm).isEmpty()) add(algorithm, Optional.empty());
            }
        });
    }

    /** The job: switches what has served its time, withdraws what nobody needs to check any more. */
    void byItself() {
        ensure();
        transaction.executeWithoutResult(_ -> {
            lock();
            var now = clock.instant();
            for (var algorithm : ALGORITHMS) {
                boolean served = signing(algorithm, now)
                        .filter(key -> key.from().plus(life).isBefore(now))
                        .isPresent();
                if (served) turn(algorithm, now, "system:openid", "", "served its time");
            }
            withdraw(now);
        });
    }

    /** By hand, both kinds. */
    Outcome byHand(String actor, String actorName, String reason) {
        ensure();
        return transaction.execute(_ -> {
            lock();
            var now = clock.instant();
            for (var algorithm : ALGORITHMS) {
                var seen = waiting(algorithm).orElseThrow().published().plus(CACHES);
                if (seen.isAfter(now)) return new Outcome.TooEarly(seen);
            }
            for (var algorithm : ALGORITHMS) turn(algorithm, now, actor, actorName, reason);
            return new Outcome.Switched(now.plus(NOTICE));
        });
    }

    private void turn(JWSAlgorithm algorithm, Instant now, String actor, String name, String reason) {
        var next = waiting(algorithm);
        if (next.filter(key -> !key.published().plus(CACHES).isAfter(now)).isEmpty()) return;
        var at = now.plus(NOTICE);
        db.sql(
                        "update openid.signing_key set signs_until = :at where algorithm = :a and signs_from is not null and signs_until is null")
                .param("at", Timestamp.from(at))
                .param("a", algorithm.getName())
                .update();
        db.sql("update openid.signing_key set signs_from = :at where kid = :kid")
                .param("at", Timestamp.from(at))
                .param("kid", next.get().kid())
                .update();
        add(algorithm, Optional.empty());
        audit.record(new AuditEvent(
                OpenIdAct.KEY_SWITCHED,
                actor,
                name,
                "",
                "signing-key:" + next.get().kid(),
                reason,
                now));
    }

    private void withdraw(Instant now) {
        int gone = db.sql("delete from openid.signing_key where signs_until < :old")
                .param("old", Timestamp.from(now.minus(CACHES)))
                .update();
        if (gone > 0) changed();
    }

    private record Known(String kid, Instant published, Instant from) {}

    private Optional<Known> signing(JWSAlgorithm algorithm, Instant now) {
        return db
                .sql("""
                        select kid, published_at, signs_from, sealed_jwk from openid.signing_key
                        where algorithm = :a and signs_from <= :now and (signs_until is null or signs_until > :now)
                        order by signs_from desc
                        """)
                .param("a", algorithm.getName())
                .param("now", Timestamp.from(now))
                .query((row, _) -> sealing.open(Sealing.Purpose.SIGNING_KEY, row.getBytes("sealed_jwk"))
                        .map(_ -> known(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Known> waiting(JWSAlgorithm algorithm) {
        return db
                .sql("""
                        select kid, published_at, published_at as signs_from, sealed_jwk from openid.signing_key
                        where algorithm = :a and signs_from is null order by published_at
                        """)
                .param("a", algorithm.getName())
                .query((row, _) -> sealing.open(Sealing.Purpose.SIGNING_KEY, row.getBytes("sealed_jwk"))
                        .map(_ -> known(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Known known(java.sql.ResultSet row) {
        try {
            return new Known(
                    row.getString("kid"),
                    row.getTimestamp("published_at").toInstant(),
                    row.getTimestamp("signs_from").toInstant());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(JWSAlgorithm algorithm, Optional<Instant> signsFrom) {
        var key = generate(algorithm);
        db.sql("""
                        insert into openid.signing_key (kid, algorithm, public_jwk, sealed_jwk, published_at, signs_from)
                        values (:kid, :algorithm, :public, :sealed, :now, :from)
                        """)
                .param("kid", key.getKeyID())
                .param("algorithm", algorithm.getName())
                .param("public", key.toPublicJWK().toJSONString())
                .param(
                        "sealed",
                        sealing.close(
                                Sealing.Purpose.SIGNING_KEY, key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("now", Timestamp.from(clock.instant()))
                .param("from", signsFrom.map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                .update();
        changed();
    }

    private static JWK generate(JWSAlgorithm algorithm) {
        try {
            return algorithm.equals(JWSAlgorithm.ES256)
                    ? new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyIDFromThumbprint(true)
                            .generate()
                    : new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyIDFromThumbprint(true)
                            .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void changed() {
        db.sql("update openid.register set keys = gen_random_uuid()").update();
        onChange.run();
    }

    /** Two nodes that wake at the same moment make one new key, not two. */
    private void lock() {
        db.sql("select keys from openid.register for update").query().singleRow();
    }
}
