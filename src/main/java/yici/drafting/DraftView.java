package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.catalogue.BeforePublishing.Objection;
import yici.catalogue.ChangeWords;
import yici.catalogue.Changes;
import yici.jurisdiction.Area;
import yici.kit.Translated;
import yici.linter.Finding;
import yici.linter.Rule;

/**
 * What the page of a draft shows.
 *
 * @param others who else has it open
 * @param mayConfirm has written nothing of it
 * @param told its changes in words, in the order of {@link Sheet#changes}
 * @param findings in the whole text as it would be
 * @param old those that are in the inherited text as well
 * @param rehearsed what came of trying it on applications of before
 * @param answer to what was tried last
 */
record DraftView(
        Sheet sheet,
        Area area,
        Translated name,
        List<String> others,
        boolean mayConfirm,
        boolean canUndo,
        List<ChangeWords.Told> told,
        List<Told3> conflicts,
        List<Finding> findings,
        List<Finding> old,
        List<StuckAreas.StuckArea> stuck,
        Optional<Rehearsed.Found> rehearsed,
        Answer answer) {

    /**
     * @param problem key of the words that say why something was not done; empty when all is well
     * @param typed what was typed and not taken
     * @param objections what publishing was refused for
     * @param tangles what of it does not hold together
     */
    record Answer(String problem, Map<String, String> typed, List<Objection> objections, List<Wrong> tangles) {}

    /** A conflict: its three values in words. */
    record Told3(Changes.Conflict conflict, String what, String was, String ours, String theirs, boolean canKeep) {}

    Draft draft() {
        return sheet.draft();
    }

    List<Finding> fresh() {
        return findings.stream().filter(f -> !old.contains(f)).toList();
    }

    boolean blocks(Finding finding) {
        return finding.rule().severity() == Rule.Severity.BLOCKS;
    }

    /** Those that concern what lies at a place. */
    List<Finding> at(String place) {
        return findings.stream()
                .filter(f -> f.where().equals(place) || f.where().startsWith(place + "/"))
                .toList();
    }

    String typed(String name, String otherwise) {
        return Optional.ofNullable(answer.typed().get(name)).orElse(otherwise);
    }

    String problem() {
        return answer.problem();
    }

    List<Objection> objections() {
        return answer.objections();
    }

    List<Wrong> tangles() {
        return answer.tangles();
    }

    boolean hasTyped(String name) {
        return answer.typed().containsKey(name);
    }

    DraftView with(String words, Map<String, String> entered, List<Objection> against) {
        return answering(new Answer(words, entered, against, tangles()));
    }

    DraftView saying(Wrong wrong) {
        return answering(new Answer(problem(), answer.typed(), objections(), List.of(wrong)));
    }

    private DraftView answering(Answer to) {
        return new DraftView(
                sheet, area, name, others, mayConfirm, canUndo, told, conflicts, findings, old, stuck, rehearsed, to);
    }
}
