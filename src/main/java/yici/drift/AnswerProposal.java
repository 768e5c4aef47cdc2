package yici.drift;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** The area's own administrator takes the standard again, or says why not. Nobody answers his own proposal. */
@Component
class AnswerProposal {

    static final int LONGEST_REASON = 500;

    sealed interface Answered {
        record Done(boolean accepted) implements Answered {}

        /** Declined without a reason. */
        record NoReason() implements Answered {}

        record TooLong(int characters) implements Answered {}

        record OwnProposal() implements Answered {}

        /** Somebody was quicker. */
        record TooLate() implements Answered {}
    }

    private final Proposals proposals;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    AnswerProposal(Proposals proposals, Policy policy, AuditLog audit, Clock clock) {
        this.proposals = proposals;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound for a proposal to an area of somebody else */
    @Transactional
    Answered answer(SignedIn me, UUID id, boolean accept, String reason) {
        var proposal = proposals
                .find(policy.reach(me, Deed.ANSWER_PROPOSAL), id)
                .orElseThrow(() -> new NotFound("proposal " + id));
        if (!proposal.isOpen()) return new Answered.TooLate();
        if (proposal.proposedBy().equals(me.person())) return new Answered.OwnProposal();
        String said = reason.strip();
        if (!accept && said.isEmpty()) return new Answered.NoReason();
        if (said.length() > LONGEST_REASON) return new Answered.TooLong(said.length());

        var now = clock.instant();
        if (!proposals.answer(id, new Proposal.Answer(accept, me.personName(), now, accept ? "" : said)))
            return new Answered.TooLate();
        audit.record(me.did(accept ? DriftAct.ACCEPTED : DriftAct.DECLINED, "drift:" + id, accept ? "" : said, now));
        return new Answered.Done(accept);
    }
}
