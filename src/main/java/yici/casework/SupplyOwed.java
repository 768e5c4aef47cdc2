package yici.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application;
import yici.application.Applications;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** 容缺补交: the applicant hands in what is owed. What is there is there for every case that needs it. */
@Component
class SupplyOwed {

    sealed interface Supplied {
        /** @param left what this case still waits for */
        record Received(List<Debt> left) implements Supplied {}

        /** No file for anything that is owed. */
        record Nothing(List<Debt> open) implements Supplied {}

        /** Nothing is owed, or no more: the case is decided, or the day has passed. */
        record NothingOwed(CaseState state) implements Supplied {}
    }

    private final ApplicantsHand hand;
    private final LawTakesEffect law;
    private final Applications applications;
    private final IssuePaper papers;

    SupplyOwed(ApplicantsHand hand, LawTakesEffect law, Applications applications, IssuePaper papers) {
        this.hand = hand;
        this.law = law;
        this.applications = applications;
        this.papers = papers;
    }

    /** @param files already stored; only those for a document that this case waits for are taken */
    @Transactional
    public Supplied supply(SignedIn me, UUID application, int no, List<Application.Supplied> files) {
        var work = hand.open(me, application);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        law.takesEffect(work);
        var open = work.debts().open(no);
        if (open.isEmpty() || !work.get(no).state().open()) {
            if (!work.lines().isEmpty()) hand.close(work);
            return new Supplied.NothingOwed(work.get(file.no()).state());
        }
        var taken = files.stream()
                .filter(f -> open.stream().anyMatch(d -> d.evidence().equals(f.evidence())))
                .toList();
        if (taken.isEmpty()) return new Supplied.Nothing(open);

        taken.forEach(f -> applications.supply(application, f));
        isThere(work, taken, Actor.applicant(me));
        hand.close(work);
        return new Supplied.Received(work.debts().open(no));
    }

    /** Whatever way it came: as what was owed, as an answer to a correction, with an item added or applied for again. */
    void isThere(Work work, Collection<Application.Supplied> files, Actor by) {
        var keys = files.stream().map(Application.Supplied::evidence).collect(Collectors.toSet());
        var supplied = work.debts().supplied(keys, work.moment());
        for (int no : supplied.stream().map(Debt::no).collect(Collectors.toCollection(TreeSet::new))) {
            var names = supplied.stream()
                    .filter(d -> d.no() == no)
                    .map(d -> d.name().zh());
            work.line(no, CaseAct.OWED_SUPPLIED, by, names.collect(Collectors.joining("、")));
            if (work.debts().open(no).isEmpty()) CaseTime.owedIsThere(work, no);
            if (work.get(no).state().open()) receipt(work, no, files);
        }
    }

    private void receipt(Work work, int no, Collection<Application.Supplied> files) {
        var names = files.stream().map(Application.Supplied::fileName).collect(Collectors.joining("\n"));
        papers.of(work, no, DocumentKind.OWED_RECEIPT, Map.of("files", names));
    }
}
