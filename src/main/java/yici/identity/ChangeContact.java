package yici.identity;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;

/** The address, by the person. */
@Component
class ChangeContact {

    sealed interface Outcome {
        record Changed() implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    ChangeContact(Accounts accounts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome change(SignedIn me, String typedAddress) {
        var flaws = new Flaws();
        var address = flaws.address("address", typedAddress);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        accounts.changeContact(
                me.person(), accounts.find(me.person()).orElseThrow().phone(), address);
        audit.record(me.did(IdentityAct.CONTACT_CHANGED, me.asActor(), "", clock.instant()));
        return new Outcome.Changed();
    }
}
