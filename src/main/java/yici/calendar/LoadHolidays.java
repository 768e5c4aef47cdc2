package yici.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Csv;
import yici.kit.SampleLoader;

/** Days off and make-up working days from {@code holidays-cn.csv}; a year in the file replaces that year. */
@Component
class LoadHolidays implements SampleLoader {

    private static final String FILE = "holidays-cn.csv";
    private static final Map<String, String> KINDS = Map.of("holiday", "HOLIDAY", "workday", "WORKDAY");

    private record Day(LocalDate date, String kind, String name) {}

    private final JdbcClient db;
    private final WorkingDays workingDays;

    LoadHolidays(JdbcClient db, WorkingDays workingDays) {
        this.db = db;
        this.workingDays = workingDays;
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
        var days = read(sample);
        var years = days.stream().map(day -> day.date().getYear()).distinct().toList();
        if (years.isEmpty()) return;

        db.sql("delete from calendar.day where extract(year from date)::integer in (:years)")
                .param("years", years)
                .update();
        db.sql("""
                        insert into calendar.day (date, kind, name_zh)
                        select date::date, kind, name
                        from unnest(:date::text[], :kind::text[], :name::text[]) as d(date, kind, name)
                        """)
                .param("date", column(days, day -> day.date().toString()))
                .param("kind", column(days, Day::kind))
                .param("name", column(days, Day::name))
                .update();
        workingDays.changed();
    }

    private static List<Day> read(Path sample) {
        var days = new LinkedHashMap<LocalDate, Day>();
        for (var row : Csv.read(sample, FILE, "date", "type", "name")) {
            var day = day(row);
            if (days.put(day.date(), day) != null) throw row.refused(day.date().toString(), "date stands twice");
        }
        return new ArrayList<>(days.values());
    }

    private static Day day(Csv.Row row) {
        var kind = KINDS.get(row.get("type"));
        if (kind == null) throw row.refused(row.get("date"), "unknown type " + row.get("type"));
        try {
            return new Day(LocalDate.parse(row.get("date")), kind, row.get("name"));
        } catch (DateTimeParseException e) {
            throw row.refused(row.get("date"), "is not a date");
        }
    }

    private static String[] column(Collection<Day> days, Function<Day, String> of) {
        return days.stream().map(of).toArray(String[]::new);
    }
}
