package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yici.catalogue.Guide;
import yici.kit.Translated;

/**
 * One service of an application, with the body that decides it.
 *
 * @param attempt counts from 1; one more each time the applicant applies for it again
 * @param filedOn the day this attempt was filed: who had the power then decides it
 * @param body who decides; empty is a gap an administrator fills
 * @param rightBody whom a body named that is not the right one; the next attempt goes there
 */
public record CaseFile(
        Planned planned,
        int attempt,
        LocalDate filedOn,
        Optional<String> body,
        Optional<String> rightBody,
        Standing standing,
        Optional<Lease> lease) {

    /**
     * What does not change.
     *
     * @param no from 1, in the application
     * @param after the cases this one starts after
     * @param handsOver elements whose values its approval supplies for those that follow
     * @param renewsUntil the last day of the licence it renews; empty when it renews none
     */
    public record Planned(
            int no,
            String item,
            Translated name,
            Guide.NodeType nodeType,
            String department,
            Guide.Limit limit,
            Optional<Guide.Limit> statutory,
            List<String> handsOver,
            List<Integer> after,
            Optional<LocalDate> renewsUntil) {}

    /**
     * Where it stands now.
     *
     * @param waitingFor how many of the cases before it are not approved yet
     * @param blockedBy the case whose ending keeps this one from starting
     * @param receivedOn the day everything was there; empty until it starts
     * @param note the reason, or what an officer should know
     */
    public record Standing(
            CaseState state,
            int waitingFor,
            Optional<Integer> blockedBy,
            Optional<LocalDate> receivedOn,
            Time time,
            Optional<Decision> decision,
            String note) {

        Standing received(CaseState next, LocalDate on) {
            return new Standing(next, 0, Optional.empty(), Optional.of(on), time, Optional.empty(), note);
        }

        Standing undecided(CaseState next, String reason) {
            return new Standing(next, waitingFor, Optional.empty(), receivedOn, time, Optional.empty(), reason);
        }

        Standing waiting(int unfinished, LocalDate expected) {
            return new Standing(
                    state, unfinished, Optional.empty(), receivedOn, Time.expected(expected), decision, note);
        }

        Standing blocked(int by) {
            return new Standing(state, waitingFor, Optional.of(by), receivedOn, time, decision, note);
        }

        Standing decided(CaseState end, Decision by, String reason) {
            return new Standing(end, waitingFor, blockedBy, receivedOn, time, Optional.of(by), reason);
        }

        Standing timed(Time next) {
            return new Standing(state, waitingFor, blockedBy, receivedOn, next, decision, note);
        }

        public Optional<LocalDate> acceptBy() {
            return time.acceptBy();
        }

        public LocalDate dueOn() {
            return time.dueOn();
        }

        public Optional<LocalDate> statutoryDue() {
            return time.statutoryDue();
        }
    }

    /**
     * The days that count for a case, copied from its clocks so that a desk is sorted and filtered without them.
     *
     * @param acceptBy silence until the end of this day means: accepted
     * @param dueOn promised; for a case that waits or stands still: to be expected
     * @param warnOn from this day on supervision warns, {@code redOn} it shows the red card; empty while nothing runs
     * @param provisional a year it touches has no published calendar yet
     * @param usedDays working days of the body until its decision, pauses not counted
     */
    public record Time(
            Optional<LocalDate> acceptBy,
            LocalDate dueOn,
            Optional<LocalDate> statutoryDue,
            Optional<LocalDate> warnOn,
            Optional<LocalDate> redOn,
            boolean provisional,
            Optional<Integer> usedDays) {

        static Time expected(LocalDate on) {
            return new Time(
                    Optional.empty(),
                    on,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());
        }

        /** Nothing runs any more; what was promised stays to be read. */
        Time over(Optional<Integer> used) {
            return new Time(Optional.empty(), dueOn, statutoryDue, Optional.empty(), Optional.empty(), false, used);
        }
    }

    /** @param decider empty when a register or the applicant ended it */
    public record Decision(Instant at, Optional<UUID> decider, String by) {}

    /** Who has the case open, so that no two work on it at once. */
    public record Lease(UUID holder, String name, Instant until) {}

    public int no() {
        return planned.no();
    }

    public String item() {
        return planned.item();
    }

    public Translated name() {
        return planned.name();
    }

    public CaseState state() {
        return standing.state();
    }

    /** As printed: the application's number and this case's. */
    public String number(Bundle bundle) {
        return bundle.number() + "-" + (no() < 10 ? "0" : "") + no();
    }

    /** Somebody else's lease that still runs. */
    Optional<Lease> heldAgainst(UUID account, Instant now) {
        return lease.filter(l -> !l.holder().equals(account) && l.until().isAfter(now));
    }

    CaseFile with(Standing next) {
        return new CaseFile(planned, attempt, filedOn, body, rightBody, next, lease);
    }

    CaseFile with(Optional<Lease> next) {
        return new CaseFile(planned, attempt, filedOn, body, rightBody, standing, next);
    }

    CaseFile sentTo(Optional<String> next) {
        return new CaseFile(planned, attempt, filedOn, next, rightBody, standing, lease);
    }

    CaseFile pointingTo(String right) {
        return new CaseFile(planned, attempt, filedOn, body, Optional.of(right), standing, lease);
    }

    /** Applied for again: at the body that was named as the right one, if one was. */
    CaseFile again(LocalDate today) {
        return new CaseFile(
                planned,
                attempt + 1,
                today,
                rightBody.isPresent() ? rightBody : body,
                Optional.empty(),
                standing,
                Optional.empty());
    }
}
