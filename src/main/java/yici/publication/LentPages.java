package yici.publication;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** What is not public, or not any more: an edition lent by a link, and the site as it was or will be at an instant, for those who write it. */
@Controller
class LentPages {

    private static final String AS_OF = "/admin/as-of";

    /** @param media where its pictures are, in place of {@code /media/} */
    record Lent(Work work, Stood stood, Kinds.Kind kind, Area area, String media) {
        Content html() {
            var html = Markdown.html(stood.edition().markdown()).replace("\"/media/", "\"" + media);
            return out -> out.writeContent(html);
        }
    }

    /** @param wrong what was typed and is no instant */
    record AsOf(Instant at, String typed, boolean wrong, Map<Area, List<Column>> columns, List<Line> newest) {
        String query() {
            return "?at=" + typed;
        }
    }

    record ColumnThen(AsOf asOf, Column column, Area area, List<Line> lines) {}

    private final Previews previews;
    private final SiteAsOf siteAsOf;
    private final KeptWorks kept;
    private final ListWorks list;
    private final Kinds kinds;
    private final Areas areas;
    private final Policy policy;
    private final java.time.Clock clock;

    LentPages(
            Previews previews,
            SiteAsOf siteAsOf,
            KeptWorks kept,
            ListWorks list,
            Kinds kinds,
            Areas areas,
            Policy policy,
            java.time.Clock clock) {
        this.previews = previews;
        this.siteAsOf = siteAsOf;
        this.kept = kept;
        this.list = list;
        this.kinds = kinds;
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/preview/{token}")
    Page lent(View view, @PathVariable String token, HttpServletResponse response) {
        var which = previews.find(token).orElseThrow(() -> new NotFound("preview"));
        var stood =
                kept.edition(which.work(), which.language(), which.number()).orElseThrow(() -> new NotFound("preview"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        var lent = lent(stood, "/preview/" + token + "/media/");
        return Page.of(out -> JtelentGenerated.render(out, Page.PLAIN, view, lent, view.t("publication.lent.note")));
    }

    private Lent lent(Stood stood, String media) {
        var work = kept.get(stood.edition().work());
        return new Lent(work, stood, kinds.get(work.kind()), areas.get(work.area()), media);
    }

    @GetMapping(AS_OF)
    Page asOf(View view, SignedIn me, @RequestParam(defaultValue = "") String at) {
        policy.check(me, Deed.WRITE_WORK);
        var then = then(at);
        var columns = new LinkedHashMap<Area, List<Column>>();
        for (var column : siteAsOf.columns(then.at()))
            columns.computeIfAbsent(areas.get(column.area()), _ -> new ArrayList<>())
                    .add(column);
        var asOf = new AsOf(
                then.at(),
                then.typed(),
                then.wrong(),
                columns,
                siteAsOf.newest(view.area().code(), view.language(), then.at()));
        return Page.of(out -> JteasofGenerated.render(out, Page.PLAIN, view, asOf));
    }

    @GetMapping(AS_OF + "/columns/{key}")
    Page columnThen(View view, SignedIn me, @PathVariable String key, @RequestParam(defaultValue = "") String at) {
        policy.check(me, Deed.WRITE_WORK);
        var column = list.column(key).orElseThrow(() -> new NotFound("column " + key));
        var then = then(at);
        var lines = siteAsOf.in(key, view.language(), then.at());
        var shown = new ColumnThen(then, column, areas.get(column.area()), lines);
        return Page.of(out -> JtecolumnthenGenerated.render(out, Page.PLAIN, view, shown));
    }

    @GetMapping(AS_OF + "/works/{slug}/{language}")
    Page workThen(
            View view,
            SignedIn me,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String at) {
        policy.check(me, Deed.WRITE_WORK);
        var work = kept.find(slug).orElseThrow(() -> new NotFound("work " + slug));
        var in = Language.of(language).orElseThrow(() -> new NotFound("language " + language));
        var then = then(at);
        var stood = siteAsOf.edition(work.id(), in, then.at()).orElseThrow(() -> new NotFound("work then " + slug));
        var lent = lent(stood, "/media/");
        var note = view.t("publication.asof.note", view.time(then.at()));
        return Page.of(out -> JtelentGenerated.render(out, Page.PLAIN, view, lent, note));
    }

    private AsOf then(String typed) {
        var now = clock.instant();
        if (typed.isEmpty()) return new AsOf(now, local(now), false, Map.of(), List.of());
        return instant(typed)
                .map(at -> new AsOf(at, local(at), false, Map.of(), List.of()))
                .orElseGet(() -> new AsOf(now, local(now), true, Map.of(), List.of()));
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, View.ZONE).withSecond(0).withNano(0).toString();
    }

    private static Optional<Instant> instant(String typed) {
        try {
            return Optional.of(
                    LocalDateTime.parse(typed).atZone(View.ZONE).toInstant().plusSeconds(59));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
