package yici.mandate;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.identity.TellOwner;
import yici.identity.Trust;
import yici.kit.Language;
import yici.kit.NotFound;

/** Who is to act for another says yes or no. Nobody becomes an agent unasked. */
@Component
class AnswerOffer {

    enum Answered {
        ACCEPTED,
        DECLINED,
        /** Withdrawn, run out or answered meanwhile. */
        TOO_LATE,
        /** The number is the person's, the name is not: a slip of the granter, or a number that is not his. */
        OTHER_NAME
    }

    private final Mandates mandates;
    private final Accounts accounts;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    AnswerOffer(Mandates mandates, Accounts accounts, TellOwner tellOwner, AuditLog audit, Clock clock) {
        this.mandates = mandates;
        this.accounts = accounts;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    /** Only who is known to have the number may take what was offered to it. */
    @Transactional
    public Answered accept(SignedIn me, UUID id) {
        me.require(Trust.LEVEL_3);
        var person = person(me);
        var mandate = mine(person, id);
        if (mandate.at(clock.instant()) != Mandate.State.OFFERED) return Answered.TOO_LATE;
        if (!WhoFields.sameName(mandate.granteeName(), person.name())) return Answered.OTHER_NAME;

        mandates.acceptedBy(id, person.id());
        write(me, mandate, Mandate.Event.ACCEPTED, MandateAct.ACCEPTED);
        return Answered.ACCEPTED;
    }

    @Transactional
    public Answered decline(SignedIn me, UUID id) {
        var mandate = mine(person(me), id);
        if (mandate.at(clock.instant()) != Mandate.State.OFFERED) return Answered.TOO_LATE;

        write(me, mandate, Mandate.Event.DECLINED, MandateAct.DECLINED);
        return Answered.DECLINED;
    }

    private Account person(SignedIn me) {
        return accounts.find(me.person()).orElseThrow(() -> new NotFound("account"));
    }

    private Mandate mine(Account person, UUID id) {
        return mandates.lock(id)
                .filter(m -> m.grantee()
                        .map(person.id()::equals)
                        .orElse(m.granteeNumber().equals(person.number())))
                .filter(_ -> !person.number().isEmpty())
                .orElseThrow(() -> new NotFound("mandate " + id));
    }

    private void write(SignedIn me, Mandate mandate, Mandate.Event event, MandateAct act) {
        var now = clock.instant();
        mandates.event(mandate.id(), event, me.asActor(), me.personName(), "", now);
        tellOwner.tell(
                mandate.granter(),
                event == Mandate.Event.ACCEPTED ? "mandate.notice.accepted" : "mandate.notice.declined",
                Language.ZH,
                mandate.granteeName());
        audit.record(me.asOneself().did(act, "mandate:" + mandate.id(), "account:" + mandate.granter(), now));
    }
}
