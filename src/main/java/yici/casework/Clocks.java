package yici.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import yici.calendar.Calendars;
import yici.calendar.ClockRule;
import yici.calendar.ClockRules;
import yici.calendar.WorkCalendar;
import yici.jurisdiction.Bodies;
import yici.kit.View;

/** Today, the clocks the law knows, and whose days count. */
@Component
class Clocks implements Work.Dates {

    private final Clock clock;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Bodies bodies;

    Clocks(Clock clock, ClockRules rules, Calendars calendars, Bodies bodies) {
        this.clock = clock;
        this.rules = rules;
        this.calendars = calendars;
        this.bodies = bodies;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    @Override
    public ClockRule rule(String key) {
        return rules.get(key);
    }

    @Override
    public ClockRule rule(String key, int edition) {
        return rules.get(key, edition);
    }

    @Override
    public WorkCalendar calendar(String area) {
        return calendars.of(area);
    }

    @Override
    public String areaOf(CaseFile file, Bundle bundle) {
        return file.body().flatMap(bodies::find).map(body -> body.area()).orElse(bundle.area());
    }

    /** Working days left until and with that day in the calendar of the area; negative when it is past. */
    int left(LocalDate due, String area) {
        return calendar(area).left(today(), due);
    }
}
