package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often a login or a network may fail in a quarter of an hour. An attempt is counted before the password is looked at and given back
 * when it was right, so a hundred tries at the same moment are a hundred tries. The database counts, for all nodes together.
 *
 * <p>Strangers' failures lock strangers out: a browser in which the person has signed in before is counted for itself. In a storm, when
 * very many fail everywhere, strangers get fewer tries each.
 */
@Component
class Attempts {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_LOGIN = 10;
    static final int PER_LOGIN_IN_STORM = 3;

    /** A town hall or a village shares one address. */
    static final int PER_ADDRESS = 200;

    static final int PER_ADDRESS_IN_STORM = 40;

    /** Failures of strangers that make a storm, in one of the shards that share the count. */
    static final int STORM = 200;

    private static final int SHARDS = 16;

    private final JdbcClient db;
    private final Clock clock;

    Attempts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param first the attempt that went over the limit; those after it are not worth a line in the log each */
    record Refused(Instant until, boolean first) {}

    /** Counts one attempt of a stranger; refuses it where there were too many. A transaction of its own, for which nobody waits for the disk. */
    Optional<Refused> count(String login, String address) {
        return count(login, address, "");
    }

    /**
     * As {@link #count(String, String)}.
     *
     * @param known names a browser that this login's person has used before; empty for a stranger
     */
    Optional<Refused> count(String login, String address, String known) {
        var now = clock.instant();
        boolean storm = known.isEmpty() && isStorm(login, now);
        var byLogin = count(subject(login, known), storm ? PER_LOGIN_IN_STORM : PER_LOGIN, now, true);
        var byAddress = count(subjectOfAddress(address), storm ? PER_ADDRESS_IN_STORM : PER_ADDRESS, now, true);
        var refused = byLogin.or(() -> byAddress);
        if (refused.isEmpty() && known.isEmpty()) count(shard(login), STORM, now, true);
        return refused;
    }

    /** Counts an attempt at something else, such as a code from an app. */
    Optional<Refused> countOf(String what, int most) {
        return count(what, most, clock.instant(), false);
    }

    void forgiveAll(String what) {
        db.sql("delete from identity.attempt where subject = :what")
                .param("what", what)
                .update();
    }

    /** Counts one sending of a form that needs no account; empty when it may go through, else until when to wait. */
    Optional<Instant> countForm(String form, String address, int limit) {
        return count(form + ":" + subjectOfAddress(address), limit, clock.instant(), false)
                .map(Refused::until);
    }

    /** The password was right: the login starts afresh, the address gets its attempt back. */
    void forgive(String login, String address) {
        forgive(login, address, "");
    }

    void forgive(String login, String address, String known) {
        forgiveAll(subject(login, known));
        giveBack(subjectOfAddress(address));
        if (known.isEmpty()) giveBack(shard(login));
    }

    /** A few at a time, on the way of those who do sign in; there is no other housekeeping. */
    void sweep() {
        db.sql("""
                        delete from identity.attempt where subject in
                            (select subject from identity.attempt where since < :old order by since limit 100)
                        """).param("old", Timestamp.from(clock.instant().minus(WINDOW))).update();
    }

    /** Stands for a login in tables and the log where it may be a password typed into the wrong field. */
    static String subjectOfLogin(String login) {
        return "login:" + Digest.hex(login).substring(0, 32);
    }

    private static String subject(String login, String known) {
        return known.isEmpty()
                ? subjectOfLogin(login)
                : "device:" + Digest.hex(login + " " + known).substring(0, 32);
    }

    /** Of IPv6 the first 64 bits: a household has them all. */
    static String subjectOfAddress(String address) {
        var groups = address.split(":");
        return "address:" + (groups.length > 4 ? String.join(":", java.util.Arrays.copyOf(groups, 4)) : address);
    }

    private static String shard(String login) {
        return "all:" + Math.floorMod(login.hashCode(), SHARDS);
    }

    private boolean isStorm(String login, Instant now) {
        return db.sql(
                                "select count(*) from identity.attempt where subject = :all and failures > :storm and since >= :old")
                        .param("all", shard(login))
                        .param("storm", STORM)
                        .param("old", Timestamp.from(now.minus(WINDOW)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** One try was right after all. */
    void giveBack(String subject) {
        db.sql("update identity.attempt set failures = failures - 1 where subject = :subject and failures > 0")
                .param("subject", subject)
                .update();
    }

    /** @param alone nothing else is written with it, and a count that a crash of the database forgets was no great loss */
    private Optional<Refused> count(String subject, int limit, Instant now, boolean alone) {
        var window = db.sql("""
                        insert into identity.attempt as a (subject, failures, since)
                        select :subject, 1, :now
                        where set_config('synchronous_commit', case when :alone then 'off' else current_setting('synchronous_commit') end, true)
                            is not null
                        on conflict (subject) do update set
                            failures = case when a.since < :old then 1 else least(a.failures + 1, greatest(a.failures, :limit + 2)) end,
                            since = case when a.since < :old then excluded.since else a.since end
                        returning failures, since
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(WINDOW)))
                .param("limit", limit)
                .param("alone", alone)
                .query((row, _) -> new Window(
                        row.getInt("failures"), row.getTimestamp("since").toInstant()))
                .single();
        if (window.failures() <= limit) return Optional.empty();
        return Optional.of(new Refused(window.since().plus(WINDOW), window.failures() == limit + 1));
    }

    private record Window(int failures, Instant since) {}
}
