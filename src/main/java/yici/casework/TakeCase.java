package yici.casework;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.Reach;
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

    private static final Reach.Columns OF_CASE = new Reach.Columns(Map.of(BODY, "body_id", AREA, "area"), true);

    private final JdbcClient db;
    private final Policy policy;
    private final Bundles bundles;
    private final AuditLog audit;
    private final Clocks clocks;

    TakeCase(JdbcClient db, Policy policy, Bundles bundles, AuditLog audit, Clocks clocks) {
        this.db = db;
        this.policy = policy;
        this.bundles = bundles;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** One statement decides between two who open it in the same instant. */
    @Transactional
    public Taken take(SignedIn me, UUID application, int no) {
        var until = clocks.now().plus(OfficersHand.LEASE);
        var mine = policy.reach(me, Deed.HANDLE_CASE).on(OF_CASE);
        int taken = db.sql("""
                        update casework.case_file set holder = :me, holder_name = :name, lease_until = :until
                        where application_id = :id and no = :no and stage in (1, 2)
                          and (holder is null or holder = :me or lease_until <= :now) and\s""" + mine.sql())
                .param("me", me.account())
                .param("name", me.name())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                .param("id", application)
                .param("no", no)
                .params(mine.parameters())
                .update();
        return taken > 0 ? new Taken.Yours(until) : whyNot(me, application, no);
    }

    private Taken whyNot(SignedIn me, UUID application, int no) {
        var file = bundles.find(application).stream()
                .flatMap(bundle -> bundles.cases(application).stream()
                        .filter(c -> c.no() == no && policy.allows(me, Deed.HANDLE_CASE, bundle.thing(c))))
                .findFirst()
                .orElseThrow(() -> new NotFound("case"));
        return file.heldAgainst(me.account(), clocks.now())
                .<Taken>map(l -> new Taken.HeldBy(l.name(), l.until()))
                .orElseGet(() -> new Taken.NothingToDo(file.state()));
    }

    /** Back on the pile before the time is over. */
    @Transactional
    public void handBack(SignedIn me, UUID application, int no) {
        var mine = policy.reach(me, Deed.HANDLE_CASE).on(OF_CASE);
        int back = db.sql("""
                        update casework.case_file set holder = null, holder_name = '', lease_until = null
                        where application_id = :id and no = :no and holder = :me and\s""" + mine.sql())
                .param("id", application)
                .param("no", no)
                .params(mine.parameters())
                .param("me", me.account())
                .update();
        if (back == 0) return;
        audit.record(me.did(CaseAct.HANDED_BACK, "case:" + application + "/" + no, "", clocks.now()));
    }
}
