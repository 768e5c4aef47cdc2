package yici.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private final OpenWork openWork;
    private final SaveWork save;
    private final LawTakesEffect law;
    private final Clocks clocks;

    OfficersHand(Bundles bundles, OpenWork openWork, SaveWork save, LawTakesEffect law, Clocks clocks) {
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.law = law;
        this.clocks = clocks;
    }

    /**
     * Runs in the caller's transaction. What the law has made of time that ran out comes first, if no job was faster. The act answers {@link
     * Acted.Done} when it has changed something.
     */
    Acted on(SignedIn me, UUID application, int no, CaseStep step, BiFunction<Work, CaseFile, Acted> act) {
        var work = open(me, application, no);
        law.takesEffect(work);
        var acted = comesTooLate(work, no, step)
                ? new Acted.CountsAsAccepted(
                        work.get(no).standing().receivedOn().orElse(work.today()))
                : act(me, work, no, step, act);
        if (acted instanceof Acted.Done || !work.lines().isEmpty()) {
            work.settle();
            save.save(work);
        }
        return acted;
    }

    /** An act after the decision, which no lease guards: the lock does. */
    Acted afterwards(SignedIn me, UUID application, int no, Function<Work, Acted> act) {
        var work = open(me, application, no);
        law.takesEffect(work);
        var acted = act.apply(work);
        if (acted instanceof Acted.Done || !work.lines().isEmpty()) {
            work.settle();
            save.save(work);
        }
        return acted;
    }

    /** Accepted by silence: nothing can be asked for or sent elsewhere any more. */
    private static boolean comesTooLate(Work work, int no, CaseStep step) {
        var word = new CaseClock.Key(no, work.get(no).attempt(), CaseTime.CORRECTION);
        return step.needsAWordInTime()
                && work.get(no).state() == CaseState.ACCEPTED
                && work.clocks().find(word).flatMap(CaseClock::firedAt).isPresent();
    }

    private Acted act(SignedIn me, Work work, int no, CaseStep step, BiFunction<Work, CaseFile, Acted> act) {
        var file = work.get(no);
        var hindrance = hindrance(me, file, step);
        if (hindrance.isPresent()) return hindrance.get();
        work.put(file.with(Optional.of(lease(me))));
        return act.apply(work, work.get(no));
    }

    private Work open(SignedIn me, UUID application, int no) {
        var bundle = bundles.lockForOfficer(application, no, me.bodies()).orElseThrow(() -> new NotFound("case"));
        var work = openWork.of(bundle);
        if (work.get(no).body().filter(me::decidesFor).isEmpty()) throw new NotFound("case");
        return work;
    }

    private Optional<Acted> hindrance(SignedIn me, CaseFile file, CaseStep step) {
        if (file.state() == step.to() && sentTwice(me, file, step)) return Optional.of(new Acted.Done(file.state()));
        var decision = file.standing().decision();
        if (file.state().decided() && decision.isPresent())
            return Optional.of(new Acted.AlreadyDecided(
                    file.state(), decision.get().by(), decision.get().at()));
        var held = file.heldAgainst(me.account(), clocks.now());
        if (held.isPresent())
            return Optional.of(new Acted.HeldBy(held.get().name(), held.get().until()));
        if (!step.legalFrom(file.state())) return Optional.of(new Acted.NotNow(file.state()));
        return Optional.empty();
    }

    private static boolean sentTwice(SignedIn me, CaseFile file, CaseStep step) {
        var decider = file.standing().decision().flatMap(CaseFile.Decision::decider);
        return step == CaseStep.ACCEPT || decider.equals(Optional.of(me.account()));
    }

    private CaseFile.Lease lease(SignedIn me) {
        return new CaseFile.Lease(me.account(), me.name(), clocks.now().plus(LEASE));
    }
}
