package yici.casework;

import java.util.Map;
import org.springframework.stereotype.Component;
import yici.catalogue.Guide;

/** 容缺逾期: the applicant is reminded of what is owed, and what the guide says happens when it does not come. */
@Component
class OwedRanOut {

    private final IssuePaper papers;

    OwedRanOut(IssuePaper papers) {
        this.papers = papers;
    }

    void remind(Work work, CaseClock clock) {
        work.line(clock.no(), CaseAct.OWED_REMINDED, Actor.RULES, work.debts().openNames(clock.no()));
        work.clocks().reminded(clock, work.today());
    }

    /** Nothing is lost: the same item can be applied for again, with what was missing. */
    void missed(Work work, int no) {
        var open = work.debts().open(no);
        if (open.isEmpty() || !work.allows(no, CaseStep.RETURN_OWED)) return;
        String reason = "容缺材料到期未补交：" + work.debts().openNames(no);
        boolean refuse = open.getFirst().missed() == Guide.Missed.REFUSE;
        work.line(no, CaseAct.OWED_MISSED, Actor.RULES, work.debts().openNames(no));
        work.step(no, refuse ? CaseStep.REFUSE_OWED : CaseStep.RETURN_OWED, Actor.RULES, reason);
        work.line(no, refuse ? CaseAct.REFUSED : CaseAct.RETURNED, Actor.RULES, reason);
        papers.of(
                work,
                no,
                refuse ? DocumentKind.REFUSAL : DocumentKind.RETURN,
                Map.of("owedMissed", "true", "reason", reason));
        work.settle();
    }
}
