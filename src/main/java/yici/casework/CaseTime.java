package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yici.calendar.Cause;
import yici.calendar.LegalClock;
import yici.calendar.Limit;
import yici.calendar.Reckoning;
import yici.casework.CaseClock.Key;
import yici.catalogue.Guide;
import yici.kit.View;

/** Which clock of the law each step of a case starts, stops and ends; and the days a case shows for it. */
final class CaseTime {

    /** Five working days to say what is missing; silence accepts (Administrative Licence Law, article 32). */
    static final String CORRECTION = "licence.correction";
    /** What the guide promises. */
    static final String PROMISED = "licence.promised";
    /** What the law allows at most (article 42). */
    static final String DECISION = "licence.decision";
    /** Ten working days to hand the licence over (article 44). */
    static final String DELIVERY = "licence.delivery";
    /** Until the old licence runs out (article 50). */
    static final String RENEWAL = "licence.renewal";
    /** Thirty days before that it has to be applied for. */
    private static final String RENEWAL_APPLICATION = "licence.renewal-application";
    /** What the guide promises for the whole life event. */
    static final String WHOLE_PROMISED = "life-event.promised";
    /** Several bodies together: 45 working days, and 15 more (article 42). */
    static final String JOINT = "licence.joint";

    /** 告知承诺核查: after the approval, whether what was promised is true. */
    static final String COMMITMENT = "commitment.check";
    /** What may come later: so many working days, as the guide says. */
    static final String OWED = "owed.evidence";

    /** Three working days to answer an objection to a public notice, where the guide names this clock. */
    static final String OBJECTION = "notice.objection";

    private CaseTime() {}

    /** After a step of one case. */
    static void after(CaseStep step, Work work, int no, Actor by, String note) {
        var clocks = work.clocks();
        var today = work.today();
        switch (step) {
            case START -> {
                received(work, no, true);
                waitForOwed(work, no);
            }
            case START_CHECK -> received(work, no, false);
            case ANSWER_CORRECTION -> {
                clocks.resume(no, today);
                received(work, no, true);
                waitForOwed(work, no);
            }
            case HAND_TO_OFFICER -> begin(work, no, CORRECTION, correctionLimit(work));
            case ACCEPT, DEEM_ACCEPTED -> clocks.end(key(work, no, CORRECTION), today);
            case ASK_CORRECTION -> {
                clocks.end(key(work, no, CORRECTION), today);
                clocks.resume(no, today); // the wait for what is owed gives way
                clocks.stand(no, work.get(no).attempt(), Cause.CORRECTION, note, by.name(), today, Optional.empty());
            }
            case RUN_AGAIN -> {
                clocks.resume(no, today);
                waitForOwed(work, no);
            }
            case CONFIRM, REFUSE, NOT_ACCEPT, WITHDRAW, RETURN_OWED, REFUSE_OWED, TERMINATE -> ended(work, no);
            case APPROVE -> {
                ended(work, no);
                if (handsOutPaper(work.get(no))) begin(work, no, DELIVERY, limitOf(work, DELIVERY));
            }
            case REVIEW -> clocks.endAll(no, today); // of the finding that is no longer the last word
            case BLOCK, WAIT_AGAIN, REAPPLY, STOP_CLOCK -> {}
        }
        show(work, no);
    }

    /** 特别程序: from the day after it was told, until it is over. */
    static void stopClock(Work work, int no, Cause cause, String reason, Actor by, LocalDate planned) {
        work.step(no, CaseStep.STOP_CLOCK, by, reason);
        work.clocks().resume(no, work.today()); // the wait for what is owed gives way
        work.clocks().stand(no, work.get(no).attempt(), cause, reason, by.name(), work.today(), Optional.of(planned));
        show(work, no);
    }

    /** From the first day on; what was promised stands still until everything is there, what the law allows at most does not. */
    private static void waitForOwed(Work work, int no) {
        var owed = work.debts().open(no);
        if (owed.isEmpty()) return;
        if (work.clocks().open(no, OWED).isEmpty())
            begin(work, no, OWED, Limit.workingDays(owed.getFirst().workingDays()));
        var clock = work.clocks().open(no, OWED).orElseThrow();
        work.clocks()
                .stand(
                        no,
                        clock.attempt(),
                        Cause.OWED,
                        work.debts().openNames(no),
                        "",
                        work.today(),
                        clock.dates().due());
    }

