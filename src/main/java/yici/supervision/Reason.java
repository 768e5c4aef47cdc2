package yici.supervision;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import yici.casework.NamesApplicant;

/** What must not stand in a text the public will read. */
@Component
class Reason {

    static final int LONGEST = 1000;

    /** Numbers of people, telephones, cases and licences; dates and counts are shorter. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){6,}");

    enum Flaw {
        EMPTY,
        TOO_LONG,
        /** A number long enough to be somebody's. */
        NUMBER,
        /** Names the applicant. */
        NAME;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final NamesApplicant namesApplicant;

    Reason(NamesApplicant namesApplicant) {
        this.namesApplicant = namesApplicant;
    }

    /** Of a text that stays among staff. */
    static Optional<Flaw> flaw(String text) {
        if (text.isBlank()) return Optional.of(Flaw.EMPTY);
        return text.strip().length() > LONGEST ? Optional.of(Flaw.TOO_LONG) : Optional.empty();
    }

    /** Of a text that will be published. */
    Optional<Flaw> flawInPublic(String text, UUID application) {
        return flaw(text).or(() -> personal(text, application));
    }

    private Optional<Flaw> personal(String text, UUID application) {
        if (hasLongNumber(text)) return Optional.of(Flaw.NUMBER);
        return namesApplicant.in(text, application) ? Optional.of(Flaw.NAME) : Optional.empty();
    }

    /** A day such as 2026-11-23 is none. */
    static boolean hasLongNumber(String text) {
        var withoutDays = text.replaceAll("(?<!\\d)\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)", "");
        return LONG_NUMBER.matcher(withoutDays).find();
    }
}
