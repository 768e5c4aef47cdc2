package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;

/**
 * Who is acting in a request; room {@code site} asks once per request. One look at a primary key; for staff a second one for their posts,
 * so that a post that ends takes effect at the next click.
 */
@Component
public class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration IDLE_STAFF = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);

    /** Ended sessions are remembered this long: what was typed in them still belongs to their person. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Posts posts;
    private final Clock clock;

    Sessions(JdbcClient db, Posts posts, Clock clock) {
        this.db = db;
        this.posts = posts;
        this.clock = clock;
    }

    public Optional<SignedIn> of(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(this::of);
    }

    Optional<SignedIn> of(Token token) {
        var now = clock.instant();
        return db.sql("""
                        select s.account, s.last_seen_at, a.kind, a.name, a.password_temporary
                        from identity.session s join identity.account a on a.id = s.account
                        where s.token_hash = :token and s.ends_at > :now
                          and s.last_seen_at > case a.kind when 'STAFF' then :idleStaff::timestamptz else :idle::timestamptz end
                        """)
                .param("token", token.hash())
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("idleStaff", Timestamp.from(now.minus(IDLE_STAFF)))
                .query((row, _) -> new Seen(
                        row.getObject("account", UUID.class),
                        SignedIn.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getTimestamp("last_seen_at").toInstant(),
                        row.getBoolean("password_temporary")))
                .optional()
                .map(seen -> {
                    if (seen.at().isBefore(now.minus(NOTED_EVERY))) note(token, now);
                    return signedIn(seen);
                });
    }

    /** Whose session the request's cookie stands for, be it ended or not. */
    public Optional<UUID> lastOwner(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(token -> db.sql("select account from identity.session where token_hash = :token")
                        .param("token", token.hash())
                        .query(UUID.class)
                        .optional());
    }

    Token open(UUID account, String device) {
        var token = Token.fresh();
        var now = clock.instant();
        db.sql("""
                        insert into identity.session (token_hash, account, created_at, last_seen_at, ends_at, device)
                        values (:token, :account, :now, :now, :end, :device)
                        """)
                .param("token", token.hash())
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LONGEST)))
                .param("device", device.substring(0, Math.min(200, device.length())))
                .update();
        return token;
    }

    void close(Token token) {
        db.sql("delete from identity.session where token_hash = :token")
                .param("token", token.hash())
                .update();
    }

    void closeOthers(UUID account, Token current) {
        db.sql("delete from identity.session where account = :account and token_hash <> :current")
                .param("account", account)
                .param("current", current.hash())
                .update();
    }

    void closeAll(UUID account) {
        db.sql("delete from identity.session where account = :account")
                .param("account", account)
                .update();
    }

    /** @param device the browser as it names itself */
    record Open(Instant since, Instant lastSeen, String device, boolean thisOne) {}

    /** The newest first; only what is really open. */
    List<Open> openOf(SignedIn me, Optional<Token> current) {
        var now = clock.instant();
        var idle = me.kind() == SignedIn.Kind.STAFF ? IDLE_STAFF : IDLE;
        return db.sql("""
                        select created_at, last_seen_at, device, token_hash = :token as this_one from identity.session
                        where account = :account and ends_at > :now and last_seen_at > :idle
                        order by last_seen_at desc limit 50
                        """)
                .param("account", me.account())
                .param("token", current.map(Token::hash).orElseGet(() -> new byte[0]))
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(idle)))
                .query((row, _) -> new Open(
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant(),
                        row.getString("device"),
                        row.getBoolean("this_one")))
                .list();
    }

    /** A few at a time, on the way of those who sign in. */
    void sweep() {
        db.sql("""
                        delete from identity.session where token_hash in
                            (select token_hash from identity.session where ends_at < :old order by ends_at limit 100)
                        """).param("old", Timestamp.from(clock.instant().minus(KEPT))).update();
    }

    private void note(Token token, Instant now) {
        db.sql("update identity.session set last_seen_at = :now where token_hash = :token and last_seen_at < :now")
                .param("now", Timestamp.from(now))
                .param("token", token.hash())
                .update();
    }

    /** With a password that an administrator knows too, no post counts: the person sees the own account and nothing else. */
    private SignedIn signedIn(Seen seen) {
        var held = seen.kind() == SignedIn.Kind.STAFF && !seen.temporaryPassword()
                ? posts.of(seen.account())
                : List.<Post>of();
        return new SignedIn(seen.account(), seen.kind(), seen.name(), held);
    }

    private record Seen(UUID account, SignedIn.Kind kind, String name, Instant at, boolean temporaryPassword) {}
}
