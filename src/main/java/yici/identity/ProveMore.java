package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/** Somebody who is signed in, or half signed in, shows more: the session is worth more from now on, under a new token. */
@Component
class ProveMore {

    sealed interface Outcome {
        /** @param who empty when yet more is asked for */
        record Proved(Token next, Optional<SignedIn> who) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany(Instant until) implements Outcome {}

        /** The session ended meanwhile. */
        record Gone() implements Outcome {}
    }

    private final Ways ways;
    private final Sessions sessions;
    private final OpenSession open;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProveMore(
            Ways ways,
            Sessions sessions,
            OpenSession open,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.ways = ways;
        this.sessions = sessions;
        this.open = open;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome prove(Token session, Proof.Method method, String typed, SignIn.From from) {
        var who = sessions.atDoor(session);
        if (who.isEmpty()) return new Outcome.Gone();

        var way = ways.of(method).filter(w -> w.ready(who.get().account()));
        if (way.isEmpty()) return new Outcome.Wrong();
        return switch (way.get().prove(who.get().account(), typed, from)) {
            case Way.Answer.Right(var authenticator) -> proved(session, who.get(), method, authenticator, from);
            case Way.Answer.Wrong _ -> wrong(who.get(), method);
            case Way.Answer.TooMany(var until) -> new Outcome.TooMany(until);
        };
    }

    /** The door for a way that checks what it was shown by itself, such as setting one up: whoever has just done so has shown it. */
    Outcome proved(Token session, Sessions.AtDoor before, Proof.Method method, String authenticator, SignIn.From from) {
        return transaction.execute(_ -> {
            var next = sessions.proved(session, new Proof(method, clock.instant(), authenticator));
            if (next.isEmpty()) return new Outcome.Gone();
            var who = sessions.of(next.get());
            record(IdentityAct.PROVED, before, method);
            if (before.half() && who.isPresent()) open.arrived(before.account(), before.name(), from);
            return new Outcome.Proved(next.get(), who);
        });
    }

    private Outcome wrong(Sessions.AtDoor who, Proof.Method method) {
        transaction.executeWithoutResult(_ -> record(IdentityAct.PROOF_FAILED, who, method));
        return new Outcome.Wrong();
    }

    private void record(IdentityAct act, Sessions.AtDoor who, Proof.Method method) {
        var actor = "account:" + who.account();
        audit.record(new AuditEvent(act, actor, who.name(), "", actor, method.name(), clock.instant()));
    }
}
