package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was seen of each party: how often on which day, and what it did wrong. Counted in memory and written every few seconds, so that a
 * sign-on costs no row more; a node that is killed takes the last seconds of its figures with it, and nothing else.
 */
@Component
class Sightings implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sightings.class);
    private static final int EVERY_S = 5;

    /** Anybody can call in a party's name and be refused: more kinds than this between two writings are not told apart. */
    private static final int KINDS = 5_000;

    private static final int LONGEST = 300;

    /** @param code of the RFC; empty for what is no error */
    private record Kind(String clientId, LocalDate day, PartyFigures.What what, String code) {}

    private record Tally(long times, Instant last, String said) {
        Tally and(Tally more) {
            return new Tally(times + more.times, more.last, more.said.isEmpty() ? said : more.said);
        }
    }

    private final RelyingParties parties;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sightings").factory());
    private Map<Kind, Tally> tallies = new ConcurrentHashMap<>();

    Sightings(RelyingParties parties, JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.parties = parties;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        writer.scheduleWithFixedDelay(this::writeQuietly, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
        writeQuietly();
    }

    void saw(String clientId, PartyFigures.What what) {
        saw(clientId, what, "", "");
    }

    void saw(String clientId, PartyFigures.What what, String said) {
        saw(clientId, what, "", said);
    }

    void signedOn(AuthorizationRequest request, boolean pushed) {
        var id = request.party().clientId();
        saw(id, PartyFigures.What.SIGNED_ON);
        if (pushed) saw(id, PartyFigures.What.WITH_PUSH);
        if (!request.challenge().isEmpty()) saw(id, PartyFigures.What.WITH_PKCE);
        if (!request.state().isEmpty()) saw(id, PartyFigures.What.WITH_STATE);
        if (!request.nonce().isEmpty()) saw(id, PartyFigures.What.WITH_NONCE);
    }

    /** A party was told no, by the RFC's code. */
    void refused(String clientId, String code, String said) {
        if (code.matches("[a-z_]{1,60}")) saw(clientId, PartyFigures.What.REFUSED, code, said);
    }

    void refused(HttpServletRequest request, OAuth2AuthenticationException problem) {
        var error = problem.getError();
        var said = Optional.ofNullable(error.getDescription()).orElse("");
        caller(request).ifPresent(id -> refused(id, error.getErrorCode(), said));
    }

    /** Whoever the call claims to be from: it may have been refused because that is not so. */
    private static Optional<String> caller(HttpServletRequest request) {
        var parameters = Parameters.of(request);
        if (parameters.has("client_id")) return Optional.of(parameters.get("client_id"));
        if (parameters.has("client_assertion")) return Assertions.claimedBy(parameters.get("client_assertion"));
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return header.startsWith("Basic ") ? basic(header.substring(6)) : Optional.empty();
    }

    private static Optional<String> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0]);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private void saw(String clientId, PartyFigures.What what, String code, String said) {
        if (parties.find(clientId).isEmpty()) return;
        var now = clock.instant();
        var kind = new Kind(clientId, LocalDate.ofInstant(now, yici.kit.View.ZONE), what, code);
        var short_ = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        synchronized (this) {
            if (tallies.size() < KINDS || tallies.containsKey(kind))
                tallies.merge(kind, new Tally(1, now, short_), Tally::and);
        }
    }

    private void writeQuietly() {
        try {
            write();
        } catch (DataAccessException e) {
            log.warn("figures of relying parties are not written: {}", e.getMessage());
        }
    }

    /** Everything seen on this node so far. In one order, so that nodes do not wait for each other in a circle. */
    void write() {
        var seen = take();
        if (seen.isEmpty()) return;
        transaction.executeWithoutResult(_ -> seen.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> write(entry.getKey(), entry.getValue())));
    }

    private synchronized Map<Kind, Tally> take() {
        var seen = tallies;
        tallies = new ConcurrentHashMap<>();
        return seen;
    }

    private void write(Kind kind, Tally tally) {
        db.sql("""
                        insert into openid.party_day as d (client_id, day, what, code, times, last_at, said)
                        values (:client, :day, :what, :code, :times, :last, :said)
                        on conflict (client_id, day, what, code) do update set
                            times = d.times + excluded.times, last_at = greatest(d.last_at, excluded.last_at),
                            said = case when excluded.said = '' then d.said else excluded.said end
                        """)
                .param("client", kind.clientId())
                .param("day", kind.day())
                .param("what", kind.what().name())
                .param("code", kind.code())
                .param("times", tally.times())
                .param("last", Timestamp.from(tally.last()))
                .param("said", tally.said())
                .update();
    }
}
