package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import yici.identity.Thing;
import yici.kit.Translated;

/**
 * What is joint about the cases of one application.
 *
 * @param number the application's, as told to people
 * @param edition the guide edition the application was made with
 * @param acts how many lines the timeline has; {@code seenAct} is the last one the applicant has seen
 * @param jointDue the promised end of the whole, as the guide states it
 */
public record Bundle(
        UUID application,
        String number,
        String lifeEvent,
        Translated name,
        UUID edition,
        String area,
        String filedFrom,
        UUID applicant,
        String applicantName,
        BundleState state,
        int openCases,
        int acts,
        int seenAct,
        Instant submittedAt,
        LocalDate jointDue,
        Optional<Instant> closedAt) {
    /** A case of it, as the policy judges it. */
    Thing thing(CaseFile file) {
        return new Thing(applicant.toString(), file.body().orElse(""), area, "");
    }
}
