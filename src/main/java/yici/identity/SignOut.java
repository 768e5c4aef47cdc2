package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;

/** Ends this session, or all of a person's. */
@Component
public class SignOut {

    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SignOut(Sessions sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** This session, whose cookie the browser then forgets. */
    @Transactional
    public void here(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(token -> here(me, token));
        SessionCookie.remove(request, response);
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

    /** Another of one's own, from here. */
    @Transactional
    void there(SignedIn me, UUID session) {
        if (sessions.closeOne(me.person(), session)) record(IdentityAct.SESSION_ENDED, me);
    }

    private void record(IdentityAct act, SignedIn me) {
        audit.record(me.did(act, me.asActor(), "", clock.instant()));
    }
}
