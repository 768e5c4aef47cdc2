package yici.form;

import gg.jte.Content;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Page;
import yici.kit.View;

/** A day of the calendar between 1900 and 2100, typed as year, month and day. */
record DateField(DataElement element) implements Field {

    /** A whole date typed or pasted into one input: 2026-11-23, 2026/11/23, 20261123, 2026年11月23日. */
    private static final Pattern WHOLE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");

    @Override
    public String read(Posted posted) {
        return read(element.key(), posted);
    }

    static String read(String key, Posted posted) {
        var parts = List.of(posted.first(key + ".year"), posted.first(key + ".month"), posted.first(key + ".day"));
        String joined = Parts.join(parts);
        return joined.isEmpty() ? posted.first(key) : joined;
    }

    /** Year, month and day as they stand in the inputs. */
    static List<String> parts(String raw) {
        if (Parts.isJoined(raw)) return Parts.split(raw, 3);
        var whole = WHOLE.matcher(Typed.compact(raw));
        return whole.matches() ? List.of(whole.group(1), whole.group(2), whole.group(3)) : List.of(raw, "", "");
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        return check(raw);
    }

    static Verdict check(String raw) {
        var parts = whole(parts(raw)).stream().map(Typed::compact).toList();
        if (parts.stream().anyMatch(String::isEmpty)) return Verdict.refused("date.incomplete");
        if (!parts.stream().allMatch(part -> part.matches("[0-9]{1,4}"))) return Verdict.refused("date.digits");

        int year = Integer.parseInt(parts.get(0));
        if (year < 1900 || year > 2100) return Verdict.refused("date.range");
        try {
            var date = LocalDate.of(year, Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)));
            return new Verdict.Accepted(date.toString());
        } catch (DateTimeException e) {
            return Verdict.refused("date.unreal", String.join("-", parts));
        }
    }

    /** All of a date in the first input, nothing in the others: meant well, and clear. */
    private static List<String> whole(List<String> parts) {
        boolean alone = parts.get(1).isBlank() && parts.get(2).isBlank();
        var whole = WHOLE.matcher(Typed.compact(parts.get(0)));
        return alone && whole.matches() ? List.of(whole.group(1), whole.group(2), whole.group(3)) : parts;
    }

    @Override
    public String display(String value, View view) {
        return view.date(LocalDate.parse(value));
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.date");
    }

    @Override
    public String firstInput(View view) {
        return element.key() + "-" + order(view).getFirst();
    }

    /** The order in which the reader's language says a date. */
    static List<String> order(View view) {
        return switch (view.language()) {
            case ZH, KO, JA -> List.of("year", "month", "day");
            case EN, FR -> List.of("day", "month", "year");
        };
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtedateGenerated.render(out, Page.PLAIN, drawing));
    }
}
