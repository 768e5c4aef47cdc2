package yici.casework;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.calendar.Approver;
import yici.calendar.LegalClock.Extending;
import yici.calendar.Limit;
import yici.identity.SignedIn;

/**
 * 延长: once, by ten working days at most, approved by the head of the authority, with the reason told to the applicant (Administrative
 * Licence Law, article 42). The law's limit is prolonged, the promise stays what was promised: when it passes, the reason is published.
 */
@Component
class ExtendLimit {

    private final OfficersHand hand;
    private final IssuePaper papers;

    ExtendLimit(OfficersHand hand, IssuePaper papers) {
        this.hand = hand;
        this.papers = papers;
    }

    /**
     * @param rule the case's own limit, or the joint one of several bodies, which the head of the government prolongs
     * @param approver name and office of the head who has approved, with the number of the approval; {@code days} are working days
     */
    @Transactional
    public Acted extend(SignedIn me, UUID application, int no, String rule, int days, String approver, String reason) {
        if (days < 1) return new Acted.Missing("days");
        if (reason.isBlank()) return new Acted.Missing("reason");
        return hand.within(
                me,
                application,
                no,
                CaseState.ACCEPTED,
                (work, _) -> extend(work, no, rule, Limit.workingDays(days), approver.strip(), reason.strip(), me));
    }

    private Acted extend(Work work, int no, String rule, Limit by, String approver, String reason, SignedIn me) {
        boolean joint = rule.equals(CaseTime.JOINT);
        var clock = work.clocks().open(joint ? RunningClocks.WHOLE : no, joint ? rule : CaseTime.DECISION);
        if (clock.isEmpty())
            return new Acted.MayNotExtend(new Extending.Refused(
                    Extending.Reason.NOT_FORESEEN,
                    work.dates().rule(CaseTime.DECISION).article()));
        var head = joint ? Approver.HEAD_OF_GOVERNMENT : Approver.HEAD_OF_AUTHORITY;
        var approved = approver.isEmpty() ? Optional.<Approver>empty() : Optional.of(head);
        var calendar = work.dates().calendar(clock.get().area());
        switch (clock.get().clock().extend(by, approved, work.today(), calendar)) {
            case Extending.Refused refused -> {
                return new Acted.MayNotExtend(refused);
            }
            case Extending.Done(var longer) -> work.clocks().extended(clock.get(), longer);
        }
        CaseTime.show(work, no);
        work.line(clock.get().no(), CaseAct.EXTENDED, Actor.officer(me), reason);
        var says = new HashMap<String, String>();
        says.put("reason", reason);
        says.put("approver", approver);
        says.put("days", "" + by.value());
        if (joint) says.put("joint", "true");
        papers.of(work, no, DocumentKind.EXTENSION, says);
        return new Acted.Done(work.get(no).state());
    }
}
