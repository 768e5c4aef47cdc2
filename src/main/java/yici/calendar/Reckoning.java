package yici.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import yici.kit.View;

/**
 * When a clock of the law ends, what is left of it and how it stands: pure, the same answer for the same clock and calendar for ever.
 *
 * <ul>
 *   <li>The day of the event does not count (Civil Code, art. 201); hours run from the moment.
 *   <li>The day of an act belongs to what ran before it: a pause told on day p and ended on day r takes away the days after p until and with r.
 *   <li>Pauses that overlap are one. A pause after the last day changes nothing.
 *   <li>Working days are counted outside pauses. So are natural days, and where the rule says so the end moves from a day off to the next
 *       working day (art. 203); by then the time is used, and a pause moves it no more.
 *   <li>Months and years end on the day of the same number, or the last of the month (art. 202), and as many natural days later as were paused.
 *   <li>The last day ends at 24:00 (art. 203).
 * </ul>
 */
public final class Reckoning {

    private static final int HOUR = 3_600;
    /** China has kept to UTC+8 since 1991; looking that up would cost more than all the rest. */
    private static final long LAST_CHANGE_OF_OFFSET = LocalDate.of(1992, 1, 1).toEpochDay();

    private static final double WARNED_AT = 0.8;

    private Reckoning() {}

    public static Due due(LegalClock clock, WorkCalendar calendar) {
        var total = clock.total();
        if (clock.rule().start() == ClockRule.Start.BEFORE) return before(clock, total, calendar);
        if (total.unit() == Unit.HOUR) return hours(clock, total, calendar);
        return days(clock, total, calendar);
    }

    /**
     * What is left until and with the last day, the pauses that are known taken out: working days for a limit in working days, else natural
     * days. Once it is over, how many are lost, begun ones counted: never 0 then.
     */
    public static long left(LegalClock clock, WorkCalendar calendar, LocalDate today) {
        return switch (due(clock, calendar)) {
            case Due.On on -> left(clock, calendar, today, on.day());
            case Due.Stopped stopped -> {
                if (today.isBefore(stopped.since()))
                    yield stillLeft(stopped)
                            + counted(
                                    clock,
                                    calendar,
                                    today.toEpochDay(),
                                    stopped.since().toEpochDay());
                yield stillLeft(stopped);
            }
        };
    }

    /** Authority time used until and with that day, whether in time or not: working days, hours, or natural days, as the limit counts. */
    public static int used(LegalClock clock, WorkCalendar calendar, LocalDate until) {
        if (clock.rule().start() == ClockRule.Start.BEFORE) return 0;
        if (clock.limit().unit() == Unit.HOUR) {
            var gaps = Gaps.inSeconds(clock.pauses());
            long from = second(clock.started());
            long to = second(until.plusDays(1).atStartOfDay());
            return to <= from ? 0 : (int) ((to - from - paused(gaps, from, to)) / HOUR);
        }
        return counted(clock, calendar, clock.startDay().toEpochDay(), until.toEpochDay());
    }

    /** A pause freezes it as it stood: none of its days is used. */
    public static Supervision supervision(LegalClock clock, WorkCalendar calendar, LocalDate today) {
        long left = left(clock, calendar, today);
        int units = units(clock);
        if (left < 0) return -left >= Math.max(3, ceilingOfFifth(units)) ? Supervision.RED : Supervision.YELLOW;
        boolean warned = left <= 1
                || (clock.rule().start() != ClockRule.Start.BEFORE
                        && used(clock, calendar, today) >= WARNED_AT * usable(clock, units));
        return warned ? Supervision.WARNING : Supervision.NORMAL;
    }

    /** Every day from the event to the last one, and why it counts or not. */
    public static Explanation explain(LegalClock clock, WorkCalendar calendar) {
        return new Explaining(clock, calendar).explain();
    }

    /** True once the last day lies behind. */
    static boolean isOver(LegalClock clock, WorkCalendar calendar, LocalDate today) {
        return due(clock, calendar) instanceof Due.On on && today.isAfter(on.day());
    }

    private static Due before(LegalClock clock, Limit total, WorkCalendar calendar) {
        if (total.unit() == Unit.HOUR) {
            var end = clock.started().minusHours(total.value());
            return new Due.On(lastDayBefore(end), instant(end), false, calendar.version());
        }
        var event = clock.startDay();
        var day = switch (total.unit()) {
            case WORKING_DAY -> calendar.before(event, total.value());
            case DAY, HOUR -> event.minusDays(total.value());
            case MONTH -> event.minusMonths(total.value());
            case YEAR -> event.minusYears(total.value());
        };
        return on(day, total.unit() == Unit.WORKING_DAY && touchesUnpublished(calendar, day, event), calendar);
    }

    private static Due days(LegalClock clock, Limit total, WorkCalendar calendar) {
        boolean working = total.unit() == Unit.WORKING_DAY;
        long at = clock.startDay().toEpochDay();
        int left = working ? total.value() : naturalDays(clock.startDay(), total);
        for (var gap : Gaps.inDays(clock.pauses()).all()) {
            int counted = working ? calendar.between(at, gap.after()) : (int) Math.max(0, gap.after() - at);
            if (counted >= left) break;
            left -= counted;
            if (gap.isOpen()) {
                var rest = new Limit(left, working ? Unit.WORKING_DAY : Unit.DAY);
                return stopped(clock, calendar, gap, LocalDate.ofEpochDay(gap.after()), rest);
            }
            at = Math.max(at, gap.until());
        }
        var last = LocalDate.ofEpochDay(working ? calendar.after(at, left) : at + left);
        if (working) return on(last, touchesUnpublished(calendar, clock.startDay(), last), calendar);

        if (clock.rule().end() == ClockRule.End.LAST_DAY) return on(last, false, calendar);
        var moved = calendar.after(last, 0);
        return on(moved, touchesUnpublished(calendar, last, moved), calendar);
    }

