package yici.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The notice of the General Office of the State Council as it is published every autumn:
 *
 * <pre>
 * 国务院办公厅关于2026年部分节假日安排的通知
 * 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * </pre>
 *
 * Weekdays in brackets and totals are checked against the dates. What cannot be read is refused, never skipped.
 */
final class NoticeText {

    private static final String OUTSIDE_BRACKETS = "(?![^(]*\\))";
    private static final Pattern TITLE = Pattern.compile("(\\d{4})年[^。\\n]{0,60}?(?:节假日|放假)");
    private static final Pattern DOCUMENT = Pattern.compile("\\p{IsHan}{2,10}[〔\\[](?:19|20)\\d{2}[〕\\]]\\d{1,4}号");
    private static final Pattern HEADING =
            Pattern.compile("(?<=^|[\\n。])\\s*(?:(?<number>[一二三四五六七八九十]{1,3})、)?(?<name>[\\p{IsHan}、]{2,40}):");
    private static final Pattern SENTENCE = Pattern.compile("[^。]+");
    private static final Pattern A_DATE = Pattern.compile("\\d{1,2}日");
    private static final Pattern OFF = Pattern.compile(
            "(?<dates>.*日(?:\\([^)]*\\))?)放假(?:调休)?(?:(?<short>\\d{1,2})天)?(?:,?共(?<total>\\d{1,2})天)?(?:,(?:与周末连休|不调休))?");
    private static final Pattern WORKED = Pattern.compile("(?<dates>.*日(?:\\([^)]*\\))?)(?:正常)?上班");
    private static final Pattern DATE = Pattern.compile(
            "(?:(?<year>\\d{4})年)?(?:(?<month>\\d{1,2})月)?(?<day>\\d{1,2})日(?:\\((?<beside>[^)]*)\\))?");
    private static final Pattern BETWEEN_DATES = Pattern.compile("[、,和]" + OUTSIDE_BRACKETS);
    private static final Pattern FROM_TO = Pattern.compile("[至-]" + OUTSIDE_BRACKETS);
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final String WEEKDAYS = "一二三四五六日";

    private final String scope;
    private final String text;
    private final List<YearOfDays.Entry> entries = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int year;
    private int month;

    NoticeText(String scope, String text) {
        this.scope = scope;
        this.text = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFKC);
    }

    Reading read() {
        var title = TITLE.matcher(text);
        if (!title.find()) return new Reading.Unreadable(List.of(Flaw.at(0, "no-year")));
        year = Integer.parseInt(title.group(1));

        readItems();
        var document = DOCUMENT.matcher(text);
        return Reading.checked(new YearOfDays(scope, year, entries), document.find() ? document.group() : "", flaws);
    }

    private void readItems() {
        var heading = HEADING.matcher(text);
        boolean more = heading.find();
        while (more) {
            var name = heading.group("name");
            boolean numbered = heading.group("number") != null;
            int begins = heading.end();
            int at = heading.start("name");
            more = heading.find();
            int ends = more ? heading.start() : text.length();
            if (readItem(name, begins, ends) == 0 && numbered)
                flaws.add(Flaw.at(line(at), "unreadable", shortened(text.substring(at, ends))));
        }
    }

    /** @return how many sentences named days */
    private int readItem(String name, int begins, int ends) {
        int read = 0;
        month = 0;
        var sentence = SENTENCE.matcher(text).region(begins, ends);
        while (sentence.find()) {
            var said = sentence.group().replaceAll("\\s", "");
            if (said.isEmpty() || said.startsWith("鼓励")) continue; // leave the employer may grant is no day off
            if (!A_DATE.matcher(said).find()) return read; // the closing words of the notice
            readSentence(name, said, line(sentence.start() + leading(sentence.group())));
            read++;
        }
        return read;
    }

    private void readSentence(String name, String said, int line) {
        int known = flaws.size();
        var off = OFF.matcher(said);
        var worked = WORKED.matcher(said);
        if (off.matches()) {
            var days = days(off.group("dates"), line);
            var total = off.group("total") != null ? off.group("total") : off.group("short");
            if (flaws.size() == known && total != null && Integer.parseInt(total) != days.size())
                flaws.add(Flaw.at(line, "total", name, total, days.size()));
            add(days, Kind.HOLIDAY, name, line);
        } else if (worked.matches()) {
            add(days(worked.group("dates"), line), Kind.WORKDAY, name, line);
        } else {
            flaws.add(Flaw.at(line, "unreadable", shortened(said)));
        }
    }

    private void add(List<LocalDate> days, Kind kind, String name, int line) {
        for (var day : days) entries.add(new YearOfDays.Entry(line, new SpecialDay(day, kind, name)));
    }

    /** Dates one by one, or from one to another: 9月28日(周日)、10月11日(周六) and 10月1日至8日. */
    private List<LocalDate> days(String dates, int line) {
        var days = new ArrayList<LocalDate>();
        for (var stretch : BETWEEN_DATES.split(dates)) {
            var ends = FROM_TO.split(stretch, 3);
            if (ends.length > 2) {
                flaws.add(Flaw.at(line, "unreadable", shortened(stretch)));
                continue;
            }
            int known = flaws.size();
            var first = day(ends[0], line);
            var last = ends.length == 2 ? day(ends[1], line) : first;
            if (flaws.size() > known) continue;
            if (last.isBefore(first) || last.isAfter(first.plusDays(60)))
                flaws.add(Flaw.at(line, "order", shortened(stretch)));
            else first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    /** Without a month, it is that of the date before. */
    private LocalDate day(String said, int line) {
        var date = DATE.matcher(said);
        if (date.matches() && (date.group("month") != null || month > 0)) {
            try {
                int in = date.group("year") == null ? year : Integer.parseInt(date.group("year"));
                if (date.group("month") != null) month = Integer.parseInt(date.group("month"));
                var day = LocalDate.of(in, month, Integer.parseInt(date.group("day")));
                checkWeekday(day, date.group("beside") == null ? "" : date.group("beside"), line);
                return day;
            } catch (DateTimeException e) {
                flaws.add(Flaw.at(line, "date", said));
                return LocalDate.EPOCH;
            }
        }
        flaws.add(Flaw.at(line, "date", shortened(said)));
        return LocalDate.EPOCH;
    }

    private void checkWeekday(LocalDate day, String beside, int line) {
        var weekday = WEEKDAY.matcher(beside);
        if (!weekday.find()) return;
        int said = weekday.group(1).equals("天") ? 6 : WEEKDAYS.indexOf(weekday.group(1));
        int is = day.getDayOfWeek().getValue() - 1;
        if (said != is)
            flaws.add(
                    Flaw.at(line, "weekday", day, WEEKDAYS.substring(said, said + 1), WEEKDAYS.substring(is, is + 1)));
    }

    private int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static int leading(String text) {
        return text.length() - text.stripLeading().length();
    }

    private static String shortened(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        return one.length() <= 40 ? one : one.substring(0, 40) + "…";
    }
}
