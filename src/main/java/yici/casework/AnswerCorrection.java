package yici.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application;
import yici.application.Applications;
import yici.catalogue.Catalogue;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.FieldError;
import yici.form.Form;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** The applicant answers a correction: only what was asked can change. The limits run anew from the day of the answer. */
@Component
class AnswerCorrection {

    sealed interface Answered {
        record Received() implements Answered {}

        /** @param errors by element; {@code missing} are documents asked for and not handed in */
        record Incomplete(Map<String, FieldError> errors, List<String> missing) implements Answered {}

        /** Answered before, or never asked. */
        record NothingAsked(CaseState state) implements Answered {}
    }

    private final ApplicantsHand hand;
    private final Corrections corrections;
    private final Applications applications;
    private final Catalogue catalogue;
    private final SupplyOwed supplyOwed;
    private final IssuePaper papers;
    private final Clocks clocks;

    AnswerCorrection(
            ApplicantsHand hand,
            Corrections corrections,
            Applications applications,
            Catalogue catalogue,
            SupplyOwed supplyOwed,
            IssuePaper papers,
            Clocks clocks) {
        this.hand = hand;
        this.corrections = corrections;
        this.applications = applications;
        this.catalogue = catalogue;
        this.supplyOwed = supplyOwed;
        this.papers = papers;
        this.clocks = clocks;
    }

    /**
     * @param raw as typed, by element
     * @param files already stored; only those that answer an asked document are taken
     */
    @Transactional
    public Answered answer(
            SignedIn me, UUID application, int no, Map<String, String> raw, List<Application.Supplied> files) {
        var work = hand.open(me, application);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        if (!work.allows(no, CaseStep.ANSWER_CORRECTION)) return new Answered.NothingAsked(file.state());

        var asked = corrections.latest(application, no).orElseThrow().asked();
        var missing = missing(asked, files);
        var checked = Form.check(elements(work.bundle(), asked), restricted(raw, asked), clocks.clock());
        if (checked instanceof Checked.Incomplete(var errors)) return new Answered.Incomplete(errors, missing);
        if (!missing.isEmpty()) return new Answered.Incomplete(Map.of(), missing);

        receive(Actor.applicant(me), work, file, asked, ((Checked.Complete) checked).answers(), files);
        return new Answered.Received();
    }

    private void receive(
            Actor by,
            Work work,
            CaseFile file,
            Corrections.Asked asked,
            Map<String, String> after,
            List<Application.Supplied> files) {
        var id = work.bundle().application();
        if (!after.isEmpty()) applications.correct(id, after);
        files.stream().filter(f -> asked.evidence().contains(f.evidence())).forEach(f -> applications.supply(id, f));
        corrections.answer(id, file, clocks.now());

        supplyOwed.isThere(
                work,
                files.stream()
                        .filter(f -> asked.evidence().contains(f.evidence()))
                        .toList(),
                by);
        work.step(file.no(), CaseStep.ANSWER_CORRECTION, by, "");
        work.line(file.no(), CaseAct.CORRECTION_ANSWERED, by, "");
        papers.of(work, file.no(), DocumentKind.CORRECTION_RECEIPT, received(files));
        hand.close(work);
    }

    private static Map<String, String> received(List<Application.Supplied> files) {
        var names = files.stream().map(Application.Supplied::fileName).toList();
        return names.isEmpty() ? Map.of() : Map.of("files", String.join("\n", names));
    }

    private List<DataElement> elements(Bundle bundle, Corrections.Asked asked) {
        return catalogue.edition(bundle.edition()).guide().elements().stream()
                .filter(e -> asked.elements().contains(e.key()))
                .toList();
    }

    private static Map<String, String> restricted(Map<String, String> raw, Corrections.Asked asked) {
        var kept = new HashMap<>(raw);
        kept.keySet().retainAll(asked.elements());
        return kept;
    }

    private static List<String> missing(Corrections.Asked asked, List<Application.Supplied> files) {
        Set<String> given =
                new HashSet<>(files.stream().map(Application.Supplied::evidence).toList());
        return asked.evidence().stream().filter(e -> !given.contains(e)).toList();
    }
}
