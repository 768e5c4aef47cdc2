package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Forbidden;
import yici.kit.NotFound;

/** An administrator fills a gap: says which body decides a case that no body decides. */
@Component
class AssignBody {

    sealed interface Assigned {
        record Done(PublicBody body) implements Assigned {}

        record NoSuchBody() implements Assigned {}

        /** Somebody was faster. */
        record HasBody(PublicBody body) implements Assigned {}
    }

    private final Bundles bundles;
    private final OpenWork openWork;
    private final SaveWork save;
    private final Bodies bodies;
    private final Areas areas;

    AssignBody(Bundles bundles, OpenWork openWork, SaveWork save, Bodies bodies, Areas areas) {
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.bodies = bodies;
        this.areas = areas;
    }

    @Transactional
    public Assigned assign(SignedIn me, UUID application, int no, String bodyId) {
        if (!me.isAdministrator()) throw new Forbidden("assign a body");
        var body = bodies.find(bodyId).orElse(null);
        if (body == null) return new Assigned.NoSuchBody();

        var bundle =
                bundles.lock(application).filter(b -> governs(me, b.area())).orElseThrow(() -> new NotFound("case"));
        var work = openWork.of(bundle);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        if (file.body().isPresent())
            return new Assigned.HasBody(bodies.get(file.body().get()));

        work.put(file.sentTo(java.util.Optional.of(body.id())));
        work.line(no, CaseAct.ASSIGNED, Actor.administrator(me), body.name().zh());
        save.save(work);
        return new Assigned.Done(body);
    }

    private boolean governs(SignedIn me, String area) {
        return areas.path(area).stream().map(Area::code).anyMatch(me.administers()::contains);
    }
}
