package yici.casework;

import java.time.Instant;
import java.util.Optional;
import yici.catalogue.Guide;
import yici.kit.Translated;

/**
 * A document that the applicant hands in after the application (容缺受理), owed in one case.
 *
 * @param evidence key of the guide's evidence
 * @param workingDays from the day the case starts
 */
record Debt(
        int no, String evidence, Translated name, int workingDays, Guide.Missed missed, Optional<Instant> suppliedAt) {

    boolean isOpen() {
        return suppliedAt.isEmpty();
    }

    Debt supplied(Instant at) {
        return new Debt(no, evidence, name, workingDays, missed, Optional.of(at));
    }
}
