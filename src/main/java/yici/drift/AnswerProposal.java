package yici.drift;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.catalogue.AreaVariants;
import yici.catalogue.BeforePublishing.Objection;
import yici.catalogue.PublishEdition.Publication;
import yici.catalogue.PublishEdition.Terms;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.View;

/**
 * The area's own administrator takes the standard again, or says why not. Nobody answers his own proposal: who proposed has written the
 * edition that gives the difference back, who accepts is the second person that confirms it.
 */
@Component
class AnswerProposal {

    static final int LONGEST_REASON = 500;

    /** Nobody takes the standard again in some far year. */
    private static final int LATEST_DAYS = 366;

    sealed interface Answered {
        /** @param made empty when declined, or when nothing was left to give back */
        record Done(boolean accepted, Optional<Proposal.Made> made) implements Answered {}

        /** Declined without a reason, or accepted without a word on what is new. */
        record NoReason() implements Answered {}

        record TooLong(int characters) implements Answered {}

        /** No day, one that is over, or one in more than a year. */
        record WrongDay() implements Answered {}

        /** A rule forbids the text that would be left. */
        record Refused(List<Objection> objections) implements Answered {}

        record OwnProposal() implements Answered {}

        /** Somebody was quicker. */
        record TooLate() implements Answered {}
    }

    private final Proposals proposals;
    private final AreaVariants variants;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    AnswerProposal(Proposals proposals, AreaVariants variants, Policy policy, AuditLog audit, Clock clock) {
        this.proposals = proposals;
        this.variants = variants;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param note what is new, as the public history shows it
     * @param from the first day of the edition that gives the difference back
     * @throws NotFound for a proposal to an area of somebody else
     */
    @Transactional
    Answered accept(SignedIn me, UUID id, String note, Optional<LocalDate> from) {
        var proposal = held(me, id);
        if (!proposal.isOpen()) return new Answered.TooLate();
        if (proposal.proposedBy().equals(me.person())) return new Answered.OwnProposal();
        String said = note.strip();
        if (said.isEmpty()) return new Answered.NoReason();
        if (said.length() > LONGEST_REASON) return new Answered.TooLong(said.length());
        var day = from.filter(this::isSoon).orElse(null);
        if (day == null) return new Answered.WrongDay();

        var terms = new Terms(day, said, Optional.of(proposal.proposedBy()), Optional.of(me.person()), false);
        return switch (variants.giveBack(proposal.lifeEvent(), proposal.area(), proposal.field(), terms)) {
            case Publication.Published published ->
                answered(
                        me,
                        id,
                        true,
                        said,
                        Optional.of(new Proposal.Made(published.edition().version(), day)));
            case Publication.Unchanged _ -> answered(me, id, true, said, Optional.empty());
            case Publication.Refused(var objections) -> new Answered.Refused(objections);
            // what stays is told against the very text it will stand on
            case Publication.Conflicting(var conflicts) -> throw new IllegalStateException("conflicts: " + conflicts);
        };
    }

    /** @throws NotFound for a proposal to an area of somebody else */
    @Transactional
    Answered decline(SignedIn me, UUID id, String reason) {
        var proposal = held(me, id);
        if (!proposal.isOpen()) return new Answered.TooLate();
        if (proposal.proposedBy().equals(me.person())) return new Answered.OwnProposal();
        String said = reason.strip();
        if (said.isEmpty()) return new Answered.NoReason();
        if (said.length() > LONGEST_REASON) return new Answered.TooLong(said.length());
        return answered(me, id, false, said, Optional.empty());
    }

    /** Until the transaction ends nobody else answers it. */
    private Proposal held(SignedIn me, UUID id) {
        return proposals
                .hold(policy.reach(me, Deed.ANSWER_PROPOSAL), id)
                .orElseThrow(() -> new NotFound("proposal " + id));
    }

    private boolean isSoon(LocalDate day) {
        var today = today();
        return !day.isBefore(today) && !day.isAfter(today.plusDays(LATEST_DAYS));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    private Answered answered(SignedIn me, UUID id, boolean accepted, String said, Optional<Proposal.Made> made) {
        var now = clock.instant();
        proposals.answer(id, new Proposal.Answer(accepted, me.personName(), now, said, made));
        var act = accepted ? DriftAct.ACCEPTED : DriftAct.DECLINED;
        var reason = made.map(m -> m.version() + ": " + said).orElse(said);
        audit.record(me.did(act, "drift:" + id, reason, now));
        return new Answered.Done(accepted, made);
    }
}
