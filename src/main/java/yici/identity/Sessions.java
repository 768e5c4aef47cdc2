package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Ids;

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

    /** Of a long session the first proof and the last ones are kept. */
    private static final int MOST_PROOFS = 20;

    private final JdbcClient db;
    private final Posts posts;
    private final Representation representation;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean demonstration;

    /** @param sample the demonstration's folder; without one there are no demonstration accounts to let off */
    Sessions(
            JdbcClient db,
            Posts posts,
            Representation representation,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${yici.sample}") String sample) {
        this.demonstration = !sample.isBlank();
        this.db = db;
        this.posts = posts;
        this.representation = representation;
        this.events = events;
        this.clock = clock;
    }

    /** Of a session that acted for somebody and may no longer, the person alone; {@link Lapsed#in} then tells of it. */
    public Optional<SignedIn> of(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(this::seen)
                .filter(seen -> !seen.half())
                .map(seen -> signedIn(seen, lapsed -> lapsed.put(request)));
    }

    Optional<SignedIn> of(Token token) {
        return seen(token).filter(seen -> !seen.half()).map(seen -> signedIn(seen, _ -> {}));
    }

    /**
     * Somebody at the door: signed in, or with the password shown and something still asked for.
     *
     * @param proofed how far the account itself was checked
     */
    record AtDoor(UUID account, SignedIn.Kind kind, String name, SignOn signOn, Trust proofed, boolean half) {

        /** Whether more would still be asked for before the session is anybody's. */
        boolean stillHalf(List<Proof> proofs) {
            return isHalf(kind, proofs);
        }
    }

    Optional<AtDoor> atDoor(Token token) {
        return seen(token)
                .map(seen -> new AtDoor(
                        seen.account(), seen.kind(), seen.name(), seen.signOn(), seen.proofed(), seen.half()));
    }

    /** Of an account that asks for a second factor. */
    private static boolean isHalf(SignedIn.Kind kind, List<Proof> proofs) {
        return kind == SignedIn.Kind.STAFF
                ? !Proof.staffFactorOrPaper(proofs)
                : Proof.worth(proofs).compareTo(Trust.LEVEL_4) < 0;
    }

    private Optional<Seen> seen(Token token) {
        var now = clock.instant();
        var found = db.sql("""
                        select s.id, s.account, s.created_at, s.last_seen_at, s.proofs, a.kind, a.name, a.password_temporary, a.demo, a.asks_second,
                               case when a.proofed_until <= :now then
                                   (select coalesce(max(g.level), 2) from identity.proofing g
                                    where g.account = a.id and (g.expires_at is null or g.expires_at > :now))
                               else a.proofed end as proofed,
                               s.mandate, p.id as party, p.kind as party_kind, p.name as party_name
                        from identity.session s
                            join identity.account a on a.id = s.account
                            left join identity.account p on p.id = s.acting_for
                        where s.token_hash = :token and s.ends_at > :now
                          and s.last_seen_at > case a.kind when 'STAFF' then :idleStaff::timestamptz else :idle::timestamptz end
                        """)
                .param("token", token.hash())
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("idleStaff", Timestamp.from(now.minus(IDLE_STAFF)))
                .query((row, _) -> seen(row))
                .optional();
        found.filter(seen -> seen.at().isBefore(now.minus(NOTED_EVERY))).ifPresent(_ -> note(token, now));
        return found;
    }

    /** Of these sign-ons, by {@link SignOn#id()}, those whose session is still open. */
    public Set<UUID> openAmong(Collection<UUID> signOns) {
        var now = clock.instant();
        return Set.copyOf(db.sql("""
                        select s.id from identity.session s join identity.account a on a.id = s.account
                        where s.id = any(:ids) and s.ends_at > :now
                          and s.last_seen_at > case a.kind when 'STAFF' then :idleStaff::timestamptz else :idle::timestamptz end
                        """)
                .param("ids", signOns.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("idleStaff", Timestamp.from(now.minus(IDLE_STAFF)))
                .query(UUID.class)
                .list());
    }

    /** The session is open, and by this stays so: its person is at work in a system they signed on to. */
    public boolean isActive(UUID signOn) {
        if (openAmong(Set.of(signOn)).isEmpty()) return false;
        var now = clock.instant();
        db.sql("update identity.session set last_seen_at = :now where id = :id and last_seen_at < :before")
                .param("now", Timestamp.from(now))
                .param("id", signOn)
                .param("before", Timestamp.from(now.minus(NOTED_EVERY)))
                .update();
        return true;
    }

    /** Whose session the request's cookie stands for, be it ended or not. */
    public Optional<UUID> lastOwner(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(token -> db.sql("select account from identity.session where token_hash = :token")
                        .param("token", token.hash())
                        .query(UUID.class)
                        .optional());
    }

    /** @param proof what was shown to open it */
    Token open(UUID account, Proof proof, String device) {
        var token = Token.fresh();
        var now = clock.instant();
        db.sql("""
                        insert into identity.session (token_hash, id, account, proofs, created_at, last_seen_at, ends_at, device)
                        values (:token, :id, :account, array[:proof], :now, :now, :end, :device)
                        """)
                .param("token", token.hash())
                .param("id", Ids.fresh(clock))
                .param("account", account)
                .param("proof", proof.text())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LONGEST)))
                .param("device", device.substring(0, Math.min(200, device.length())))
                .update();
        return token;
    }

    /** The same session knows its person better from now on, under a new token: an old one that leaked gains nothing. */
    Optional<Token> proved(Token token, Proof proof) {
        var next = Token.fresh();
        int known = db.sql("""
                        update identity.session set token_hash = :next, last_seen_at = :now,
                            proofs = (select array_agg(p order by n) from unnest(proofs) with ordinality as shown (p, n)
                                      where n = 1 or n > cardinality(proofs) - :most) || :proof::text
                        where token_hash = :token and ends_at > :now
                        """)
                .param("next", next.hash())
                .param("proof", proof.text())
                .param("most", MOST_PROOFS)
                .param("now", Timestamp.from(clock.instant()))
                .param("token", token.hash())
                .update();
        return known == 1 ? Optional.of(next) : Optional.empty();
    }

    /** The same session acts for this party from now on, under a new token. */
    Optional<Token> actFor(Token token, Optional<UUID> party, Optional<UUID> mandate) {
        var next = Token.fresh();
        int known = db.sql("""
                        update identity.session set token_hash = :next, acting_for = :party, mandate = :mandate, last_seen_at = :now
                        where token_hash = :token and ends_at > :now
                        """)
                .param("next", next.hash())
                .param("party", party.orElse(null), Types.OTHER)
                .param("mandate", mandate.orElse(null), Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("token", token.hash())
                .update();
        return known == 1 ? Optional.of(next) : Optional.empty();
    }

    void close(Token token) {
        db.sql("delete from identity.session where token_hash = :token returning id")
                .param("token", token.hash())
                .query(UUID.class)
                .list()
                .forEach(this::tell);
    }

    /** @return false when there is no such session of this person any more */
    boolean closeOne(UUID account, UUID id) {
        var closed = db.sql("delete from identity.session where account = :account and id = :id returning id")
                .param("account", account)
                .param("id", id)
                .query(UUID.class)
                .list();
        closed.forEach(this::tell);
        return !closed.isEmpty();
    }

    void closeOthers(UUID account, Token current) {
        db.sql("delete from identity.session where account = :account and token_hash <> :current returning id")
                .param("account", account)
                .param("current", current.hash())
                .query(UUID.class)
                .list()
                .forEach(this::tell);
    }

    void closeAll(UUID account) {
        db.sql("delete from identity.session where account = :account returning id")
                .param("account", account)
                .query(UUID.class)
                .list()
                .forEach(this::tell);
    }

    private void tell(UUID session) {
        events.publishEvent(new SessionEnded(session));
    }

    /**
     * @param device the browser as it names itself
     * @param actingFor the party's name; empty for oneself
     */
    record Open(
            UUID id,
            Instant since,
            Instant lastSeen,
            String device,
            List<Proof.Method> shown,
            String actingFor,
            boolean thisOne) {}

    /** The newest first; only what is really open. */
    List<Open> openOf(SignedIn me, Optional<Token> current) {
        var now = clock.instant();
        var idle = me.kind() == SignedIn.Kind.STAFF ? IDLE_STAFF : IDLE;
        return db.sql("""
                        select s.id, s.created_at, s.last_seen_at, s.device, s.proofs, coalesce(p.name, '') as party,
                               s.token_hash = :token as this_one
                        from identity.session s left join identity.account p on p.id = s.acting_for
                        where s.account = :account and s.ends_at > :now and s.last_seen_at > :idle
                        order by s.last_seen_at desc limit 50
                        """)
                .param("account", me.person())
                .param("token", current.map(Token::hash).orElseGet(() -> new byte[0]))
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(idle)))
                .query((row, _) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant(),
                        row.getString("device"),
                        proofs(row).stream().map(Proof::method).distinct().toList(),
                        row.getString("party"),
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

    private SignedIn signedIn(Seen seen, Consumer<Lapsed> onLapse) {
        if (seen.party().isEmpty()) return oneself(seen);
        var party = seen.party().get();
        return switch (representation.of(party.mandate(), seen.account(), party.account())) {
            case Representation.Standing.InForce standing -> acting(seen, party, standing);
            case Representation.Standing.Ended(var why) -> {
                onLapse.accept(new Lapsed(party.name(), why));
                yield oneself(seen);
            }
        };
    }

    private static SignedIn acting(Seen seen, Party party, Representation.Standing.InForce standing) {
        var acting = new SignedIn.Acting(
                seen.account(), seen.name(), party.mandate(), standing.capacity(), standing.scope(), standing.until());
        return new SignedIn(party.account(), party.kind(), party.name(), List.of(), seen.signOn(), Optional.of(acting));
    }

    /**
     * With a password that an administrator knows too, or without a second factor, no post counts: the person sees the own account and
     * nothing else.
     */
    private SignedIn oneself(Seen seen) {
        var held = seen.kind() == SignedIn.Kind.STAFF
                        && !seen.temporaryPassword()
                        && (Proof.staffFactor(seen.signOn().proofs()) || demonstration && seen.demo())
                ? posts.of(seen.account())
                : List.<Post>of();
        return new SignedIn(seen.account(), seen.kind(), seen.name(), held, seen.signOn(), Optional.empty());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var proofs = proofs(row);
        return new Seen(
                row.getObject("account", UUID.class),
                SignedIn.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getBoolean("password_temporary"),
                row.getBoolean("demo"),
                row.getBoolean("asks_second"),
                Trust.of(row.getInt("proofed")),
                new SignOn(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        proofs,
                        Trust.least(Trust.of(row.getInt("proofed")), Proof.worth(proofs))),
                row.getObject("party") == null ? Optional.empty() : Optional.of(party(row)));
    }

    private static List<Proof> proofs(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("proofs").getArray())
                .map(Proof::read)
                .toList();
    }

    private static Party party(ResultSet row) throws SQLException {
        return new Party(
                row.getObject("party", UUID.class),
                SignedIn.Kind.valueOf(row.getString("party_kind")),
                row.getString("party_name"),
                row.getObject("mandate", UUID.class));
    }

    /** For whom somebody acts. */
    private record Party(UUID account, SignedIn.Kind kind, String name, UUID mandate) {}

    private record Seen(
            UUID account,
            SignedIn.Kind kind,
            String name,
            Instant at,
            boolean temporaryPassword,
            boolean demo,
            boolean asksSecond,
            Trust proofed,
            SignOn signOn,
            Optional<Party> party) {

        boolean half() {
            return asksSecond && isHalf(kind, signOn.proofs());
        }
    }
}
