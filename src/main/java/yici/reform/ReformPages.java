package yici.reform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.CsvFile;
import yici.kit.Page;
import yici.kit.View;

/** /reform: for everybody, what handling things together has spared; as of a day, for the area that is chosen. */
@Controller
class ReformPages {

    /** Names of areas on a page; the table to take away has all of them. */
    static final int AREAS_SHOWN = 12;

    /** @param wrongDay what was typed and is no day */
    record Asked(LocalDate on, boolean today, Optional<String> wrongDay) {
        String query() {
            return today ? "" : "?on=" + on;
        }
    }

    private final ReadReform read;

    ReformPages(ReadReform read) {
        this.read = read;
    }

    @GetMapping("/reform")
    Page overview(View view, @RequestParam(defaultValue = "") String on) {
        var asked = asked(on);
        var shown = read.overview(view.area().code(), asked.on());
        return Page.of(out -> JteoverviewGenerated.render(out, Page.PLAIN, view, shown, asked));
    }

    @GetMapping("/reform/{code}")
    Page one(View view, @PathVariable String code, @RequestParam(defaultValue = "") String on) {
        var asked = asked(on);
        var shown = read.one(code, view.area().code(), asked.on());
        return Page.of(out -> JteoneGenerated.render(out, Page.PLAIN, view, shown, asked));
    }

    /** Every life event in the chosen area; with {@code event}, that one in every area. */
    @GetMapping("/reform.csv")
    ResponseEntity<byte[]> csv(
            View view, @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String event) {
        var day = asked(on).on();
        if (event.isEmpty()) {
            var shown = read.overview(view.area().code(), day);
            var rows = shown.lines().stream()
                    .map(line -> row(view, line, shown.area().code(), line.now(), line.after()));
            return CsvFile.of("reform-" + shown.area().code() + "-" + day, head(view), rows);
        }
        var shown = read.one(event, view.area().code(), day);
        var rows = shown.groups().stream()
                .flatMap(group -> group.areas().stream()
                        .map(area -> row(view, shown.line(), area.code(), group.edition(), group.together())));
        return CsvFile.of("reform-" + event + "-" + day, head(view), rows);
    }

    private static List<String> head(View view) {
        var head = new ArrayList<String>();
        for (var column : List.of("event", "name", "area", "first", "now")) head.add(view.t("reform.column." + column));
        for (var figure : Figure.values()) {
            var name = view.t("reform.figure." + figure.key());
            head.add(view.t("reform.column.before", name));
            head.add(view.t("reform.column.after", name));
        }
        return head;
    }

    private static List<String> row(
            View view, ReadReform.Line line, String area, ReadReform.Head edition, Figures after) {
        var about = Stream.of(
                line.lifeEvent().code(),
                view.t(line.lifeEvent().name()),
                area,
                line.first().version(),
                edition.version());
        var figures = Stream.of(Figure.values())
                .flatMap(figure -> Stream.of(figure.of(line.before()), figure.of(after)))
                .map(String::valueOf);
        return Stream.concat(about, figures).toList();
    }

    private Asked asked(String on) {
        var today = read.today();
        if (on.isEmpty()) return new Asked(today, true, Optional.empty());
        try {
            var day = LocalDate.parse(on.strip());
            if (day.getYear() >= 1949 && day.getYear() < 2200)
                return new Asked(day, day.equals(today), Optional.empty());
        } catch (DateTimeParseException e) {
            // told on the page
        }
        return new Asked(today, true, Optional.of(on));
    }
}
