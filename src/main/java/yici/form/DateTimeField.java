package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Page;
import yici.kit.View;

/** A day and a time to the minute, 24 hours, in the province's zone. */
record DateTimeField(DataElement element) implements Field {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.点时]|(?=[0-9]{2}$))([0-9]{2})分?");

    @Override
    public String read(Posted posted) {
        var parts = new ArrayList<>(DateField.parts(DateField.read(element.key(), posted)));
        parts.add(posted.first(element.key() + ".time"));
        String joined = Parts.join(parts);
        return parts.get(3).isBlank() && posted.first(element.key()).contains("T")
                ? posted.first(element.key())
                : joined;
    }

    /** Year, month, day and time as they stand in the inputs. */
    static List<String> parts(String raw) {
        if (Parts.isJoined(raw)) return Parts.split(raw, 4);
        var halves = raw.split("T", 2);
        var parts = new ArrayList<>(DateField.parts(halves[0]));
        parts.add(halves.length > 1 ? halves[1] : "");
        return parts;
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        var parts = parts(raw);
        var date = DateField.check(Parts.join(parts.subList(0, 3)));
        if (!(date instanceof Verdict.Accepted(var day))) return date;

        var time = TIME.matcher(Typed.compact(parts.get(3)));
        if (!time.matches()) return Verdict.refused(parts.get(3).isBlank() ? "time.missing" : "time");
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        if (hour > 23 || minute > 59) return Verdict.refused("time");
        return new Verdict.Accepted(day + "T" + LocalTime.of(hour, minute));
    }

    @Override
    public String display(String value, View view) {
        var moment = LocalDateTime.parse(value);
        return view.date(moment.toLocalDate()) + " " + moment.toLocalTime();
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.dateTime");
    }

    @Override
    public String firstInput(View view) {
        return element.key() + "-" + DateField.order(view).getFirst();
    }

    static List<String> order(View view) {
        var order = new ArrayList<>(DateField.order(view));
        order.add("time");
        return order;
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtedateTimeGenerated.render(out, Page.PLAIN, drawing));
    }
}