    /** The office answers within the clock the guide names; of several objections the oldest decides until when. */
    static void objected(Work work, PublicNotice notice) {
        var rule = notice.said().objections().orElseThrow().clock();
        if (work.clocks().open(notice.no(), rule).isEmpty()) begin(work, notice.no(), rule, limitOf(work, rule));
        show(work, notice.no());
    }

    /** @param waiting since when the oldest of the others waits */
    static void objectionAnswered(Work work, PublicNotice notice, Optional<Instant> waiting) {
        var rule = notice.said().objections().orElseThrow().clock();
        work.clocks().end(key(work, notice.no(), rule), work.today());
        waiting.ifPresent(since -> work.asOf(since, () -> begin(work, notice.no(), rule, limitOf(work, rule))));
        show(work, notice.no());
    }

    /** Everything owed is there. */
    static void owedIsThere(Work work, int no) {
        work.clocks().end(key(work, no, OWED), work.today());
        if (waitsForOwed(work, no)) work.clocks().resume(no, work.today());
        show(work, no);
    }

    static boolean waitsForOwed(Work work, int no) {
        return work.clocks().standing(no).filter(s -> s.cause() == Cause.OWED).isPresent();
    }

    private static void received(Work work, int no, boolean byOfficer) {
        var file = work.get(no);
        begin(work, no, PROMISED, file.planned().limit().asClock());
        statutory(work, file).ifPresent(limit -> begin(work, no, DECISION, limit));
        if (byOfficer) begin(work, no, CORRECTION, correctionLimit(work));
        file.planned().renewsUntil().ifPresent(last -> renewal(work, no, last));
    }

    /** Who applies thirty days before the licence runs out is renewed by it running out undecided (article 50). */
    private static void renewal(Work work, int no, LocalDate last) {
        var today = work.today();
        boolean runs = work.clocks().open(no, RENEWAL).isPresent();
        int ahead = limitOf(work, RENEWAL_APPLICATION).value();
        if (last.isAfter(today) && (runs || !today.isAfter(last.minusDays(ahead))))
            begin(work, no, RENEWAL, Limit.until(today, last));
    }

    /** As the guide says; a licence without a word of the guide has what the law says. */
    private static Optional<Limit> statutory(Work work, CaseFile file) {
        var said = file.planned().statutory().map(Guide.Limit::asClock);
        if (said.isPresent() || file.planned().nodeType() != Guide.NodeType.APPROVE) return said;
        return work.dates()
                .rule(DECISION)
                .limit()
                .filter(law -> file.planned().limit().asClock().unit() != law.unit()
                        || !file.planned().limit().asClock().isLongerThan(law));
    }

    private static void ended(Work work, int no) {
        var clock = work.clocks().open(no, PROMISED);
        var used = clock.map(c -> c.usedBefore() + work.clocks().used(c, work.today()));
        work.clocks().endAll(no, work.today());
        var file = work.get(no);
        work.put(file.with(file.standing().timed(file.standing().time().over(used))));
    }

    /** The days on the desk and on the applicant's page follow the clocks. */
    static void show(Work work, int no) {
        var file = work.get(no);
        var promised = work.clocks().open(no, PROMISED);
        if (promised.isEmpty()) return;
        var before = file.standing().time();
        var first = Stream.of(
                        promised,
                        work.clocks().open(no, DECISION),
                        work.clocks().open(no, OBJECTION))
                .flatMap(Optional::stream)
                .filter(c -> c.dates().due().isPresent())
                .min(Comparator.comparing(c -> c.dates().due().orElseThrow()));
        var time = new CaseFile.Time(
                due(work, no, CORRECTION),
                promised.get()
                        .dates()
                        .due()
                        .or(() -> expected(work, promised.get()))
                        .orElse(before.dueOn()),
                due(work, no, DECISION).or(before::statutoryDue),
                first.flatMap(c -> c.dates().warnOn()),
                first.flatMap(c -> c.dates().redOn()),
                promised.get().dates().provisional(),
                Optional.empty());
        work.put(file.with(file.standing().timed(time)));
    }

    private static Optional<LocalDate> due(Work work, int no, String rule) {
        return work.clocks().open(no, rule).flatMap(c -> c.dates().due());
    }

    private static Optional<LocalDate> expected(Work work, CaseClock clock) {
        return Reckoning.due(clock.clock(), work.dates().calendar(clock.area())).lastDay();
    }

