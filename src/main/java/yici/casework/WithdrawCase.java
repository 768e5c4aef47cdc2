package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** The applicant takes back one case, or all that are not decided. */
@Component
class WithdrawCase {

    sealed interface Withdrawn {
        /** @param cases how many */
        record Done(int cases) implements Withdrawn {}

        record TooLate(CaseState state) implements Withdrawn {}
    }

    private final ApplicantsHand hand;

    WithdrawCase(ApplicantsHand hand) {
        this.hand = hand;
    }

    @Transactional
    public Withdrawn withdraw(SignedIn me, UUID application, int no) {
        var work = hand.open(me, application);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        if (file.state() == CaseState.WITHDRAWN) return new Withdrawn.Done(1);
        if (!work.allows(no, CaseStep.WITHDRAW)) return new Withdrawn.TooLate(file.state());

        takeBack(me, work, no);
        hand.close(work);
        return new Withdrawn.Done(1);
    }

    @Transactional
    public Withdrawn withdrawAll(SignedIn me, UUID application) {
        var work = hand.open(me, application);
        var open = work.cases().stream()
                .map(CaseFile::no)
                .filter(no -> work.allows(no, CaseStep.WITHDRAW))
                .toList();
        open.forEach(no -> takeBack(me, work, no));
        if (!open.isEmpty()) hand.close(work);
        return new Withdrawn.Done(open.size());
    }

    private static void takeBack(SignedIn me, Work work, int no) {
        var by = Actor.applicant(me);
        work.step(no, CaseStep.WITHDRAW, by, "");
        work.line(no, CaseAct.WITHDRAWN, by, "");
    }
}
