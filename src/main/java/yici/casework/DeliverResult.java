package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.casework.CaseClock.Key;
import yici.identity.SignedIn;

/**
 * 送达: the licence is in the applicant's hands within ten working days of the decision (Administrative Licence Law, article 44). An
 * electronic one is, when the applicant opens it.
 */
@Component
class DeliverResult {

    private final ApplicantsHand hand;
    private final AskReview askReview;

    DeliverResult(ApplicantsHand hand, AskReview askReview) {
        this.hand = hand;
        this.askReview = askReview;
    }

    /** From then on it may be objected to, where the law gives a time for it; opening it again changes nothing. */
    @Transactional
    public void opened(SignedIn me, UUID application, int no, int attempt) {
        var work = hand.open(me, application);
        var clock = work.clocks().find(new Key(no, attempt, CaseTime.DELIVERY)).filter(CaseClock::isOpen);
        if (attempt == work.get(no).attempt()) askReview.told(work, no);
        clock.ifPresent(c -> {
            work.clocks().end(c.key(), work.today());
            work.line(no, CaseAct.DELIVERED, Actor.applicant(me), "");
        });
        if (!work.clocks().changed().isEmpty()) hand.close(work);
    }
}