    /** For a case that waits: if those before it take their whole time. */
    static LocalDate expected(Work work, CaseFile file, LocalDate last) {
        var clock = new LegalClock(
                work.dates().rule(PROMISED),
                file.planned().limit().asClock(),
                last.atStartOfDay(),
                List.of(),
                List.of());
        return Reckoning.due(clock, work.dates().calendar(work.areaOf(file.no())))
                .lastDay()
                .orElse(last);
    }

    /** The clocks of the application as a whole begin with its first case. */
    static void open(Work work, Limit promised) {
        begin(work, RunningClocks.WHOLE, 1, WHOLE_PROMISED, promised);
        boolean joint = work.cases().stream()
                        .filter(c -> c.planned().nodeType() == Guide.NodeType.APPROVE)
                        .map(CaseFile::body)
                        .distinct()
                        .count()
                > 1;
        if (joint) begin(work, RunningClocks.WHOLE, 1, JOINT, limitOf(work, JOINT));
    }

    /**
     * They end with the last case, begin again when one is applied for again, and stand still while nothing at all is with an authority: as
     * long as one body can work, the whole goes on.
     */
    static void ofTheWhole(Work work) {
        var clocks = work.clocks();
        var today = work.today();
        var all = clocks.of(RunningClocks.WHOLE);
        if (all.isEmpty()) return;
        if (work.openCases() == 0) {
            clocks.endAll(RunningClocks.WHOLE, today);
            return;
        }
        if (all.stream().noneMatch(CaseClock::isOpen)) {
            int last = all.stream().mapToInt(CaseClock::attempt).max().orElseThrow();
            all.stream()
                    .filter(c -> c.attempt() == last)
                    .forEach(c -> begin(
                            work,
                            RunningClocks.WHOLE,
                            last + 1,
                            c.rule(),
                            c.clock().limit()));
        }
        standOrRun(work);
    }

    private static void standOrRun(Work work) {
        var clocks = work.clocks();
        var begun = work.cases().stream()
                .filter(c -> c.state().open() && c.state() != CaseState.WAITING)
                .toList();
        boolean nobodys =
                !begun.isEmpty() && begun.stream().allMatch(c -> c.state().standsStill() || onlyWaits(work, c));
        var standing = clocks.standing(RunningClocks.WHOLE);
        if (!nobodys) clocks.resume(RunningClocks.WHOLE, work.today());
        else if (standing.isEmpty()) {
            var first = clocks.standing(begun.getFirst().no());
            int attempt = clocks.of(RunningClocks.WHOLE).getLast().attempt();
            first.ifPresent(
                    s -> clocks.stand(RunningClocks.WHOLE, attempt, s.cause(), "", "", work.today(), Optional.empty()));
        }
    }

    /** Accepted, and nothing more can come of it until what is owed is there. */
    private static boolean onlyWaits(Work work, CaseFile file) {
        return file.state() == CaseState.ACCEPTED && waitsForOwed(work, file.no());
    }

    /** The promised last day of the whole, where it runs. */
    static LocalDate wholeDue(Work work) {
        return work.clocks()
                .open(RunningClocks.WHOLE, WHOLE_PROMISED)
                .flatMap(c -> c.dates().due())
                .orElse(work.bundle().jointDue());
    }

    /** Working days the whole was with authorities, each time it was open. */
    static int usedByAuthorities(Work work) {
        var clocks = work.clocks();
        return clocks.of(RunningClocks.WHOLE).stream()
                .filter(c -> c.rule().equals(WHOLE_PROMISED))
                .mapToInt(c -> c.usedBefore() + clocks.used(c, c.endedOn().orElse(work.today())))
                .sum();
    }

    static void begin(Work work, int no, String rule, Limit limit) {
        begin(work, no, work.get(no).attempt(), rule, limit);
    }

    private static void begin(Work work, int no, int attempt, String rule, Limit limit) {
        work.clocks()
                .begin(no, attempt, rule, limit, work.areaOf(no), LocalDateTime.ofInstant(work.moment(), View.ZONE));
    }

    private static Key key(Work work, int no, String rule) {
        return new Key(no, work.get(no).attempt(), rule);
    }

    private static Limit correctionLimit(Work work) {
        return limitOf(work, CORRECTION);
    }

    static Limit limitOf(Work work, String rule) {
        return work.dates().rule(rule).limit().orElseThrow(() -> new IllegalStateException(rule + " has no limit"));
    }

    private static boolean handsOutPaper(CaseFile file) {
        return file.planned().nodeType() == Guide.NodeType.APPROVE
                || file.planned().nodeType() == Guide.NodeType.REGISTER;
    }
}
