package yici.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.kit.View;

/** How clocks are spoken of in the reader's language, the same everywhere. */
public final class ClockWords {

    private static final Map<String, String> HOLIDAYS = Map.of(
            "元旦", "new-year",
            "春节", "spring-festival",
            "清明节", "tomb-sweeping",
            "劳动节", "labour",
            "端午节", "dragon-boat",
            "中秋节", "mid-autumn",
            "国庆节", "national");

    private ClockWords() {}

    /** "20 working days". */
    public static String limit(View view, Limit limit) {
        return counted(view, "calendar.limit." + limit.unit().code(), limit.value());
    }

    /** "8 working days left", "today is the last day", "2 working days overdue". */
    public static String left(View view, LegalClock clock, WorkCalendar calendar, LocalDate today) {
        long left = Reckoning.left(clock, calendar, today);
        var unit = clock.limit().unit() == Unit.WORKING_DAY ? Unit.WORKING_DAY : Unit.DAY;
        if (left == 0) return view.t("calendar.left.none");
        return left > 0
                ? counted(view, "calendar.left." + unit.code(), left)
                : counted(view, "calendar.over." + unit.code(), -left);
    }

    /** "until 3 December 2026 (8 working days left)"; for a clock that stands still, since when, why, and what is left. */
    public static String due(View view, LegalClock clock, WorkCalendar calendar, LocalDate today) {
        return switch (Reckoning.due(clock, calendar)) {
            case Due.On on ->
                view.t(
                        "calendar.due.until",
                        clock.limit().unit() == Unit.HOUR ? view.time(on.until()) : view.date(on.day()),
                        left(view, clock, calendar, today));
            case Due.Stopped stopped ->
                view.t(
                        "calendar.due.stopped",
                        view.date(stopped.since()),
                        cause(view, stopped.cause()),
                        limit(view, stopped.left()));
        };
    }

    /** "expected to end on 3 December 2026", for a clock that stands still with a planned end. */
    public static Optional<String> expected(View view, Due due) {
        return due instanceof Due.Stopped stopped
                ? stopped.expectedDue().map(day -> view.t("calendar.due.expected", view.date(day)))
                : Optional.empty();
    }

    /** "Provisional: the calendar of 2027 is not published yet". */
    public static Optional<String> provisional(View view, LegalClock clock, WorkCalendar calendar) {
        if (!(Reckoning.due(clock, calendar) instanceof Due.On on) || !on.provisional()) return Optional.empty();
        int from = Math.min(clock.startDay().getYear(), on.day().getYear());
        int to = Math.max(clock.startDay().getYear(), on.day().getYear());
        for (int year = from; year <= to; year++)
            if (!calendar.isPublished(year))
                return Optional.of(view.t("calendar.due.provisional", String.valueOf(year)));
        return Optional.empty();
    }

    public static String cause(View view, Cause cause) {
        return view.t("calendar.cause." + cause.code());
    }

    public static String silence(View view, Silence silence) {
        return view.t("calendar.silence." + silence.code());
    }

    public static String approver(View view, Approver approver) {
        return view.t("calendar.approver." + approver.code());
    }

    public static String supervision(View view, Supervision supervision) {
        return view.t("calendar.supervision." + supervision.key());
    }

    public static String refused(View view, LegalClock.Pausing.Refused refused) {
        return view.t(
                "calendar.pausing." + code(refused.reason()), refused.article().in(view));
    }

    public static String refused(View view, LegalClock.Resuming.Refused refused) {
        return view.t("calendar.resuming." + code(refused.reason()));
    }

    public static String refused(View view, LegalClock.Extending.Refused refused) {
        return view.t(
                "calendar.extending." + code(refused.reason()),
                refused.article().in(view));
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A holiday's name, or several joined by 、; one that is no national holiday stays as it was published. */
    public static String occasion(View view, String chinese) {
        return Stream.of(chinese.split("、")).map(name -> holiday(view, name)).collect(Collectors.joining(" · "));
    }

    /** False where the name is Chinese on a page that is not. */
    public static boolean isTranslated(String chinese) {
        return Stream.of(chinese.split("、")).allMatch(HOLIDAYS::containsKey);
    }

    private static String holiday(View view, String chinese) {
        var key = HOLIDAYS.get(chinese);
        return key == null ? chinese : view.t("calendar.holiday." + key);
    }

    /** "14 February 2026, Saturday". */
    public static String day(View view, LocalDate day) {
        return view.date(day) + " "
                + day.getDayOfWeek()
                        .getDisplayName(
                                TextStyle.SHORT_STANDALONE, view.language().locale());
    }

    private static String counted(View view, String key, long count) {
        return view.t(count == 1 ? key + ".one" : key, String.valueOf(count));
    }
}
