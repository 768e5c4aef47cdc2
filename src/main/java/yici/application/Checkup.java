package yici.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yici.catalogue.Guide;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.FieldError;
import yici.form.Form;
import yici.kit.View;

/**
 * Everything that still stands between a draft and its submission, told at once.
 *
 * @param errors by element key, in the form's order
 * @param failures conditions that the answers do not meet
 * @param missing documents that must be handed in and are not there
 * @param answers canonical values, with those the scenario settled; complete only when there are no errors
 */
record Checkup(
        Map<String, FieldError> errors,
        List<JudgeConditions.Failure> failures,
        List<String> missing,
        Map<String, String> answers) {

    static Checkup of(Guide guide, Plan plan, Draft draft, Clock clock) {
        return of(guide, plan, draft, Map.of(), clock);
    }

    /** @param before what was answered in an application that this draft adds to; its conditions may ask for it */
    static Checkup of(Guide guide, Plan plan, Draft draft, Map<String, String> before, Clock clock) {
        var missing = plan.evidence().stream()
                .filter(e -> mustBeHandedIn(e) && draft.files(e.key()).isEmpty())
                .map(Plan.PlannedEvidence::key)
                .toList();
        return switch (Form.check(asked(guide, plan), draft.typed(), clock)) {
            case Checked.Incomplete(var errors) -> new Checkup(errors, List.of(), missing, Map.of());
            case Checked.Complete(var complete) -> {
                var answers = new LinkedHashMap<>(complete);
                answers.putAll(plan.preset());
                var all = new LinkedHashMap<>(before);
                all.putAll(answers);
                var failures = JudgeConditions.judge(guide, plan, all, LocalDate.ofInstant(clock.instant(), View.ZONE));
                yield new Checkup(Map.of(), failures, missing, answers);
            }
        };
    }

    boolean ready() {
        return errors.isEmpty() && failures.isEmpty() && missing.isEmpty();
    }

    static List<DataElement> asked(Guide guide, Plan plan) {
        return guide.elements().stream()
                .filter(e -> plan.asked().contains(e.key()))
                .toList();
    }

    /** "Taken from what you handed in before" needs something handed in before: the first time it is asked for. */
    static boolean mustBeHandedIn(Plan.PlannedEvidence evidence) {
        return switch (evidence.todo()) {
            case SUPPLY -> true;
            case OPTIONAL, OWED, PROMISED -> false;
            case WAIVED -> evidence.waiver() == Guide.Waiver.REUSE_PERSONAL_SPACE;
        };
    }
}
