package yici.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import yici.kit.Csv;
import yici.kit.SampleLoader;

/** Days off and make-up working days from {@code holidays-cn.csv}; a year in it is published when it says something new. */
@Component
class LoadHolidays implements SampleLoader {

    private static final String FILE = "holidays-cn.csv";
    private static final Map<String, Kind> KINDS = Map.of("holiday", Kind.HOLIDAY, "workday", Kind.WORKDAY);

    private final Calendars calendars;

    LoadHolidays(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String room() {
        return "calendar";
    }

    @Override
    public int step() {
        return 20;
    }

    @Override
    public void load(Path sample) {
        var years = new TreeMap<Integer, List<YearOfDays.Entry>>();
        var seen = new HashSet<LocalDate>();
        for (var row : Csv.read(sample, FILE, "date", "type", "name")) {
            var day = day(row);
            if (!seen.add(day.date())) throw row.refused(day.date().toString(), "date stands twice");
            if (day.kind() == Kind.WORKDAY && !SpecialDay.isWeekend(day.date()))
                throw row.refused(day.date().toString(), "a make-up working day is no Saturday or Sunday");
            years.computeIfAbsent(day.date().getYear(), _ -> new ArrayList<>())
                    .add(new YearOfDays.Entry(row.line(), day));
        }
        years.forEach((year, entries) -> publish(new YearOfDays("", year, entries)));
    }

    private void publish(YearOfDays year) {
        if (calendars.publish(year, "house", "", FILE) instanceof Calendars.Published.Refused(var flaws))
            throw new IllegalStateException(FILE + ": " + flaws); // each line was looked at before
    }

    private static SpecialDay day(Csv.Row row) {
        var kind = KINDS.get(row.get("type"));
        if (kind == null) throw row.refused(row.get("date"), "unknown type " + row.get("type"));
        try {
            return new SpecialDay(LocalDate.parse(row.get("date")), kind, row.get("name"));
        } catch (DateTimeParseException e) {
            throw row.refused(row.get("date"), "is not a date");
        }
    }
}
