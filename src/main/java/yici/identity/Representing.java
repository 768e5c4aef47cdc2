package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;

/**
 * Whom a session acts for: changed without signing in again, under a new token each time. Whether the person may is for the caller to know;
 * {@link Representation} is asked at every request anyway.
 */
@Component
public class Representing {

    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Representing(Sessions sessions, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return as the session is now; empty when it has ended meanwhile */
    public Optional<SignedIn> begin(
            SignedIn me, UUID party, UUID mandate, HttpServletRequest request, HttpServletResponse response) {
        return change(Optional.of(party), Optional.of(mandate), me, request, response);
    }

    public Optional<SignedIn> end(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        return change(Optional.empty(), Optional.empty(), me, request, response);
    }

    private Optional<SignedIn> change(
            Optional<UUID> party,
            Optional<UUID> mandate,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response) {
        var old = SessionCookie.read(request);
        if (old.isEmpty()) return Optional.empty();
        return transaction.execute(_ -> sessions.actFor(old.get(), party, mandate)
                .map(token -> {
                    SessionCookie.write(token, request, response);
                    var now = sessions.of(token).orElseThrow();
                    record(me, now);
                    return now;
                }));
    }

    /** Named are both: of a beginning whom it is for, of an end whom it was for. */
    private void record(SignedIn before, SignedIn now) {
        var acting = now.acting().isPresent() ? now : before;
        var act = now.acting().isPresent() ? IdentityAct.ACTING_BEGUN : IdentityAct.ACTING_ENDED;
        var mandate = acting.acting().map(a -> "mandate:" + a.mandate()).orElse("");
        audit.record(acting.did(act, "account:" + acting.account(), mandate, clock.instant()));
    }
}
