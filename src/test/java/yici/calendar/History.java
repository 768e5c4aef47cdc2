package yici.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import yici.kit.Translated;

/** What may happen to a clock, under any calendar: the matter of the properties. */
record History(LegalClock clock, WorkCalendar calendar) {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 3 * 365;

    static Arbitrary<History> any() {
        return Arbitraries.randomValue(random -> {
            var units = Unit.values();
            return new History(clock(random, units[random.nextInt(units.length)], true), calendar(random));
        });
    }

    static Arbitrary<History> inWorkingDays() {
        return Arbitraries.randomValue(random -> new History(clock(random, Unit.WORKING_DAY, false), calendar(random)));
    }

    static Arbitrary<History> inWorkingDaysWithoutPause() {
        return inWorkingDays()
                .map(h -> new History(
                        LegalClock.of(
                                h.clock().rule(), h.clock().limit(), h.clock().started()),
                        h.calendar()));
    }

    static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** Any mixture of days off and days worked, as no State Council would decree it. */
    static WorkCalendar calendar(Random random) {
        var days = new HashMap<LocalDate, SpecialDay>();
        int number = random.nextInt(80);
        for (int i = 0; i < number; i++) {
            var first = day(random);
            var kind = random.nextBoolean() ? Kind.HOLIDAY : Kind.WORKDAY;
            int length = 1 + random.nextInt(kind == Kind.HOLIDAY ? 9 : 1);
            for (int d = 0; d < length; d++) {
                var date = first.plusDays(d);
                if (kind == Kind.HOLIDAY || SpecialDay.isWeekend(date)) days.put(date, new SpecialDay(date, kind, "节"));
            }
        }
        var published = new HashSet<Integer>();
        for (int year = 2026; year < 2030; year++) if (random.nextInt(4) > 0) published.add(year);
        return new WorkCalendar(random.nextInt(100), days.values(), published);
    }

    private static LegalClock clock(Random random, Unit unit, boolean mayStandStill) {
        var limit = new Limit(
                1
                        + random.nextInt(
                                switch (unit) {
                                    case WORKING_DAY, DAY -> 60;
                                    case HOUR -> 400;
                                    case MONTH -> 6;
                                    case YEAR -> 1;
                                }),
                unit);
        var started = time(random);
        var pauses = new ArrayList<Pause>();
        int number = random.nextInt(4);
        for (int i = 0; i < number; i++) {
            var told = started.plusHours(random.nextInt(24 * 90));
            var ended = told.plusHours(random.nextInt(24 * 30));
            boolean open = mayStandStill && random.nextInt(6) == 0;
            pauses.add(new Pause(
                    Cause.HEARING,
                    Cause.HEARING.article(),
                    told,
                    random.nextBoolean() ? Optional.of(ended) : Optional.empty(),
                    open ? Optional.empty() : Optional.of(ended)));
        }
        var extensions = random.nextInt(3) == 0
                ? List.of(new Extended(
                        new Limit(1 + random.nextInt(unit == Unit.YEAR ? 1 : 20), unit),
                        Approver.HEAD_OF_AUTHORITY,
                        started.toLocalDate().plusDays(1),
                        new Article("licence", "42")))
                : List.<Extended>of();
        return new LegalClock(rule(unit, random.nextBoolean()), limit, started, pauses, extensions);
    }

    private static LocalDateTime time(Random random) {
        return day(random).atTime(random.nextInt(24), random.nextInt(60));
    }

    static ClockRule rule(Unit unit, boolean moves) {
        return new ClockRule(
                "test.clock",
                1,
                Translated.zh("期限"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unit == Unit.HOUR ? ClockRule.Start.AT_ONCE : ClockRule.Start.NEXT_DAY,
                moves ? ClockRule.End.NEXT_WORKING_DAY : ClockRule.End.LAST_DAY,
                Set.of(Cause.values()),
                Optional.empty(),
                Silence.NONE,
                new Article("licence", "42"));
    }
}
