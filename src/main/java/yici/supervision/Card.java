package yici.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import yici.calendar.Supervision;
import yici.identity.Thing;
import yici.kit.Translated;

/**
 * A yellow or red card as it stands after its last event.
 *
 * @param number the application's, for staff only
 * @param no 0 for the application as a whole
 * @param rule the clock's key
 * @param body who is late; empty for the whole and where nobody decides
 * @param name of the service, or of the life event for the whole
 * @param dueOn the last day of the limit
 * @param since the first day of this level
 */
record Card(
        UUID id,
        UUID application,
        String number,
        int no,
        String rule,
        Supervision level,
        Optional<String> body,
        String area,
        Translated name,
        LocalDate dueOn,
        LocalDate since,
        Instant issuedAt,
        int events,
        State state,
        Optional<Explanation> explanation,
        Optional<Settlement> settlement) {

    /** ISSUED → EXPLAINED → CONFIRMED or WITHDRAWN; a card that was a mistake may be withdrawn before it is explained. */
    enum State {
        ISSUED,
        EXPLAINED,
        CONFIRMED,
        WITHDRAWN;

        boolean isSettled() {
            return this == CONFIRMED || this == WITHDRAWN;
        }

        /** In the words {@code supervision.state.*} and in addresses. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the body says of it. @param by the account, as the audit log names people */
    record Explanation(String reason, String by, Instant at) {}

    /** What an administrator found. @param by the name */
    record Settlement(String reason, String by, Instant at) {}

    /** As the policy judges it. */
    Thing thing() {
        return Thing.decidedBy(body.orElse(""), area);
    }

    boolean isOfTheWhole() {
        return no == 0;
    }
}
