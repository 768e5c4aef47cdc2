package yici.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** An administrator of the giver's area asks that a record count no more from a day on: taken back, or ended because its purpose is fulfilled. */
@Component
class RecallDelegation {

    private static final int LONGEST_REASON = 1000;

    private final KeptDelegations kept;
    private final Ours ours;
    private final Rules rules;
    private final Witnesses witnesses;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    RecallDelegation(
            KeptDelegations kept,
            Ours ours,
            Rules rules,
            Witnesses witnesses,
            Policy policy,
            AuditLog audit,
            Clock clock) {
        this.kept = kept;
        this.ours = ours;
        this.rules = rules;
        this.witnesses = witnesses;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param ends instead of: is recalled */
    @Transactional
    public Asked recall(SignedIn me, String number, boolean ends, Typed typed) {
        policy.check(me, Deed.KEEP_DELEGATION);
        var register = kept.lock();
        var recorded = ours.get(me, register, number);
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var flaws = flaws(recorded, typed, register);
        if (!flaws.isEmpty()) return new Asked.Flawed(flaws);
        if (!witnesses.anybodyBeside(me, ours.area(recorded))) return new Asked.NobodyToConfirm();

        kept.add(
                number,
                new Step(
                        recorded.nextSeq(),
                        ends ? Step.Kind.END_ASKED : Step.Kind.RECALL_ASKED,
                        typed.day("from"),
                        typed.get("reason"),
                        Optional.of(me.person()),
                        me.personName(),
                        clock.instant()));
        audit.record(me.did(
                ends ? DelegationAct.END_ASKED : DelegationAct.RECALL_ASKED,
                "delegation:" + number,
                typed.get("reason"),
                clock.instant()));
        return new Asked.Waits(number);
    }

    private List<Flaw> flaws(Recorded recorded, Typed typed, DelegationRegister register) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        var state = recorded.state(today);
        if (recorded.asked().isPresent() || state == Recorded.State.DROPPED || state == Recorded.State.OVER)
            return List.of(Flaw.of("from", "not-now", recorded.number()));

        var flaws = new ArrayList<Flaw>();
        typed.day("from")
                .ifPresentOrElse(
                        day -> flaws.addAll(day(recorded, day, today, register)),
                        () -> flaws.add(Flaw.of("from", "from.missing")));
        if (typed.get("reason").isEmpty()) flaws.add(Flaw.of("reason", "reason.missing"));
        if (typed.get("reason").length() > LONGEST_REASON) flaws.add(Flaw.of("reason", "too-long", LONGEST_REASON));
        return flaws;
    }

    /** The day is a later one: what is filed already stays where it is. */
    List<Flaw> day(Recorded recorded, LocalDate day, LocalDate today, DelegationRegister register) {
        if (!day.isAfter(today)) return List.of(Flaw.of("from", "from.past", today.plusDays(1)));
        if (recorded.over().filter(over -> !day.isBefore(over)).isPresent())
            return List.of(Flaw.of("from", "ends-before", recorded.over().orElseThrow()));
        return rules.resting(recorded, day, "", register);
    }
}
