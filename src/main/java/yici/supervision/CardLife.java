package yici.supervision;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.SignedIn;

/** Adds to the life of a card; nothing of it is ever changed or taken away. */
@Component
class CardLife {

    private final JdbcClient db;
    private final AuditLog audit;
    private final Clock clock;

    CardLife(JdbcClient db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** False, and nothing done, when somebody was quicker: the place after the events the caller has seen is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean goesOn(Card card, Card.State next, String reason, SignedIn by) {
        int added = db.sql("""
                        insert into supervision.card_event (card, seq, kind, reason, by_whom, by_name, at)
                        values (:card, :seq, :kind, :reason, :by, :name, :at) on conflict do nothing
                        """)
                .param("card", card.id())
                .param("seq", card.events() + 1)
                .param("kind", next.name())
                .param("reason", reason)
                .param("by", by.asActor())
                .param("name", by.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) return false;

        audit.record(by.did(act(next), "card:" + card.id(), reason, clock.instant()));
        return true;
    }

    private static SupervisionAct act(Card.State next) {
        return switch (next) {
            case ISSUED -> SupervisionAct.CARD_ISSUED;
            case EXPLAINED -> SupervisionAct.CARD_EXPLAINED;
            case CONFIRMED -> SupervisionAct.CARD_CONFIRMED;
            case WITHDRAWN -> SupervisionAct.CARD_WITHDRAWN;
        };
    }
}
