package yici.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/**
 * How every act of an officer begins and ends: the lock; may this officer; is it still undecided; does a colleague hold it; is the step legal;
 * then the act itself, which renews the lease; then all of it is written down.
 */
@Component
class OfficersHand {

    static final Duration LEASE = Duration.ofMinutes(15);

    private final Bundles bundles;
    private final Registers registers;
    private final SaveWork save;
    private final DeemAccepted deemAccepted;
    private final Clocks clocks;

    OfficersHand(Bundles bundles, Registers registers, SaveWork save, DeemAccepted deemAccepted, Clocks clocks) {
        this.bundles = bundles;
        this.registers = registers;
        this.save = save;
        this.deemAccepted = deemAccepted;
        this.clocks = clocks;
    }

    /** Runs in the caller's transaction. The act answers {@link Acted.Done} when it has changed something. */
    Acted on(SignedIn me, UUID application, int no, CaseStep step, BiFunction<Work, CaseFile, Acted> act) {
        var work = open(me, application, no);
        var file = work.get(no);
        var hindrance = hindrance(me, work, file, step);
        if (hindrance.isPresent()) return hindrance.get();

        work.put(file.with(Optional.of(lease(me))));
        var acted = act.apply(work, work.get(no));
        if (acted instanceof Acted.Done) {
            work.settle();
            save.save(work);
        }
        return acted;
    }

    private Work open(SignedIn me, UUID application, int no) {
        var bundle = bundles.lockForOfficer(application, no, me.bodies()).orElseThrow(() -> new NotFound("case"));
        var cases = bundles.lockCases(application);
        var work = new Work(bundle, cases, clocks, c -> registers.answer(bundle.lifeEvent(), c.item()));
        if (work.get(no).body().filter(me::decidesFor).isEmpty()) throw new NotFound("case");
        return work;
    }

    private Optional<Acted> hindrance(SignedIn me, Work work, CaseFile file, CaseStep step) {
        if (file.state() == step.to() && sentTwice(me, file, step)) return Optional.of(new Acted.Done(file.state()));
        var decision = file.standing().decision();
        if (file.state().decided() && decision.isPresent())
            return Optional.of(new Acted.AlreadyDecided(
                    file.state(), decision.get().by(), decision.get().at()));
        var held = file.heldAgainst(me.account(), clocks.now());
        if (held.isPresent())
            return Optional.of(new Acted.HeldBy(held.get().name(), held.get().until()));
        if (!step.legalFrom(file.state())) return Optional.of(new Acted.NotNow(file.state()));
        return silence(work, file, step);
    }

    private static boolean sentTwice(SignedIn me, CaseFile file, CaseStep step) {
        var decider = file.standing().decision().flatMap(CaseFile.Decision::decider);
        return step == CaseStep.ACCEPT || decider.equals(Optional.of(me.account()));
    }

    /** Too late to send back: the law has accepted it meanwhile, and that is written down now if no job was faster. */
    private Optional<Acted> silence(Work work, CaseFile file, CaseStep step) {
        if (step != CaseStep.ASK_CORRECTION && step != CaseStep.NOT_ACCEPT) return Optional.empty();
        var end = file.standing().acceptBy().filter(by -> clocks.today().isAfter(by));
        if (end.isEmpty()) return Optional.empty();
        deemAccepted.accept(work, file.no());
        save.save(work);
        return Optional.of(
                new Acted.CountsAsAccepted(file.standing().receivedOn().orElse(end.get())));
    }

    private CaseFile.Lease lease(SignedIn me) {
        return new CaseFile.Lease(me.account(), me.name(), clocks.now().plus(LEASE));
    }
}
