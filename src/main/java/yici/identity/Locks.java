package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.kit.Masked;

/** What too many wrong attempts have locked just now, for the security administrator; and the way to end one before its quarter of an hour is over. */
@Component
class Locks {

    private static final int MOST_SHOWN = 200;
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    enum Kind {
        /** The password of one login. */
        LOGIN("login:", Attempts.PER_LOGIN),
        /** Codes of one account's app, paper or telephone. */
        FACTOR("factor:", FactorTries.MOST),
        /** The code of a recovery. */
        RECOVER("recover-try:", FactorTries.MOST),
        /** Codes instead of a password, of one telephone. */
        CODE("code-try:", SignInByCode.TRIES_PER_PHONE),
        /** The password of one login, from a browser that its person has used before. */
        DEVICE("device:", Attempts.PER_LOGIN),
        /** All that comes from one network. */
        ADDRESS("address:", Attempts.PER_ADDRESS);

        private final String prefix;
        private final int limit;

        Kind(String prefix, int limit) {
            this.prefix = prefix;
            this.limit = limit;
        }

        static Optional<Kind> of(String subject) {
            return Arrays.stream(values())
                    .filter(kind -> subject.startsWith(kind.prefix))
                    .findFirst();
        }
    }

    /**
     * @param whose the login with its middle hidden, or the network; empty for a login nobody has
     * @param more counting has stopped at this number of tries
     */
    record Lock(String subject, Kind kind, String whose, int tries, boolean more, Instant since, Instant until) {}

    enum Ended {
        DONE,
        REASON_MISSING,
        /** It has ended by itself. */
        NOT_LOCKED
    }

    private final JdbcClient db;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    Locks(JdbcClient db, Policy policy, AuditLog audit, Clock clock) {
        this.db = db;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first; the look is recorded. */
    @Transactional
    public List<Lock> now(SignedIn me) {
        policy.check(me, Deed.END_LOCK);
        audit.record(me.did(IdentityAct.LOCKS_LISTED, "locks", "", clock.instant()));
        var locked = locked("");
        var logins = logins(locked);
        return locked.stream().map(lock -> named(lock, logins)).toList();
    }

    @Transactional
    public Ended end(SignedIn me, String subject, String typedReason) {
        policy.check(me, Deed.END_LOCK);
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var reason = typedReason.replaceAll("\\p{Cntrl}", " ").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) return Ended.REASON_MISSING;
        if (locked(subject).isEmpty()) return Ended.NOT_LOCKED;

        db.sql("delete from identity.attempt where subject = :subject")
                .param("subject", subject)
                .update();
        audit.record(me.did(IdentityAct.LOCK_ENDED, subject, reason, clock.instant()));
        return Ended.DONE;
    }

    /** @param only this subject; all when empty */
    private List<Lock> locked(String only) {
        return db.sql("""
                        select a.subject, a.failures, a.since from identity.attempt a
                            join unnest(:prefixes::text[], :limits::integer[]) as k (prefix, most) on starts_with(a.subject, k.prefix)
                        where a.since > :old and a.failures > k.most and (:only = '' or a.subject = :only)
                        order by a.since desc limit :limit
                        """)
                .param(
                        "prefixes",
                        Arrays.stream(Kind.values()).map(k -> k.prefix).toArray(String[]::new))
                .param("limits", Arrays.stream(Kind.values()).map(k -> k.limit).toArray(Integer[]::new))
                .param("old", Timestamp.from(clock.instant().minus(Attempts.WINDOW)))
                .param("only", only)
                .param("limit", MOST_SHOWN)
                .query((row, _) -> lock(
                        row.getString("subject"),
                        row.getInt("failures"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static Lock lock(String subject, int failures, Instant since) {
        var kind = Kind.of(subject).orElseThrow();
        var whose = kind == Kind.ADDRESS ? subject.substring(kind.prefix.length()) : "";
        return new Lock(subject, kind, whose, failures, failures > kind.limit + 1, since, since.plus(Attempts.WINDOW));
    }

    private static Lock named(Lock lock, Map<String, String> logins) {
        var login =
                logins.getOrDefault(lock.subject().substring(lock.kind().prefix.length()), "");
        return login.isEmpty()
                ? lock
                : new Lock(
                        lock.subject(),
                        lock.kind(),
                        masked(login),
                        lock.tries(),
                        lock.more(),
                        lock.since(),
                        lock.until());
    }

    private static String masked(String login) {
        return login.matches("\\+?[0-9]{7,15}") ? Masked.phone(login) : Masked.keep(login, 3, 2);
    }

    /** By what the subject ends with: the login's hash, or the account. */
    private Map<String, String> logins(List<Lock> locks) {
        var ends = locks.stream()
                .filter(lock -> lock.kind() != Kind.ADDRESS)
                .map(lock -> lock.subject().substring(lock.kind().prefix.length()))
                .toList();
        var logins = new HashMap<String, String>();
        db.sql("""
                        select left(encode(sha256(login::bytea), 'hex'), 32) as ending, login from identity.account
                        where left(encode(sha256(login::bytea), 'hex'), 32) = any(:hashes)
                        union all
                        select id::text, login from identity.account where id = any(:ids)
                        """)
                .param("hashes", ends.toArray(String[]::new))
                .param(
                        "ids",
                        ends.stream().filter(Locks::isId).map(UUID::fromString).toArray(UUID[]::new))
                .query((row, _) -> logins.put(row.getString("ending"), row.getString("login")))
                .list();
        return logins;
    }

    private static boolean isId(String ending) {
        return ending.matches("[0-9a-f-]{36}");
    }
}
