package yici.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Applications;
import yici.application.Plan;
import yici.application.Promises;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.SignedIn;

/**
 * 告知承诺核查: an approval rests on a promise, and the office looks, within the time of the law, whether it is true. One that is not has the
 * consequence that was told: the approval is to be revoked, and no further promise of that person is taken until it is repaired.
 */
@Component
class CheckCommitment {

    private final OfficersHand hand;
    private final Applications applications;
    private final Promises promises;
    private final Catalogue catalogue;
    private final IssuePaper papers;

    CheckCommitment(
            OfficersHand hand, Applications applications, Promises promises, Catalogue catalogue, IssuePaper papers) {
        this.hand = hand;
        this.applications = applications;
        this.promises = promises;
        this.catalogue = catalogue;
        this.papers = papers;
    }

    /** With the approval; several promises of one case are checked together, within the shortest time. */
    void begin(Work work, int no) {
        promised(work, no).stream()
                .map(e -> e.commitment().orElseThrow().check())
                .min(Comparator.comparing(Guide.Limit::value))
                .ifPresent(limit -> CaseTime.begin(work, no, CaseTime.COMMITMENT, limit.asClock()));
    }

    /** What this case was granted on the strength of; nothing is asked of the database where the guide knows no promise. */
    private List<Guide.Evidence> promised(Work work, int no) {
        var item = work.get(no).item();
        var may = catalogue.edition(work.bundle().edition()).guide().evidence().stream()
                .filter(e -> e.commitment().isPresent() && e.usedBy().contains(item))
                .toList();
        if (may.isEmpty()) return may;
        var chosen = applications.get(work.bundle().application()).plan().promised().stream()
                .map(Plan.PlannedEvidence::key)
                .collect(Collectors.toSet());
        return may.stream().filter(e -> chosen.contains(e.key())).toList();
    }

    /** @param kept empty when nobody said */
    @Transactional
    public Acted check(SignedIn me, UUID application, int no, Optional<Boolean> kept, String finding) {
        if (kept.isEmpty()) return new Acted.Missing("kept");
        if (finding.isBlank()) return new Acted.Missing("reason");
        return hand.afterwards(me, application, no, work -> {
            var clock = work.clocks().open(no, CaseTime.COMMITMENT);
            if (clock.isEmpty()) return new Acted.NotNow(work.get(no).state());
            work.clocks().end(clock.get().key(), work.today());
            var outcome = kept.get() ? Promises.Outcome.KEPT : Promises.Outcome.BROKEN;
            found(work, no, outcome, me, finding.strip());
            if (!kept.get()) tellConsequence(work, no, finding.strip());
            return new Acted.Done(work.get(no).state());
        });
    }

    private void tellConsequence(Work work, int no, String finding) {
        for (var evidence : promised(work, no)) {
            var told = evidence.commitment().orElseThrow();
            papers.of(
                    work,
                    no,
                    DocumentKind.COMMITMENT_BROKEN,
                    Map.of(
                            "promise",
                            told.promise().zh(),
                            "consequences",
                            told.consequences().zh(),
                            "reason",
                            finding));
        }
    }

    /** 信用修复: from now on a promise of this person is taken again. */
    @Transactional
    public Acted repaired(SignedIn me, UUID application, int no, String finding) {
        if (finding.isBlank()) return new Acted.Missing("reason");
        return hand.afterwards(me, application, no, work -> {
            boolean broken =
                    mine(work, no).stream().anyMatch(p -> p.outcome().equals(Optional.of(Promises.Outcome.BROKEN)));
            if (!broken) return new Acted.NotNow(work.get(no).state());
            found(work, no, Promises.Outcome.REPAIRED, me, finding.strip());
            return new Acted.Done(work.get(no).state());
        });
    }

    private List<Promises.Promise> mine(Work work, int no) {
        var keys = promised(work, no).stream().map(Guide.Evidence::key).toList();
        return promises.of(work.bundle().application()).stream()
                .filter(p -> keys.contains(p.evidence()))
                .toList();
    }

    private void found(Work work, int no, Promises.Outcome outcome, SignedIn me, String finding) {
        for (var evidence : promised(work, no))
            promises.found(work.bundle().application(), evidence.key(), outcome, finding, me.name());
        var act = switch (outcome) {
            case KEPT -> CaseAct.COMMITMENT_KEPT;
            case BROKEN -> CaseAct.COMMITMENT_BROKEN;
            case REPAIRED -> CaseAct.COMMITMENT_REPAIRED;
        };
        work.line(no, act, Actor.officer(me), finding);
    }
}
