package yici.privacy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.calendar.Calendars;
import yici.calendar.ClockRules;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.View;

/** A person asks; the clock for the answer starts. */
@Component
class AskAboutData {

    static final int LONGEST = 2_000;
    static final int OPEN_AT_ONCE = 10;

    private static final String CLOCK = "personal-data.reply";

    sealed interface Outcome {
        record Asked(Request request) implements Outcome {}

        /** @param field the id of the field, and the key of the words that say what is wrong with it */
        record Flawed(String field, String problem) implements Outcome {}
    }

    private final Requests requests;
    private final ClockRules rules;
    private final Calendars calendars;
    private final AuditLog audit;
    private final Clock clock;

    AskAboutData(Requests requests, ClockRules rules, Calendars calendars, AuditLog audit, Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param kind empty when none was chosen */
    @Transactional
    Outcome ask(SignedIn me, Optional<Request.Kind> kind, String typed) {
        var words = typed.strip();
        if (kind.isEmpty()) return new Outcome.Flawed("kind", "privacy.flaw.kind");
        if (words.isEmpty()) return new Outcome.Flawed("words", "privacy.flaw.words-empty");
        if (words.length() > LONGEST) return new Outcome.Flawed("words", "privacy.flaw.words-long");
        if (requests.openOf(me.account()) >= OPEN_AT_ONCE) return new Outcome.Flawed("words", "privacy.flaw.many");

        var request = request(me, kind.get(), words);
        requests.add(request);
        audit.record(me.did(
                PrivacyAct.ASKED, "privacy:" + request.id(), request.kind().name(), request.askedAt()));
        return new Outcome.Asked(request);
    }

    private Request request(SignedIn me, Request.Kind kind, String words) {
        var id = Ids.fresh(clock);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var started = LocalDateTime.ofInstant(now, View.ZONE);
        var due = Reckoning.due(LegalClock.of(rules.get(CLOCK), started), calendars.of(""))
                .lastDay()
                .orElseThrow();
        return new Request(id, number(id), me.account(), me.name(), kind, words, now, due, Optional.empty());
    }

    /** Short enough to say on the telephone; the tail of the id is random. */
    private static String number(java.util.UUID id) {
        var tail = Long.toUnsignedString(id.getLeastSignificantBits() & 0xFF_FFFF_FFFFL, 32)
                .toUpperCase(java.util.Locale.ROOT);
        return "P-" + "0".repeat(8 - tail.length()) + tail;
    }
}
