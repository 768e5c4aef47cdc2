package yici.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Applications;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.SignedIn;
import yici.kit.Translated;

/** 补正: tells the applicant, once and completely, what is missing or wrong. There is no second time. */
@Component
class AskCorrection {

    private final OfficersHand hand;
    private final Corrections corrections;
    private final IssuePaper papers;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Clocks clocks;

    AskCorrection(
            OfficersHand hand,
            Corrections corrections,
            IssuePaper papers,
            Applications applications,
            Catalogue catalogue,
            Clocks clocks) {
        this.hand = hand;
        this.corrections = corrections;
        this.papers = papers;
        this.applications = applications;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    /** @param elements keys of data elements, @param evidence keys of documents: only those this item needs count */
    @Transactional
    public Acted ask(SignedIn me, UUID application, int no, List<String> elements, List<String> evidence, String note) {
        var acted = hand.on(me, application, no, CaseStep.ASK_CORRECTION, (work, file) -> {
            var guide = catalogue.edition(work.bundle().edition()).guide();
            var asked = new Corrections.Asked(
                    neededElements(guide, file.item(), elements),
                    neededEvidence(guide, file.item(), evidence),
                    note.strip());
            if (asked.isEmpty()) return new Acted.Missing("asked");
            tell(work, no, Actor.officer(me), asked, guide);
            return new Acted.Done(CaseState.CORRECTION_ASKED);
        });
        return acted instanceof Acted.NotNow(var state) ? whyNot(application, no, state) : acted;
    }

    private void tell(Work work, int no, Actor by, Corrections.Asked asked, Guide guide) {
        work.step(no, CaseStep.ASK_CORRECTION, by, asked.note());
        work.line(no, CaseAct.CORRECTION_ASKED, by, asked.note());
        corrections.ask(work.bundle().application(), work.get(no), asked, again(work, asked), by.name(), clocks.now());
        var lines = new ArrayList<String>();
        asked.elements().forEach(key -> lines.add(label(guide, key).zh()));
        asked.evidence().forEach(key -> lines.add(guide.evidence(key).name().zh()));
        papers.of(work, no, DocumentKind.CORRECTION, Map.of("asked", String.join("\n", lines), "reason", asked.note()));
    }

    /** What the one notice had not named, and should have. */
    private List<String> again(Work work, Corrections.Asked asked) {
        var plan = applications.get(work.bundle().application()).plan();
        return Stream.concat(
                        asked.evidence().stream().filter(key -> !plan.tellsToBring(key)),
                        asked.elements().stream().filter(key -> !plan.tellsToAnswer(key)))
                .toList();
    }

    private Acted whyNot(UUID application, int no, CaseState state) {
        Instant never = Instant.MIN;
        var before = corrections
                .latest(application, no)
                .map(Corrections.Correction::askedAt)
                .orElse(never);
        return before.equals(never) ? new Acted.NotNow(state) : new Acted.AskedBefore(before);
    }

    private static Translated label(Guide guide, String key) {
        return guide.elements().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private static List<String> neededElements(Guide guide, String item, List<String> keys) {
        return guide.elements().stream()
                .filter(e -> e.neededBy().contains(item) && keys.contains(e.key()))
                .map(e -> e.key())
                .toList();
    }

    private static List<String> neededEvidence(Guide guide, String item, List<String> keys) {
        return guide.evidence().stream()
                .filter(e -> e.usedBy().contains(item) && keys.contains(e.key()))
                .map(Guide.Evidence::key)
                .toList();
    }
}
