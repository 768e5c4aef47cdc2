package yici.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yici.calendar.ClockWords;
import yici.calendar.Explanation;
import yici.calendar.Reckoning;
import yici.calendar.Supervision;
import yici.calendar.Unit;
import yici.calendar.WorkCalendar;
import yici.kit.View;

/** The clocks of one case, or of the whole, as their page shows them: until when, whose time it is, and why. The same for both sides. */
record CaseTimes(List<Line> lines) {

    /**
     * @param due "until 3 December 2026 (8 working days left)", or since when it stands still
     * @param whose whose time is running
     * @param level empty for a clock that ended
     */
    record Line(
            CaseClock clock,
            String name,
            String due,
            Optional<String> expected,
            Optional<String> provisional,
            Whose whose,
            Optional<Supervision> level,
            int used,
            Explanation explanation) {

        /** In the words {@code casework.time.used.*}. */
        String usedKey() {
            boolean working = clock.clock().limit().unit() == Unit.WORKING_DAY;
            return "casework.time.used." + (working ? "working_day" : "day");
        }

        /** In the words {@code casework.time.whose.*}. */
        String whoseKey() {
            return "casework.time.whose." + whose.name().toLowerCase(Locale.ROOT);
        }
    }

    enum Whose {
        AUTHORITY,
        APPLICANT,
        /** A hearing, a review, a public notice. */
        NOBODY,
        OVER
    }

    static CaseTimes of(RunningClocks running, int no, Clocks clocks, View view) {
        var lines = new ArrayList<Line>();
        for (var clock : running.of(no).reversed())
            lines.add(line(clock, running.standing(no), clocks.calendar(clock.area()), clocks.today(), view));
        return new CaseTimes(List.copyOf(lines));
    }

    private static Line line(
            CaseClock clock, Optional<Stand> standing, WorkCalendar calendar, LocalDate today, View view) {
        var until = clock.endedOn().filter(on -> on.isBefore(today)).orElse(today);
        var legal = clock.clock();
        return new Line(
                clock,
                view.t(legal.rule().name()),
                clock.endedOn()
                        .map(on -> view.t("casework.time.ended", view.date(on), lastDay(clock, view)))
                        .orElseGet(() -> ClockWords.due(view, legal, calendar, today)),
                clock.isOpen() ? ClockWords.expected(view, Reckoning.due(legal, calendar)) : Optional.empty(),
                clock.isOpen() ? ClockWords.provisional(view, legal, calendar) : Optional.empty(),
                whose(clock, standing),
                clock.isOpen() ? Optional.of(Reckoning.supervision(legal, calendar, today)) : Optional.empty(),
                clock.usedBefore() + Reckoning.used(legal, calendar, until),
                Reckoning.explain(legal, calendar));
    }

    private static String lastDay(CaseClock clock, View view) {
        return clock.dates().due().map(view::date).orElse("–");
    }

    private static Whose whose(CaseClock clock, Optional<Stand> standing) {
        if (!clock.isOpen()) return Whose.OVER;
        boolean stands = standing.filter(s -> clock.clock().rule().pauses().contains(s.cause()))
                .isPresent();
        if (clock.rule().equals(CaseTime.OWED)) return Whose.APPLICANT;
        if (!stands) return Whose.AUTHORITY;
        return switch (standing.orElseThrow().cause()) {
            case CORRECTION, OWED -> Whose.APPLICANT;
            default -> Whose.NOBODY;
        };
    }
}
