package yici.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.kit.View;

/** A second person confirms or refuses what was asked about a record, or who asked takes it back. Only what is confirmed counts. */
@Component
class AnswerDelegation {

    private static final int LONGEST_REASON = 1000;

    sealed interface Answered {
        record Done(Step.Kind kind) implements Answered {}

        /** Who asked does not confirm. */
        record Own() implements Answered {}

        /** Nothing waits there any more. */
        record TooLate() implements Answered {}

        /** What was good when it was asked for is so no more, or a reason is missing. */
        record Flawed(List<Flaw> flaws) implements Answered {}
    }

    private final KeptDelegations kept;
    private final Ours ours;
    private final Rules rules;
    private final RecallDelegation recall;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    AnswerDelegation(
            KeptDelegations kept,
            Ours ours,
            Rules rules,
            RecallDelegation recall,
            Policy policy,
            AuditLog audit,
            Clock clock) {
        this.kept = kept;
        this.ours = ours;
        this.rules = rules;
        this.recall = recall;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Answered confirm(SignedIn me, String number) {
        var register = begin(me);
        var recorded = ours.get(me, register, number);
        if (recorded.asked().isEmpty()) return new Answered.TooLate();
        var asked = recorded.asked().get();
        if (isOwn(me, asked)) return new Answered.Own();
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var flaws = stillBroken(recorded, asked, register);
        if (!flaws.isEmpty()) return new Answered.Flawed(flaws);

        write(me, recorded, Step.Kind.CONFIRMED, "");
        if (asked.kind() == Step.Kind.REGISTERED)
            recorded.delegation().replaces().flatMap(register::find).ifPresent(old -> replaced(me, old, recorded));
        return new Answered.Done(Step.Kind.CONFIRMED);
    }

    private List<Flaw> stillBroken(Recorded recorded, Step asked, DelegationRegister register) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        return asked.kind() == Step.Kind.REGISTERED
                ? rules.broken(recorded.delegation(), register, today)
                : recall.day(recorded, asked.effective().orElseThrow(), today, register);
    }

    private void replaced(SignedIn me, Recorded old, Recorded by) {
        kept.add(
                old.number(),
                new Step(
                        old.nextSeq(),
                        Step.Kind.REPLACED,
                        Optional.of(by.delegation().from()),
                        by.number(),
                        Optional.of(me.person()),
                        me.personName(),
                        clock.instant()));
    }

    @Transactional
    public Answered refuse(SignedIn me, String number, String typed) {
        var recorded = ours.get(me, begin(me), number);
        if (recorded.asked().isEmpty()) return new Answered.TooLate();
        if (isOwn(me, recorded.asked().get())) return new Answered.Own();
        var reason = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (reason.isEmpty()) return new Answered.Flawed(List.of(Flaw.of("answer", "reason.missing")));
        if (reason.length() > LONGEST_REASON)
            return new Answered.Flawed(List.of(Flaw.of("answer", "too-long", LONGEST_REASON)));

        return write(me, recorded, Step.Kind.REFUSED, reason);
    }

    @Transactional
    public Answered withdraw(SignedIn me, String number) {
        var recorded = ours.get(me, begin(me), number);
        if (recorded.asked().filter(asked -> isOwn(me, asked)).isEmpty()) return new Answered.TooLate();
        return write(me, recorded, Step.Kind.WITHDRAWN, "");
    }

    private DelegationRegister begin(SignedIn me) {
        policy.check(me, Deed.KEEP_DELEGATION);
        return kept.lock();
    }

    static boolean isOwn(SignedIn me, Step asked) {
        return asked.by().equals(Optional.of(me.person()));
    }

    private Answered write(SignedIn me, Recorded recorded, Step.Kind kind, String reason) {
        kept.add(
                recorded.number(),
                new Step(
                        recorded.nextSeq(),
                        kind,
                        Optional.empty(),
                        reason,
                        Optional.of(me.person()),
                        me.personName(),
                        clock.instant()));
        audit.record(
                me.did(DelegationAct.valueOf(kind.name()), "delegation:" + recorded.number(), reason, clock.instant()));
        return new Answered.Done(kind);
    }
}
