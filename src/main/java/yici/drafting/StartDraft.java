package yici.drafting;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.AreaVariants;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Ids;

/** Begins to change what an area offers; where somebody has begun already, there is that one. */
@Component
class StartDraft {

    private final DraftHand hand;
    private final GuideDrafts drafts;
    private final AreaVariants variants;
    private final Policy policy;
    private final Clock clock;

    StartDraft(DraftHand hand, GuideDrafts drafts, AreaVariants variants, Policy policy, Clock clock) {
        this.hand = hand;
        this.drafts = drafts;
        this.variants = variants;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws yici.kit.NotFound for what is no life event */
    @Transactional
    Draft start(SignedIn me, String lifeEvent, String area) {
        policy.check(me, Deed.DRAFT_GUIDE, Thing.in(area));
        return drafts.open(lifeEvent, area).orElseGet(() -> begin(me, lifeEvent, area));
    }

    private Draft begin(SignedIn me, String lifeEvent, String area) {
        var from = tomorrow();
        var ground = variants.ground(lifeEvent, area, from);
        var draft = new Draft(
                Ids.fresh(clock),
                lifeEvent,
                area,
                ground.changes(),
                from,
                "",
                Draft.State.OPEN,
                me.person(),
                me.personName(),
                "",
                1);
        hand.begin(draft, me);
        return draft;
    }

    /** The second person needs some time; whoever wants it today says so. */
    private LocalDate tomorrow() {
        return hand.today().plusDays(1);
    }
}
