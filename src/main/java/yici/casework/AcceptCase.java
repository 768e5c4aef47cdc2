package yici.casework;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;

/** 受理: the application is complete and this body's business. */
@Component
class AcceptCase {

    private final OfficersHand hand;
    private final IssuePaper papers;

    AcceptCase(OfficersHand hand, IssuePaper papers) {
        this.hand = hand;
        this.papers = papers;
    }

    @Transactional
    public Acted accept(SignedIn me, UUID application, int no) {
        return hand.on(me, application, no, CaseStep.ACCEPT, (work, file) -> {
            accept(work, no, Actor.officer(me));
            return new Acted.Done(work.get(no).state());
        });
    }

    void accept(Work work, int no, Actor by) {
        work.step(no, CaseStep.ACCEPT, by, "");
        work.line(no, CaseAct.ACCEPTED, by, "");
        papers.of(work, no, DocumentKind.ACCEPTANCE, Map.of());
    }
}
