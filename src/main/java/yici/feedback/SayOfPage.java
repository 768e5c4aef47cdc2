package yici.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.calendar.Calendars;
import yici.calendar.ClockRules;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.kit.View;

/** A reader says something of a page; the clock for the answer starts. Nobody is asked who they are. */
@Component
class SayOfPage {

    static final int LONGEST = 2_000;

    private static final int SHORTEST = 4;
    private static final String CLOCK = "website.error-report";

    /** A resident ID, or what looks like a telephone. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    sealed interface Outcome {
        record Received(String number) implements Outcome {}

        /** @param field the id of the field, and the key of the words that say what is wrong with it */
        record Flawed(String field, String problem) implements Outcome {}
    }

    private final Reports reports;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Clock clock;

    SayOfPage(Reports reports, ClockRules rules, Calendars calendars, Clock clock) {
        this.reports = reports;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param id minted with the form: sent twice it is received once
     * @param kind empty when none was chosen
     */
    @Transactional
    Outcome say(UUID id, PageInQuestion about, Optional<Report.Kind> kind, String typed) {
        var words = typed.strip();
        if (kind.isEmpty()) return new Outcome.Flawed("kind", "feedback.flaw.kind");
        if (words.length() < SHORTEST && kind.get() != Report.Kind.USEFUL)
            return new Outcome.Flawed("words", "feedback.flaw.words-short");
        if (words.length() > LONGEST) return new Outcome.Flawed("words", "feedback.flaw.words-long");
        if (PERSONAL.matcher(words).find()) return new Outcome.Flawed("words", "feedback.flaw.personal");

        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        reports.add(new Report(
                id,
                number(),
                about.path(),
                about.title(),
                about.area(),
                about.edition(),
                kind.get(),
                words,
                now,
                due(about.area(), now),
                Optional.empty()));
        return new Outcome.Received(reports.find(id).orElseThrow().number());
    }

    private LocalDate due(String area, Instant now) {
        var started = LocalDateTime.ofInstant(now, View.ZONE);
        return Reckoning.due(LegalClock.of(rules.get(CLOCK), started), calendars.of(area))
                .lastDay()
                .orElseThrow();
    }

    /** Short enough to write down, too long to guess: fifty bits of chance. */
    private static String number() {
        long chance = UUID.randomUUID().getMostSignificantBits() >>> 14;
        var tail = Long.toString(chance & 0x3_FFFF_FFFF_FFFFL, 32).toUpperCase(Locale.ROOT);
        return "F-" + "0".repeat(10 - tail.length()) + tail;
    }
}
