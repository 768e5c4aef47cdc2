package yici.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Opening a case takes it for a quarter of an hour, so that colleagues see who works on it; acting renews, handing back ends it. */
@Component
class TakeCase {

    sealed interface Taken {
        record Yours(Instant until) implements Taken {}

        record HeldBy(String name, Instant until) implements Taken {}

        /** Nothing for an officer to do now; it can be read. */
        record NothingToDo(CaseState state) implements Taken {}
    }

    private final JdbcClient db;
    private final Bundles bundles;
    private final AuditLog audit;
    private final Clocks clocks;

    TakeCase(JdbcClient db, Bundles bundles, AuditLog audit, Clocks clocks) {
        this.db = db;
        this.bundles = bundles;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** One statement decides between two who open it in the same instant. */
    @Transactional
    public Taken take(SignedIn me, UUID application, int no) {
        var until = clocks.now().plus(OfficersHand.LEASE);
        int taken = db.sql("""
                        update casework.case_file set holder = :me, holder_name = :name, lease_until = :until
                        where application_id = :id and no = :no and body_id = any(:bodies) and stage in (1, 2)
                          and (holder is null or holder = :me or lease_until <= :now)
                        """)
                .param("me", me.account())
                .param("name", me.name())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                .param("id", application)
                .param("no", no)
                .param("bodies", me.bodies().toArray(String[]::new))
                .update();
        return taken > 0 ? new Taken.Yours(until) : whyNot(me, application, no);
    }

    private Taken whyNot(SignedIn me, UUID application, int no) {
        var file = bundles.cases(application).stream()
                .filter(c -> c.no() == no && c.body().filter(me::decidesFor).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("case"));
        return file.heldAgainst(me.account(), clocks.now())
                .<Taken>map(l -> new Taken.HeldBy(l.name(), l.until()))
                .orElseGet(() -> new Taken.NothingToDo(file.state()));
    }

    /** Back on the pile before the time is over. */
    @Transactional
    public void handBack(SignedIn me, UUID application, int no) {
        int back = db.sql("""
                        update casework.case_file set holder = null, holder_name = '', lease_until = null
                        where application_id = :id and no = :no and body_id = any(:bodies) and holder = :me
                        """)
                .param("id", application)
                .param("no", no)
                .param("bodies", me.bodies().toArray(String[]::new))
                .param("me", me.account())
                .update();
        if (back == 0) return;
        audit.record(me.did(CaseAct.HANDED_BACK, "case:" + application + "/" + no, "", clocks.now()));
    }
}