    private static Due hours(LegalClock clock, Limit total, WorkCalendar calendar) {
        long at = second(clock.started());
        long left = (long) total.value() * HOUR;
        for (var gap : Gaps.inSeconds(clock.pauses()).all()) {
            long counted = Math.max(0, gap.after() - at);
            if (counted >= left) break;
            left -= counted;
            if (gap.isOpen()) {
                var rest = new Limit((int) ((left + HOUR - 1) / HOUR), Unit.HOUR);
                return stopped(clock, calendar, gap, time(gap.after()).toLocalDate(), rest);
            }
            at = Math.max(at, gap.until());
        }
        var end = time(at + left);
        return new Due.On(lastDayBefore(end), instant(end), false, calendar.version());
    }

    private static Due stopped(LegalClock clock, WorkCalendar calendar, Gaps.Gap gap, LocalDate since, Limit left) {
        var pause = gap.pause();
        var expected = pause.planned().map(_ -> due(asPlanned(clock), calendar)).flatMap(Due::lastDay);
        return new Due.Stopped(since, pause.cause(), left, pause.planned().map(LocalDateTime::toLocalDate), expected);
    }

    /** As if every open pause with a planned end ended then; one without stays open. */
    private static LegalClock asPlanned(LegalClock clock) {
        var pauses = clock.pauses().stream()
                .map(p -> p.end().isEmpty() && p.planned().isPresent()
                        ? p.endingAt(p.planned().get())
                        : p)
                .toList();
        return new LegalClock(clock.rule(), clock.limit(), clock.started(), pauses, clock.extensions());
    }

    private static long left(LegalClock clock, WorkCalendar calendar, LocalDate today, LocalDate due) {
        if (!today.isAfter(due)) return counted(clock, calendar, today.toEpochDay(), due.toEpochDay());
        boolean working = clock.limit().unit() == Unit.WORKING_DAY;
        return -(working ? Math.max(1, calendar.between(due, today)) : today.toEpochDay() - due.toEpochDay());
    }

    /** In the unit {@link #left} answers in. */
    private static long stillLeft(Due.Stopped stopped) {
        int value = stopped.left().value();
        return stopped.left().unit() == Unit.HOUR ? (value + 23) / 24 : value;
    }

    /** Days after {@code from} until and with {@code to}, outside pauses; working ones for a limit in working days. */
    private static int counted(LegalClock clock, WorkCalendar calendar, long from, long to) {
        if (to <= from) return 0;
        boolean working = clock.limit().unit() == Unit.WORKING_DAY;
        int counted = working ? calendar.between(from, to) : Math.toIntExact(to - from);
        for (var gap : Gaps.inDays(clock.pauses()).all()) {
            long begins = Math.max(from, gap.after());
            long ends = Math.min(to, gap.until());
            if (ends > begins) counted -= working ? calendar.between(begins, ends) : (int) (ends - begins);
        }
        return counted;
    }

    private static long paused(Gaps gaps, long from, long to) {
        long paused = 0;
        for (var gap : gaps.all()) paused += Math.max(0, Math.min(to, gap.until()) - Math.max(from, gap.after()));
        return paused;
    }

    /** How long the limit is, in the units supervision counts what is lost in. */
    private static int units(LegalClock clock) {
        var total = clock.total();
        return switch (total.unit()) {
            case WORKING_DAY, DAY -> total.value();
            case HOUR -> (total.value() + 23) / 24;
            case MONTH, YEAR -> naturalDays(clock.startDay(), total);
        };
    }

    private static int usable(LegalClock clock, int units) {
        return clock.limit().unit() == Unit.HOUR ? clock.total().value() : units;
    }

    private static int ceilingOfFifth(int units) {
        return (units + 4) / 5;
    }

    static int naturalDays(LocalDate from, Limit limit) {
        var last = switch (limit.unit()) {
            case MONTH -> from.plusMonths(limit.value());
            case YEAR -> from.plusYears(limit.value());
            default -> from.plusDays(limit.value());
        };
        return Math.toIntExact(last.toEpochDay() - from.toEpochDay());
    }

    private static boolean touchesUnpublished(WorkCalendar calendar, LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) if (!calendar.isPublished(year)) return true;
        return false;
    }

    private static Due on(LocalDate day, boolean provisional, WorkCalendar calendar) {
        return new Due.On(day, endOf(day), provisional, calendar.version());
    }

    private static Instant endOf(LocalDate day) {
        long next = day.toEpochDay() + 1;
        if (next > LAST_CHANGE_OF_OFFSET) return Instant.ofEpochSecond(next * 24 * HOUR - 8 * HOUR);
        return instant(LocalDate.ofEpochDay(next).atStartOfDay());
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(View.ZONE).toInstant();
    }

    /** The day an end belongs to: 24:00 is the end of the day before. */
    private static LocalDate lastDayBefore(LocalDateTime end) {
        return end.minusNanos(1).toLocalDate();
    }

    static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC); // a number on a line; the zone is put back at the end
    }

    private static LocalDateTime time(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
