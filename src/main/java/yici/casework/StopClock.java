package yici.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.calendar.Cause;
import yici.calendar.LegalClock;
import yici.calendar.LegalClock.Pausing;
import yici.calendar.LegalClock.Resuming;
import yici.identity.SignedIn;

/**
 * 特别程序: a hearing, an expert review, a test, a public notice. The applicant is told in writing why and how long; that time is not the
 * body's (Administrative Licence Law, article 45). It ends on the day named, or earlier by the officer's word.
 */
@Component
class StopClock {

    private final OfficersHand hand;
    private final Notices notices;
    private final IssuePaper papers;

    StopClock(OfficersHand hand, Notices notices, IssuePaper papers) {
        this.hand = hand;
        this.notices = notices;
        this.papers = papers;
    }

    /** @param planned the last day of the time it takes, as the applicant is told */
    @Transactional
    public Acted stop(
            SignedIn me, UUID application, int no, Optional<Cause> cause, Optional<LocalDate> planned, String reason) {
        if (cause.filter(Cause::namesItsTime).isEmpty()) return new Acted.Missing("cause");
        if (planned.isEmpty()) return new Acted.Missing("planned");
        if (reason.isBlank()) return new Acted.Missing("reason");
        return hand.on(
                me,
                application,
                no,
                CaseStep.STOP_CLOCK,
                (work, _) -> stop(work, no, cause.get(), planned.get(), reason.strip(), Actor.officer(me)));
    }

    private Acted stop(Work work, int no, Cause cause, LocalDate planned, String reason, Actor by) {
        var clock = work.clocks().open(no, CaseTime.PROMISED);
        if (clock.isEmpty()) return new Acted.NotNow(work.get(no).state());
        var calendar = work.dates().calendar(clock.get().area());
        if (running(work, no, clock.get()).pause(cause, cause.article(), work.today(), Optional.of(planned), calendar)
                instanceof Pausing.Refused refused) return new Acted.MayNotStop(refused);

        CaseTime.stopClock(work, no, cause, reason, by, planned);
        work.line(no, CaseAct.STOPPED, by, reason);
        papers.of(
                work,
                no,
                DocumentKind.SPECIAL_PROCEDURE,
                Map.of("cause", cause.code(), "reason", reason, "until", planned.toString()));
        return new Acted.Done(CaseState.SPECIAL_PROCEDURE);
    }

    /** The wait for what is owed gives way to the special procedure. */
    private static LegalClock running(Work work, int no, CaseClock clock) {
        return CaseTime.waitsForOwed(work, no)
                        && clock.clock().resume(work.today()) instanceof Resuming.Done(var running)
                ? running
                : clock.clock();
    }

    /** It is over before the day that was named; a public notice that the guide asks for never is. */
    @Transactional
    public Acted runAgain(SignedIn me, UUID application, int no, String outcome) {
        return hand.on(me, application, no, CaseStep.RUN_AGAIN, (work, file) -> {
            var notice = notices.find(application, no, file.attempt()).filter(n -> n.runs(work.today()));
            if (notice.isPresent()) return new Acted.NoticeRuns(notice.get().endsOn());
            work.step(no, CaseStep.RUN_AGAIN, Actor.officer(me), "");
            work.line(no, CaseAct.RESUMED, Actor.officer(me), outcome.strip());
            return new Acted.Done(CaseState.ACCEPTED);
        });
    }
}
