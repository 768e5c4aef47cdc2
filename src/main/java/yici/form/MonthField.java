package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Page;
import yici.kit.View;

/** A month of a year between 1900 and 2100. */
record MonthField(DataElement element) implements Field {

    private static final Pattern WHOLE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})月?");

    @Override
    public String read(Posted posted) {
        var parts = List.of(posted.first(element.key() + ".year"), posted.first(element.key() + ".month"));
        String joined = Parts.join(parts);
        return joined.isEmpty() ? posted.first(element.key()) : joined;
    }

    /** Year and month as they stand in the inputs. */
    static List<String> parts(String raw) {
        if (Parts.isJoined(raw)) return Parts.split(raw, 2);
        var whole = WHOLE.matcher(Typed.compact(raw));
        return whole.matches() ? List.of(whole.group(1), whole.group(2)) : List.of(raw, "");
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        var typed = parts(raw);
        var parts = (typed.get(1).isBlank() ? parts(typed.get(0)) : typed)
                .stream().map(Typed::compact).toList();
        if (parts.stream().anyMatch(String::isEmpty)) return Verdict.refused("month.incomplete");
        if (!parts.stream().allMatch(part -> part.matches("[0-9]{1,4}"))) return Verdict.refused("month.digits");

        int year = Integer.parseInt(parts.get(0));
        int month = Integer.parseInt(parts.get(1));
        if (year < 1900 || year > 2100) return Verdict.refused("date.range");
        if (month < 1 || month > 12) return Verdict.refused("month.unreal", parts.get(1));
        return new Verdict.Accepted(YearMonth.of(year, month).toString());
    }

    @Override
    public String display(String value, View view) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(view.language().locale())
                .format(YearMonth.parse(value));
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.month");
    }

    @Override
    public String firstInput(View view) {
        return element.key() + "-" + order(view).getFirst();
    }

    static List<String> order(View view) {
        return DateField.order(view).stream()
                .filter(part -> !part.equals("day"))
                .toList();
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtemonthGenerated.render(out, Page.PLAIN, drawing));
    }
}
