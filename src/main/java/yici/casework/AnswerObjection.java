package yici.casework;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.casework.Objections.Objection;
import yici.identity.SignedIn;

/**
 * The office looks into an objection and says with reasons whether it is right. If it is, this way ends by decision, and the applicant is
 * told of the way that is left; if it is not, the case goes on as before.
 */
@Component
class AnswerObjection {

    /** Of two that say the same the second has its answer with the first. */
    private static final String SETTLED = "同一公示的另一异议成立，本程序已经终止。";

    private final OfficersHand hand;
    private final Objections objections;
    private final Notices notices;
    private final IssuePaper papers;

    AnswerObjection(OfficersHand hand, Objections objections, Notices notices, IssuePaper papers) {
        this.hand = hand;
        this.objections = objections;
        this.notices = notices;
        this.papers = papers;
    }

    @Transactional
    public Acted answer(SignedIn me, UUID application, int no, UUID objection, boolean upheld, String reason) {
        if (reason.isBlank()) return new Acted.Missing("reason");
        return hand.on(me, application, no, CaseStep.TERMINATE, (work, file) -> {
            var found =
                    objections.find(application, objection).filter(o -> o.no() == no && o.attempt() == file.attempt());
            if (found.isEmpty()) return new Acted.NotNow(file.state());
            if (found.get().answer().isPresent()) return new Acted.Done(file.state());
            var notice = notices.find(application, no, file.attempt()).orElseThrow();
            return upheld
                    ? uphold(me, work, notice, found.get(), reason.strip())
                    : reject(me, work, notice, found.get(), reason.strip());
        });
    }

    private Acted uphold(SignedIn me, Work work, PublicNotice notice, Objection objection, String reason) {
        int no = notice.no();
        objections.answer(objection, true, reason, me.name(), work.moment());
        objections.answerTheOthers(objection, SETTLED, me.name(), work.moment());
        work.step(no, CaseStep.TERMINATE, Actor.officer(me), reason);
        work.line(no, CaseAct.OBJECTION_UPHELD, Actor.officer(me), reason);
        papers.of(
                work,
                no,
                DocumentKind.REFUSAL,
                Map.of(
                        "reason", reason,
                        "objection", objection.number(),
                        "notice", notice.said().title().zh(),
                        "basis", notice.said().basis().zh()));
        return new Acted.Done(CaseState.TERMINATED);
    }

    private Acted reject(SignedIn me, Work work, PublicNotice notice, Objection objection, String reason) {
        objections.answer(objection, false, reason, me.name(), work.moment());
        work.line(notice.no(), CaseAct.OBJECTION_REJECTED, Actor.officer(me), reason);
        var waiting = objections.of(notice.application(), notice.no(), notice.attempt()).stream()
                .filter(o -> o.answer().isEmpty())
                .map(Objection::filedAt)
                .findFirst();
        CaseTime.objectionAnswered(work, notice, waiting);
        return new Acted.Done(work.get(notice.no()).state());
    }
}
