package yici.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yici.kit.Csv;
import yici.kit.ImportRefused;

/** A year as a table {@code date,type,name}; the year is that of the first day. */
final class TableText {

    private static final Map<String, Kind> KINDS = Map.of("holiday", Kind.HOLIDAY, "workday", Kind.WORKDAY);

    private final String scope;
    private final String text;
    private final List<YearOfDays.Entry> entries = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    TableText(String scope, String text) {
        this.scope = scope;
        this.text = text;
    }

    Reading read() {
        try {
            for (var row : Csv.read("csv", text.strip(), "date", "type", "name")) add(row);
        } catch (ImportRefused e) {
            flaws.add(e.line() == 1 ? Flaw.at(1, "columns") : Flaw.at(e.line(), "unreadable", e.key()));
        }
        if (entries.isEmpty() && flaws.isEmpty()) flaws.add(Flaw.at(0, "empty"));
        int year = entries.isEmpty() ? 0 : entries.getFirst().day().date().getYear();
        return Reading.checked(new YearOfDays(scope, year, entries), "", flaws);
    }

    private void add(Csv.Row row) {
        var kind = KINDS.get(row.get("type"));
        if (kind == null) {
            flaws.add(Flaw.at(row.line(), "kind", row.get("type")));
            return;
        }
        try {
            var day = new SpecialDay(LocalDate.parse(row.get("date")), kind, row.get("name"));
            entries.add(new YearOfDays.Entry(row.line(), day));
        } catch (DateTimeException e) {
            flaws.add(Flaw.at(row.line(), "date", row.get("date")));
        }
    }
}
