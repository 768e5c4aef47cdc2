package yici.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Thing;
import yici.identity.Trust;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.View;

/** Takes a record in, new or in the place of another: it waits there for the second person. */
@Component
class TakeIn {

    private final KeptDelegations kept;
    private final ReadTyped readTyped;
    private final Rules rules;
    private final Witnesses witnesses;
    private final Policy policy;
    private final Areas areas;
    private final Bodies bodies;
    private final AuditLog audit;
    private final Clock clock;

    TakeIn(
            KeptDelegations kept,
            ReadTyped readTyped,
            Rules rules,
            Witnesses witnesses,
            Policy policy,
            Areas areas,
            Bodies bodies,
            AuditLog audit,
            Clock clock) {
        this.kept = kept;
        this.readTyped = readTyped;
        this.rules = rules;
        this.witnesses = witnesses;
        this.policy = policy;
        this.areas = areas;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Asked take(SignedIn me, Typed typed, Optional<Recorded> replaced) {
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        return switch (readTyped.read(typed, replaced.isPresent())) {
            case ReadTyped.Reading.Flawed(var flaws) -> new Asked.Flawed(flaws);
            case ReadTyped.Reading.Good(var wanted) -> take(me, wanted, typed.get("reason"), replaced);
        };
    }

    private Asked take(SignedIn me, ReadTyped.Wanted wanted, String reason, Optional<Recorded> replaced) {
        var register = kept.lock();
        var giver = giver(wanted, register, replaced);
        if (giver.isEmpty())
            return flawed(
                    "areas", "giver.none", areas.get(wanted.areas().getFirst()).name());
        if (!policy.allows(me, Deed.KEEP_DELEGATION, Thing.in(giver.get().area())))
            return flawed("power", "giver.foreign", giver.get().name());
        var delegation = delegation(register, wanted, giver.get(), replaced);
        var flaws = rules.broken(delegation, register, today());
        if (!flaws.isEmpty()) return new Asked.Flawed(flaws);
        if (!witnesses.anybodyBeside(me, giver.get().area())) return new Asked.NobodyToConfirm();

        kept.add(delegation);
        kept.add(
                delegation.number(),
                new Step(
                        1,
                        Step.Kind.REGISTERED,
                        Optional.of(delegation.from()),
                        reason,
                        Optional.of(me.person()),
                        me.personName(),
                        clock.instant()));
        audit.record(me.did(
                replaced.isPresent() ? DelegationAct.REPLACEMENT_ASKED : DelegationAct.REGISTERED,
                "delegation:" + delegation.number(),
                reason,
                clock.instant()));
        return new Asked.Waits(delegation.number());
    }

    private Optional<PublicBody> giver(
            ReadTyped.Wanted wanted, DelegationRegister register, Optional<Recorded> replaced) {
        if (wanted.mode() == Mode.STATUTORY) return Optional.of(wanted.receiver());
        var others = new DelegationRegister(register.all().stream()
                .filter(r -> !replaced.equals(Optional.of(r)))
                .toList());
        return rules.hand(
                        wanted.power().key(),
                        wanted.power().department(),
                        wanted.areas().getFirst(),
                        wanted.from(),
                        others,
                        replaced)
                .map(Rules.Hand::body);
    }

    private Delegation delegation(
            DelegationRegister register, ReadTyped.Wanted wanted, PublicBody giver, Optional<Recorded> replaced) {
        return new Delegation(
                nextNumber(register),
                wanted.power().key(),
                wanted.power().department(),
                giver.id(),
                wanted.receiver().id(),
                wanted.mode(),
                wanted.areas(),
                wanted.from(),
                wanted.until(),
                wanted.seal(),
                wanted.file(),
                wanted.supervisedAbove() ? above(giver).id() : giver.id(),
                replaced.map(Recorded::number),
                false);
    }

    /** The same department on the next level that has it; the giver itself where there is none. */
    private PublicBody above(PublicBody giver) {
        return areas.path(giver.area()).reversed().stream()
                .skip(1)
                .flatMap(area -> bodies.in(area.code(), giver.department()).stream())
                .findFirst()
                .orElse(giver);
    }

    private String nextNumber(DelegationRegister register) {
        var year = today().getYear() + "-";
        int last = register.all().stream()
                .map(Recorded::number)
                .filter(number -> number.startsWith(year))
                .mapToInt(number -> Integer.parseInt(number.substring(year.length())))
                .max()
                .orElse(0);
        return year + "%04d".formatted(last + 1);
    }

    private static Asked flawed(String field, String key, Object... with) {
        return new Asked.Flawed(List.of(Flaw.of(field, key, with)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}
