package yici.casework;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;

/** 不予受理: not this body's business. The right one is named, and a new attempt goes there. */
@Component
class NotAccept {

    private final OfficersHand hand;
    private final IssuePaper papers;
    private final Bodies bodies;

    NotAccept(OfficersHand hand, IssuePaper papers, Bodies bodies) {
        this.hand = hand;
        this.papers = papers;
        this.bodies = bodies;
    }

    @Transactional
    public Acted notAccept(SignedIn me, UUID application, int no, String rightBody, String reason) {
        var right = bodies.find(rightBody);
        if (right.isEmpty()) return new Acted.Missing("body");
        if (reason.isBlank()) return new Acted.Missing("reason");

        return hand.on(me, application, no, CaseStep.NOT_ACCEPT, (work, file) -> {
            if (file.body().equals(Optional.of(rightBody))) return new Acted.Missing("body");
            tell(work, no, Actor.officer(me), right.get(), reason.strip());
            return new Acted.Done(work.get(no).state());
        });
    }

    private void tell(Work work, int no, Actor by, PublicBody right, String reason) {
        work.put(work.get(no).pointingTo(right.id()));
        work.step(no, CaseStep.NOT_ACCEPT, by, reason);
        work.line(no, CaseAct.NOT_ACCEPTED, by, reason);
        var says = new HashMap<String, String>();
        says.put("reason", reason);
        IssuePaper.both(says::put, "rightBody", right.name());
        papers.of(work, no, DocumentKind.NOT_ACCEPTED, says);
    }
}
