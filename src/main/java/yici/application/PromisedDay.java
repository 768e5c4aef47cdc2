package yici.application;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.calendar.Calendars;
import yici.calendar.ClockRules;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.catalogue.Guide;
import yici.kit.View;

/** Until when a life event is promised, by the same clock that runs once the application is sent. */
@Component
class PromisedDay {

    private static final String CLOCK = "life-event.promised";

    private final ClockRules rules;
    private final Calendars calendars;

    PromisedDay(ClockRules rules, Calendars calendars) {
        this.rules = rules;
        this.calendars = calendars;
    }

    Optional<LocalDate> of(Application application, Guide guide) {
        var sent = LocalDateTime.ofInstant(application.submittedAt(), View.ZONE);
        var clock = new LegalClock(rules.get(CLOCK), guide.jointLimit().asClock(), sent, List.of(), List.of());
        return Reckoning.due(clock, calendars.of(application.area())).lastDay();
    }
}
