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
 */
@Component
class Attempts {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_LOGIN = 10;

    /** A town hall or a village shares one address. */
    static final int PER_ADDRESS = 200;

    private final JdbcClient db;
    private final Clock clock;

    Attempts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param first the attempt that went over the limit; those after it are not worth a line in the log each */
    record Refused(Instant until, boolean first) {}

    /** Counts one attempt; refuses it where there were too many. */
    Optional<Refused> count(String login, String address) {
        var now = clock.instant();
        var byLogin = count(subjectOfLogin(login), PER_LOGIN, now);
        var byAddress = count(subjectOfAddress(address), PER_ADDRESS, now);
        return byLogin.or(() -> byAddress);
    }

    /** Counts one sending of a form that needs no account; empty when it may go through, else until when to wait. */
    Optional<Instant> countForm(String form, String address, int limit) {
        return count(form + ":" + subjectOfAddress(address), limit, clock.instant())
                .map(Refused::until);
    }

    /** The password was right: the login starts afresh, the address gets its attempt back. */
    void forgive(String login, String address) {
        db.sql("delete from identity.attempt where subject = :login")
                .param("login", subjectOfLogin(login))
                .update();
        db.sql("update identity.attempt set failures = failures - 1 where subject = :address and failures > 0")
                .param("address", subjectOfAddress(address))
                .update();
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

    /** Of IPv6 the first 64 bits: a household has them all. */
    private static String subjectOfAddress(String address) {
        var groups = address.split(":");
        return "address:" + (groups.length > 4 ? String.join(":", java.util.Arrays.copyOf(groups, 4)) : address);
    }

    private Optional<Refused> count(String subject, int limit, Instant now) {
        var window = db.sql("""
                        insert into identity.attempt as a (subject, failures, since) values (:subject, 1, :now)
                        on conflict (subject) do update set
                            failures = case when a.since < :old then 1 else least(a.failures + 1, :limit + 2) end,
                            since = case when a.since < :old then excluded.since else a.since end
                        returning failures, since
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(WINDOW)))
                .param("limit", limit)
                .query((row, _) -> new Window(
                        row.getInt("failures"), row.getTimestamp("since").toInstant()))
                .single();
        if (window.failures() <= limit) return Optional.empty();
        return Optional.of(new Refused(window.since().plus(WINDOW), window.failures() == limit + 1));
    }

    private record Window(int failures, Instant since) {}
}
