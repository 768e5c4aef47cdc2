package yici.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;

/** Ends this session, or all of a person's. */
@Component
class SignOut {

    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SignOut(Sessions sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void here(SignedIn me, Token token) {
        sessions.close(token);
        record(IdentityAct.SIGNED_OUT, me);
    }

    @Transactional
    void everywhere(SignedIn me) {
        sessions.closeAll(me.person());
        record(IdentityAct.SIGNED_OUT_EVERYWHERE, me);
    }

    private void record(IdentityAct act, SignedIn me) {
        audit.record(me.did(act, me.asActor(), "", clock.instant()));
    }
}
