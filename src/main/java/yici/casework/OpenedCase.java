package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yici.application.Agent;
import yici.application.Plan;
import yici.application.Promises;
import yici.calendar.Cause;
import yici.calendar.ClockRule;
import yici.catalogue.Guide;
import yici.delegation.Why;
import yici.form.DataElement;
import yici.form.Rule;
import yici.jurisdiction.PublicBody;
import yici.kit.Moment;
import yici.kit.Translated;

/**
 * One case as its officer sees it: what this item needs and nothing else of the application.
 *
 * @param sentence who holds it now, until when, what comes next: the same the applicant reads
 * @param taken whether the officer may act now
 * @param toHandOver elements whose values an approval has to supply
 * @param owed documents that may still come: nothing is granted before
 * @param promised what a promise stands for, and what became of it
 * @param rightBodies whom one may name when this body is not the right one
 * @param asked the correction of this attempt, if one was asked
 * @param causes of a special procedure
 * @param why this body
 * @param agent who filed it, when that was not the applicant
 * @param extendable limits of which the law knows an extension and none was given
 * @param notice by which this attempt was put before the public; {@code objections} those that came, the unanswered first
 */
record OpenedCase(
        Bundle bundle,
        CaseFile file,
        Translated body,
        String sentence,
        String left,
        boolean overdue,
        TakeCase.Taken taken,
        List<Value> values,
        List<Handed> handed,
        List<Document> documents,
        List<DebtStore.Owed> owed,
        List<Promised> promised,
        List<Condition> conditions,
        List<Sibling> siblings,
        List<Moment> moments,
        List<Matters.Paper> papers,
        List<DataElement> toHandOver,
        List<PublicBody> rightBodies,
        Optional<Corrections.Correction> asked,
        List<Cause> causes,
        List<ClockRule> extendable,
        Optional<PublicNotice> notice,
        List<Objections.Objection> objections,
        Why why,
        Optional<Agent> agent) {

    /** @param origin where it comes from when the applicant did not simply state it; empty words for the plain case */
    record Value(DataElement element, String text, Optional<String> lang, Origin origin) {
        enum Origin {
            STATED,
            ACCOUNT,
            REGISTER,
            /** The register was down: stated by the applicant, to be checked. */
            TO_CHECK
        }
    }

    /** A value that an earlier case has supplied. */
    record Handed(DataElement element, String text, Translated from, Translated body) {}

    record Document(Guide.Evidence evidence, Plan.Todo todo, Guide.Waiver waiver, String note, List<Given> files) {}

    record Given(UUID attachment, String fileName) {}

    /** @param outcome empty where no rule is written down: the officer reads and judges */
    record Condition(Translated text, Optional<Rule.Outcome> outcome) {
        String word() {
            return outcome.map(o -> switch (o) {
                        case Rule.Outcome.Met() -> "met";
                        case Rule.Outcome.NotMet _ -> "notMet";
                        case Rule.Outcome.Unknown _ -> "unknown";
                    })
                    .orElse("read");
        }
    }

    /** @param checkBy the last day to see whether it is true; empty before the approval and when it was seen */
    record Promised(Guide.Evidence evidence, Promises.Promise promise, Optional<LocalDate> checkBy) {
        boolean isBroken() {
            return promise.outcome().equals(Optional.of(Promises.Outcome.BROKEN));
        }
    }

    /** A case beside this one: where it stands, not what it knows. */
    record Sibling(int no, Translated name, Translated body, CaseState state) {}

    String number() {
        return file.number(bundle);
    }

    boolean mayAct() {
        return taken instanceof TakeCase.Taken.Yours;
    }

    boolean allows(CaseStep step) {
        return mayAct() && step.legalFrom(file.state());
    }

    /** A public notice takes its time, and nothing is decided meanwhile. */
    boolean onlyWaits() {
        return allows(CaseStep.RUN_AGAIN) && !mayRunAgain();
    }

    /** A special procedure an officer began; a public notice that the guide asks for ends on its day. */
    boolean mayRunAgain() {
        return allows(CaseStep.RUN_AGAIN)
                && notice.filter(n -> n.state() == file.state()).isEmpty();
    }
}
