package yici.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;

/**
 * Closes an account for good (Personal Information Protection Law, articles 15 and 47): name, numbers, phone, address and password are
 * erased, all sessions end, the login and the number are free again. Case files stay, for the law keeps them.
 */
@Component
public class CloseAccount {

    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    public sealed interface Outcome {
        record Closed() implements Outcome {}

        /** @param reasons keys of the words that say what has to be finished first */
        record NotYet(List<String> reasons) implements Outcome {}
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final List<KeepsOpen> rooms;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    CloseAccount(
            Accounts accounts,
            Sessions sessions,
            List<KeepsOpen> rooms,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rooms = rooms;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when the account may be closed. */
    public List<String> reasonsAgainst(SignedIn me) {
        if (me.kind() == SignedIn.Kind.STAFF) return List.of("identity.close.staff");
        if (me.acting().isPresent()) return List.of("identity.close.acting");
        return rooms.stream().flatMap(room -> room.why(me.person()).stream()).toList();
    }

    /** @throws StepUp when the person has not shown just now who they are */
    @Transactional
    public Outcome close(SignedIn me) {
        var reasons = reasonsAgainst(me);
        if (!reasons.isEmpty()) return new Outcome.NotYet(reasons);
        me.requireFresh(Trust.LEVEL_3, JUST_NOW, clock.instant());

        audit.record(me.did(IdentityAct.ACCOUNT_CLOSED, me.asActor(), "", clock.instant()));
        sessions.closeAll(me.person());
        accounts.erase(me.person());
        events.publishEvent(new AccountClosed(me.person()));
        return new Outcome.Closed();
    }
}
