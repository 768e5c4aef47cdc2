package yici.casework;

import static yici.identity.Thing.Trait.AREA;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Badge;
import yici.kit.NotFound;

/** An administrator fills a gap: says which body of the area or above decides a case that no body decides, or a closed one did. */
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
    private final Gaps gaps;
    private final Policy policy;

    AssignBody(Bundles bundles, OpenWork openWork, SaveWork save, Bodies bodies, Gaps gaps, Policy policy) {
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.bodies = bodies;
        this.gaps = gaps;
        this.policy = policy;
    }

    @Transactional
    public Assigned assign(SignedIn me, UUID application, int no, String bodyId) {
        policy.check(me, Deed.FILL_GAP);
        var mine = policy.reach(me, Deed.FILL_GAP);
        // also when somebody was faster, and it is no gap any more
        var bundle = Badge.HOUSE
                .wearing(() -> bundles.lock(application))
                .filter(b -> mine.each(AREA).contains(b.area()))
                .orElseThrow(() -> new NotFound("case"));
        Badge.takeInHand(application);
        var body = gaps.choices(bundle.area()).stream()
                .filter(b -> b.id().equals(bodyId))
                .findFirst()
                .orElse(null);
        if (body == null) return new Assigned.NoSuchBody();

        var work = openWork.of(bundle);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        if (!mine.covers(bundle.thing(file)))
            return new Assigned.HasBody(bodies.get(file.body().orElseThrow()));

        work.put(file.sentTo(java.util.Optional.of(body.id())));
        work.line(no, CaseAct.ASSIGNED, Actor.administrator(me), body.name().zh());
        save.save(work);
        return new Assigned.Done(body);
    }
}
