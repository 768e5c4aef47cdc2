package yici.drift;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Ids;
import yici.kit.NotFound;

/** One click: an administrator of a level above proposes that an area takes the standard again. */
@Component
class ProposeInheritance {

    private static final int LONGEST_FIELD = 300;

    sealed interface Proposed {
        record Done(UUID id) implements Proposed {}

        /** One waits for its answer already. */
        record Waiting() implements Proposed {}
    }

    private final Catalogue catalogue;
    private final Proposals proposals;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    ProposeInheritance(Catalogue catalogue, Proposals proposals, Policy policy, AuditLog audit, Clock clock) {
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param field the one difference to be given back; empty for all of them
     * @throws NotFound for an area that has no variant of its own, or is not governed by this person
     */
    @Transactional
    Proposed propose(SignedIn me, String lifeEvent, String area, String field) {
        if (!policy.allows(me, Deed.PROPOSE_STANDARD, Thing.in(area))) throw new NotFound("area " + area);
        var variant = variantOf(lifeEvent, area).orElseThrow(() -> new NotFound("variant of " + area));
        if (field.length() > LONGEST_FIELD) throw new NotFound("difference " + field.substring(0, LONGEST_FIELD));
        var now = clock.instant();
        var proposal = new Proposal(
                Ids.fresh(clock), lifeEvent, area, variant, field, me.person(), me.personName(), now, Optional.empty());
        if (!proposals.add(proposal)) return new Proposed.Waiting();
        audit.record(me.did(
                DriftAct.PROPOSED, "drift:" + proposal.id(), (lifeEvent + " " + area + " " + field).strip(), now));
        return new Proposed.Done(proposal.id());
    }

    private Optional<String> variantOf(String lifeEvent, String area) {
        return catalogue.variants(lifeEvent).stream()
                .filter(standing -> !standing.variant().isStandard())
                .filter(standing -> standing.areas().contains(area))
                .map(standing -> standing.variant().key())
                .findFirst();
    }
}
