package yici.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import yici.catalogue.Guide;
import yici.kit.Translated;

/**
 * 公示: a case put before everybody ahead of its decision.
 *
 * @param no and {@code attempt} of the case it is about
 * @param said what the guide says of it
 * @param subject whose matter it is, as everybody may read it
 * @param creditCode of a firm; empty for a person, whose number is nobody's business
 * @param endsOn its last day
 * @param state of the case now; a notice runs only during its special procedure
 */
record PublicNotice(
        UUID id,
        UUID application,
        int no,
        int attempt,
        Translated item,
        Guide.PublicNotice said,
        String subject,
        String creditCode,
        Optional<String> body,
        String area,
        LocalDate startsOn,
        LocalDate endsOn,
        CaseState state,
        int currentAttempt) {

    boolean runs(LocalDate today) {
        return state == CaseState.SPECIAL_PROCEDURE && attempt == currentAttempt && !today.isAfter(endsOn);
    }

    /** Its time has passed; one that stopped for another reason, such as a withdrawal, was not waited out. */
    boolean isOver(LocalDate today) {
        return today.isAfter(endsOn);
    }

    /** 李*: enough to be known by who knows the person. */
    static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
