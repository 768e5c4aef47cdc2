package yici.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.PublicAddress;
import yici.kit.Translated;
import yici.kit.View;

/** Columns and works for everybody; each also under an address of its language, for links from elsewhere. */
@Controller
class WorkPages {

    static final String LANGUAGE = "/{language:zh|en|fr|ko|ja}";

    /** What a kept page waits for. */
    static final String TOPIC = "works";

    /** @param today by which the promise of freshness is judged */
    record Columns(Map<Area, List<Column>> byArea, LocalDate today) {}

    record In(Column column, Area area, List<Line> lines, int skip, boolean more, LocalDate today, Kinds kinds) {
        String previous() {
            return skip == 0 ? "" : "?skip=" + Math.max(0, skip - ListWorks.PAGE);
        }

        String next() {
            return more ? "?skip=" + (skip + ListWorks.PAGE) : "";
        }

        /** By what the template groups them: a kind, a year, or nothing. */
        Map<String, List<Line>> groups() {
            return lines.stream().collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        }

        private String group(Line line) {
            return switch (column.template()) {
                case LIST -> "";
                case BY_KIND -> line.kind();
                case BY_YEAR -> String.valueOf(line.formedOn().getYear());
            };
        }

        Translated kind(String key) {
            return kinds.get(key).name();
        }
    }

    private final ShowWork show;
    private final ListWorks list;
    private final KeptWorks kept;
    private final Areas areas;
    private final Kinds kinds;
    private final PublicAddress address;
    private final Clock clock;

    WorkPages(
            ShowWork show,
            ListWorks list,
            KeptWorks kept,
            Areas areas,
            Kinds kinds,
            PublicAddress address,
            Clock clock) {
        this.show = show;
        this.list = list;
        this.kept = kept;
        this.areas = areas;
        this.kinds = kinds;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/columns")
    Page columns(View view) {
        var byArea = new LinkedHashMap<Area, List<Column>>();
        var own = view.area().code();
        for (boolean here : List.of(true, false))
            for (var column : list.columns())
                if (column.area().equals(own) == here)
                    byArea.computeIfAbsent(areas.get(column.area()), _ -> new ArrayList<>())
                            .add(column);
        var columns = new Columns(byArea, today());
        return Page.of(out -> JtecolumnsGenerated.render(out, Page.PLAIN, view, columns))
                .keptUntil(TOPIC);
    }

    @GetMapping("/columns/{key}")
    Page column(View view, @PathVariable String key, @RequestParam(defaultValue = "0") String skip) {
        var column = list.column(key).filter(c -> c.works() > 0).orElseThrow(() -> new NotFound("column " + key));
        int from = skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0;
        var lines = list.in(key, view.language(), from, ListWorks.PAGE + 1);
        var in = new In(
                column,
                areas.get(column.area()),
                lines.stream().limit(ListWorks.PAGE).toList(),
                from,
                lines.size() > ListWorks.PAGE,
                today(),
                kinds);
        return Page.of(out -> JtecolumnGenerated.render(out, Page.PLAIN, view, in))
                .keptUntil(TOPIC);
    }

    @GetMapping(LANGUAGE + "/columns/{key}")
    Page columnIn(View view, @PathVariable String key, @RequestParam(defaultValue = "0") String skip) {
        return column(view, key, skip);
    }

    /** All of a column in full, to read through and to print. */
    @GetMapping({"/columns/{key}/print", LANGUAGE + "/columns/{key}/print"})
    Page whole(View view, @PathVariable String key) {
        var column = list.column(key).filter(c -> c.works() > 0).orElseThrow(() -> new NotFound("column " + key));
        var works = list.in(key, view.language(), 0, PdfPages.MOST_OF_A_COLUMN).stream()
                .flatMap(line -> show.show(line.slug(), view.language()).stream())
                .toList();
        return Page.of(out -> JtewholeGenerated.render(out, Page.PLAIN, view, column, works))
                .keptUntil(TOPIC);
    }

    @GetMapping("/works/{slug}")
    Page work(View view, @PathVariable String slug, HttpServletRequest request) {
        var found = show.show(slug, view.language());
        if (found.isEmpty()) return moved(view, slug, "");
        var shown = found.get().at(address.find(request).orElse(""));
        return Page.of(out -> JteworkGenerated.render(out, Page.PLAIN, view, shown))
                .keptUntil(TOPIC);
    }

    @GetMapping(LANGUAGE + "/works/{slug}")
    Page workIn(View view, @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
        return show.show(slug, view.language()).isEmpty()
                ? moved(view, slug, "/" + language)
                : work(view, slug, request);
    }

    /** What was published of a work in the reader's language, and what each edition changed. */
    @GetMapping("/works/{slug}/history")
    Page history(View view, @PathVariable String slug) {
        var shown = show.show(slug, view.language()).orElseThrow(() -> new NotFound("work " + slug));
        var entries = show.history(shown.work(), shown.shown().edition().language());
        return Page.of(out -> JtehistoryGenerated.render(out, Page.PLAIN, view, shown, entries))
                .keptUntil(TOPIC);
    }

    private Page moved(View view, String slug, String prefix) {
        var moved = kept.moved(slug).orElseThrow(() -> new NotFound("work " + slug));
        return moved.slug()
                .map(now -> Page.goTo(prefix + "/works/" + now))
                .orElseGet(() -> Page.of(410, out -> JtegoneGenerated.render(out, Page.PLAIN, view, moved.reason())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}
