package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application;
import yici.application.Applications;
import yici.catalogue.Catalogue;
import yici.catalogue.Deciders;
import yici.catalogue.Guide;
import yici.catalogue.Power;
import yici.form.Checked;
import yici.form.FieldError;
import yici.form.Form;
import yici.identity.SignedIn;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;

/**
 * A case that was refused, not accepted or taken back is applied for again, alone, with what has been put right; nothing else is touched.
 * Cases that it blocked wait again.
 */
@Component
class ReapplyCase {

    sealed interface Reapplied {
        record Done(int attempt) implements Reapplied {}

        record NotPossible(CaseState state) implements Reapplied {}

        /** @param missing what is still owed: who applies again hands it in */
        record Incomplete(Map<String, FieldError> errors, List<String> missing) implements Reapplied {}
    }

    private final ApplicantsHand hand;
    private final Applications applications;
    private final Catalogue catalogue;
    private final SupplyOwed supplyOwed;
    private final Deciders deciders;
    private final Clocks clocks;

    ReapplyCase(
            ApplicantsHand hand,
            Applications applications,
            Catalogue catalogue,
            SupplyOwed supplyOwed,
            Deciders deciders,
            Clocks clocks) {
        this.hand = hand;
        this.applications = applications;
        this.catalogue = catalogue;
        this.supplyOwed = supplyOwed;
        this.deciders = deciders;
        this.clocks = clocks;
    }

    /**
     * @param changed raw values of elements this item needs, where something has changed
     * @param files new documents for this item
     */
    @Transactional
    public Reapplied reapply(
            SignedIn me, UUID application, int no, Map<String, String> changed, List<Application.Supplied> files) {
        var work = hand.open(me, application);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        if (!work.allows(no, CaseStep.REAPPLY)) return new Reapplied.NotPossible(file.state());

        var guide = catalogue.edition(work.bundle().edition()).guide();
        var elements = guide.elements().stream()
                .filter(e -> e.neededBy().contains(file.item()) && changed.containsKey(e.key()))
                .toList();
        var missing = work.debts().open(no).stream()
                .map(Debt::evidence)
                .filter(e -> files.stream().noneMatch(f -> f.evidence().equals(e)))
                .toList();
        return switch (Form.check(elements, changed, clocks.clock())) {
            case Checked.Incomplete(var errors) -> new Reapplied.Incomplete(errors, missing);
            case Checked.Complete(var values) ->
                missing.isEmpty()
                        ? again(Actor.applicant(me), work, no, values, ofThisItem(guide, file, files))
                        : new Reapplied.Incomplete(Map.of(), missing);
        };
    }

    private Reapplied again(Actor by, Work work, int no, Map<String, String> values, List<Application.Supplied> files) {
        var id = work.bundle().application();
        if (!values.isEmpty()) applications.correct(id, values);
        files.forEach(f -> applications.supply(id, f));

        supplyOwed.isThere(work, files, by);
        work.put(routed(work.bundle(), work.get(no)));
        work.step(no, CaseStep.REAPPLY, by, "");
        work.line(no, CaseAct.REAPPLIED, by, "");
        hand.close(work);
        return new Reapplied.Done(work.get(no).attempt());
    }

    /**
     * It is filed anew, so who has the power today decides it. Whom somebody named by hand, as the right body or on review, keeps it.
     */
    private CaseFile routed(Bundle bundle, CaseFile file) {
        var again = file.again(clocks.today());
        if (file.rightBody().isPresent() || !decides(bundle, file).equals(file.body())) return again;
        var body = decides(bundle, again);
        return body.isPresent() ? again.sentTo(body) : again;
    }

    private Optional<String> decides(Bundle bundle, CaseFile file) {
        return deciders.of(
                        Power.keyOf(bundle.lifeEvent(), file.item()),
                        file.planned().department(),
                        bundle.area(),
                        file.filedOn())
                .map(PublicBody::id);
    }

    private static List<Application.Supplied> ofThisItem(Guide guide, CaseFile file, List<Application.Supplied> files) {
        return files.stream()
                .filter(f -> guide.evidence().stream()
                        .anyMatch(
                                e -> e.key().equals(f.evidence()) && e.usedBy().contains(file.item())))
                .toList();
    }
}
