package yici.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.Form;
import yici.identity.SignedIn;

/**
 * 准予 or 不予: the decision on one case. Approving supplies what the next cases wait for and starts those that wait for nothing else; the
 * last decision closes the application. A case not yet accepted is accepted in the same breath (Administrative Licence Law, article 34).
 */
@Component
class DecideCase {

    private final OfficersHand hand;
    private final AcceptCase acceptCase;
    private final IssuePaper papers;
    private final Catalogue catalogue;
    private final CheckCommitment checkCommitment;
    private final BeginNotice beginNotice;
    private final Objections objections;
    private final Clocks clocks;

    DecideCase(
            OfficersHand hand,
            AcceptCase acceptCase,
            IssuePaper papers,
            Catalogue catalogue,
            CheckCommitment checkCommitment,
            BeginNotice beginNotice,
            Objections objections,
            Clocks clocks) {
        this.hand = hand;
        this.acceptCase = acceptCase;
        this.papers = papers;
        this.catalogue = catalogue;
        this.checkCommitment = checkCommitment;
        this.beginNotice = beginNotice;
        this.objections = objections;
        this.clocks = clocks;
    }

    /** @param values raw, by element: those the cases after this one wait for */
    @Transactional
    public Acted approve(SignedIn me, UUID application, int no, Map<String, String> values, String note) {
        return hand.on(me, application, no, CaseStep.APPROVE, (work, file) -> switch (check(
                work.bundle(), file, values)) {
            case Checked.Incomplete(var errors) -> new Acted.Incomplete(errors);
            case Checked.Complete(var canonical) ->
                keepsBack(work, file).orElseGet(() -> approve(work, no, Actor.officer(me), canonical, note.strip()));
        });
    }

    /** Complete, and still nothing can be granted yet. */
    private Optional<Acted> keepsBack(Work work, CaseFile file) {
        var owed = work.debts().open(file.no());
        if (!owed.isEmpty()) return Optional.of(new Acted.StillOwed(owed));
        var notice = beginNotice.outstanding(work, file).flatMap(Guide.ClockStop::notice);
        if (notice.isPresent())
            return Optional.of(new Acted.NoticeFirst(notice.get().title()));
        int waiting = objections.waiting(work.bundle().application(), file.no(), file.attempt());
        return waiting == 0 ? Optional.empty() : Optional.of(new Acted.ObjectionsOpen(waiting));
    }

    @Transactional
    public Acted refuse(SignedIn me, UUID application, int no, String reason) {
        if (reason.isBlank()) return new Acted.Missing("reason");
        return hand.on(me, application, no, CaseStep.REFUSE, (work, file) -> {
            var by = Actor.officer(me);
            acceptFirst(work, no, by);
            work.step(no, CaseStep.REFUSE, by, reason.strip());
            work.line(no, CaseAct.REFUSED, by, reason.strip());
            papers.of(work, no, DocumentKind.REFUSAL, Map.of("reason", reason.strip()));
            return new Acted.Done(CaseState.REFUSED);
        });
    }

    private Acted approve(Work work, int no, Actor by, Map<String, String> values, String note) {
        acceptFirst(work, no, by);
        work.step(no, CaseStep.APPROVE, by, note);
        checkCommitment.begin(work, no);
        work.line(no, CaseAct.APPROVED, by, note);
        work.handOver(no, values);
        papers.of(work, no, DocumentKind.APPROVAL, note.isEmpty() ? Map.of() : Map.of("note", note));
        return new Acted.Done(CaseState.APPROVED);
    }

    private void acceptFirst(Work work, int no, Actor by) {
        if (work.allows(no, CaseStep.ACCEPT)) acceptCase.accept(work, no, by);
    }

    private Checked check(Bundle bundle, CaseFile file, Map<String, String> values) {
        var elements = toHandOver(bundle, file);
        if (elements.isEmpty()) return new Checked.Complete(Map.of());
        var raw = new HashMap<>(values);
        raw.keySet().retainAll(file.planned().handsOver());
        return Form.check(elements, raw, clocks.clock());
    }

    /** What the approval has to supply, each required: somebody waits for it. */
    List<DataElement> toHandOver(Bundle bundle, CaseFile file) {
        if (file.planned().handsOver().isEmpty()) return List.of();
        return catalogue.edition(bundle.edition()).guide().elements().stream()
                .filter(e -> file.planned().handsOver().contains(e.key()))
                .map(DecideCase::required)
                .toList();
    }

    private static DataElement required(DataElement element) {
        return new DataElement(
                element.key(),
                element.label(),
                element.type(),
                true,
                element.options(),
                element.neededBy(),
                element.origin(),
                element.originDetail());
    }
}
