package yici.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/**
 * How every act of an officer begins and ends: the lock; may this officer; is it still undecided; does a colleague hold it; is the step legal;
 * then the act itself, which renews the lease; then all of it is written down.
 */
@Component
class OfficersHand {

    static final Duration LEASE = Duration.ofMinutes(15);

    private final Policy policy;
    private final Bundles bundles;
    private final OpenWork openWork;
    private final SaveWork save;
    private final LawTakesEffect law;
    private final BeginNotice beginNotice;
    private final Clocks clocks;

    OfficersHand(
            Policy policy,
            Bundles bundles,
            OpenWork openWork,
            SaveWork save,
            LawTakesEffect law,
            BeginNotice beginNotice,
            Clocks clocks) {
        this.policy = policy;
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.law = law;
        this.beginNotice = beginNotice;
        this.clocks = clocks;
    }

    /**
     * Runs in the caller's transaction. What the law has made of time that ran out comes first, if no job was faster. The act answers {@link
     * Acted.Done} when it has changed something.
     */
    Acted on(SignedIn me, UUID application, int no, CaseStep step, BiFunction<Work, CaseFile, Acted> act) {
        return write(
                open(me, application, no),
                work -> comesTooLate(work, no, step)
                        ? new Acted.CountsAsAccepted(
                                work.get(no).standing().receivedOn().orElse(work.today()))
                        : take(me, work, no, hindrance(me, work.get(no), step), act));
    }

    /** An act that leaves the case where it stands. */
    Acted within(SignedIn me, UUID application, int no, CaseState state, BiFunction<Work, CaseFile, Acted> act) {
        return write(open(me, application, no), work -> {
            var file = work.get(no);
            var elsewhere = Optional.<Acted>of(new Acted.NotNow(file.state())).filter(_ -> file.state() != state);
            return take(me, work, no, inOtherHands(me, file).or(() -> elsewhere), act);
        });
    }

    /** An act after the decision, which no lease guards: the lock does. */
    Acted afterwards(SignedIn me, UUID application, int no, Function<Work, Acted> act) {
        return write(open(me, application, no), act);
    }

    private Acted write(Work work, Function<Work, Acted> act) {
        law.takesEffect(work);
        var acted = act.apply(work);
        if (acted instanceof Acted.Done || !work.lines().isEmpty()) {
            beginNotice.where(work);
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

    private Acted take(
            SignedIn me, Work work, int no, Optional<Acted> hindrance, BiFunction<Work, CaseFile, Acted> act) {
        if (hindrance.isPresent()) return hindrance.get();
        work.put(work.get(no).with(Optional.of(lease(me))));
        return act.apply(work, work.get(no));
    }

    private Work open(SignedIn me, UUID application, int no) {
        var bundle = bundles.lockForOfficer(application, no, me).orElseThrow(() -> new NotFound("case"));
        var work = openWork.of(bundle);
        if (!policy.allows(me, Deed.HANDLE_CASE, work.bundle().thing(work.get(no)))) throw new NotFound("case");
        return work;
    }

    private Optional<Acted> hindrance(SignedIn me, CaseFile file, CaseStep step) {
        if (file.state() == step.to() && sentTwice(me, file, step)) return Optional.of(new Acted.Done(file.state()));
        var hands = inOtherHands(me, file);
        if (hands.isPresent()) return hands;
        return step.legalFrom(file.state()) ? Optional.empty() : Optional.of(new Acted.NotNow(file.state()));
    }

    private Optional<Acted> inOtherHands(SignedIn me, CaseFile file) {
        var decision = file.standing().decision();
        if (file.state().decided() && decision.isPresent())
            return Optional.of(new Acted.AlreadyDecided(
                    file.state(), decision.get().by(), decision.get().at()));
        return file.heldAgainst(me.account(), clocks.now()).map(held -> new Acted.HeldBy(held.name(), held.until()));
    }

    /** A second click is no error: what it asks for is so. */
    private static boolean sentTwice(SignedIn me, CaseFile file, CaseStep step) {
        return switch (step) {
            case ACCEPT -> true;
            case STOP_CLOCK, RUN_AGAIN ->
                file.lease().filter(l -> l.holder().equals(me.account())).isPresent();
            default ->
                file.standing().decision().flatMap(CaseFile.Decision::decider).equals(Optional.of(me.account()));
        };
    }

    private CaseFile.Lease lease(SignedIn me) {
        return new CaseFile.Lease(me.account(), me.name(), clocks.now().plus(LEASE));
    }
}
