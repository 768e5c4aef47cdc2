package yici.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yici.calendar.Explanation.Line;
import yici.calendar.Explanation.Nature;

/** Walks from the event to the last day and says of each day what it is. */
final class Explaining {

    private static final int MOST_LINES = 12_000;

    private final LegalClock clock;
    private final WorkCalendar calendar;
    private final Due due;
    private final Gaps gaps;
    private final boolean working;
    private final List<Line> lines = new ArrayList<>();

    Explaining(LegalClock clock, WorkCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
        this.due = Reckoning.due(clock, calendar);
        this.gaps = Gaps.inDays(clock.pauses());
        this.working = clock.limit().unit() == Unit.WORKING_DAY;
    }

    Explanation explain() {
        if (clock.rule().start() == ClockRule.Start.BEFORE) back();
        else forth(lastShown());
        return new Explanation(clock, due, lines);
    }

    private LocalDate lastShown() {
        return switch (due) {
            case Due.On on -> on.day();
            case Due.Stopped stopped -> stopped.plannedResume().orElse(stopped.since());
        };
    }

    private void forth(LocalDate last) {
        var event = clock.startDay();
        lines.add(line(event, Nature.EVENT, hoursUntil(event)));
        int counted = 0;
        int natural = clock.limit().unit() == Unit.HOUR ? Integer.MAX_VALUE : naturalDays();
        for (var day = event.plusDays(1); !day.isAfter(last) && lines.size() < MOST_LINES; day = day.plusDays(1)) {
            var nature = nature(day, counted >= natural);
            if (nature.counts()) counted++;
            lines.add(line(day, nature, clock.limit().unit() == Unit.HOUR ? hoursUntil(day) : counted));
        }
    }

    /** The day to act by first, the event last; counted towards the day to act by. */
    private void back() {
        var event = clock.startDay();
        var first = ((Due.On) due).day();
        var backwards = new ArrayList<Line>(List.of(line(event, Nature.EVENT, 0)));
        int counted = 0;
        for (var day = event.minusDays(1); !day.isBefore(first) && lines.size() < MOST_LINES; day = day.minusDays(1)) {
            var nature = nature(day, false);
            if (nature.counts()) counted++;
            backwards.add(line(day, nature, counted));
        }
        lines.addAll(backwards.reversed());
    }

    private Nature nature(LocalDate day, boolean isUsedUp) {
        if (isUsedUp) return calendar.isWorkingDay(day) ? Nature.MOVED : dayOff(day);
        if (isPaused(day)) return Nature.PAUSED;
        if (!working) return Nature.COUNTED;
        if (!calendar.isWorkingDay(day)) return dayOff(day);
        return SpecialDay.isWeekend(day) ? Nature.MAKE_UP : Nature.COUNTED;
    }

    private Nature dayOff(LocalDate day) {
        return calendar.special(day).isPresent() ? Nature.HOLIDAY : Nature.WEEKEND;
    }

    private Line line(LocalDate day, Nature nature, int nth) {
        var occasion = nature == Nature.HOLIDAY || nature == Nature.MAKE_UP
                ? calendar.special(day).map(SpecialDay::name).orElse("")
                : "";
        return new Line(
                day,
                nature,
                nth,
                occasion,
                nature == Nature.PAUSED ? gap(day).map(gap -> gap.pause().cause()) : Optional.empty(),
                clock.extensions().stream().filter(e -> e.on().equals(day)).findFirst(),
                due instanceof Due.On on && on.day().equals(day));
    }

    private boolean isPaused(LocalDate day) {
        return gap(day).isPresent();
    }

    private Optional<Gaps.Gap> gap(LocalDate day) {
        long number = day.toEpochDay();
        return gaps.all().stream()
                .filter(gap -> number > gap.after() && number <= gap.until())
                .findFirst();
    }

    private int naturalDays() {
        return working ? Integer.MAX_VALUE : Reckoning.naturalDays(clock.startDay(), clock.total());
    }

    private int hoursUntil(LocalDate day) {
        return clock.limit().unit() == Unit.HOUR
                ? Math.min(clock.total().value(), Reckoning.used(clock, calendar, day))
                : 0;
    }
}
