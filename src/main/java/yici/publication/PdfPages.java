package yici.publication;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Press;
import yici.kit.PublicAddress;
import yici.kit.View;

/** A work, or all of a column, as one file to keep and to print: PDF/UA, in the language it is read in. */
@Controller
class PdfPages {

    /** More would be a book nobody prints; the column says where the rest is. */
    static final int MOST_OF_A_COLUMN = 60;

    /**
     * @param address where it is read; a path where nobody has said what this site is called
     * @param retrievedAt printed with it, so that a sheet of paper says of what day it is
     */
    record Print(
            String title,
            String lead,
            Language language,
            List<ShowWork.Shown> works,
            String address,
            Instant retrievedAt) {

        String address(ShowWork.Shown shown) {
            return address.replaceFirst("(^|[^:/])/(zh|en|fr|ko|ja)/.*", "$1")
                    + shown.address(shown.shown().edition().language());
        }
    }

    private final ShowWork show;
    private final ListWorks list;
    private final Press press;
    private final PaperPictures pictures;
    private final PublicAddress address;
    private final Clock clock;

    PdfPages(ShowWork show, ListWorks list, Press press, PaperPictures pictures, PublicAddress address, Clock clock) {
        this.show = show;
        this.list = list;
        this.press = press;
        this.pictures = pictures;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping({"/works/{slug}.pdf", WorkPages.LANGUAGE + "/works/{slug}.pdf"})
    ResponseEntity<byte[]> work(View view, @PathVariable String slug, HttpServletRequest request) {
        var shown = show.show(slug, view.language())
                .filter(one -> !one.isWithdrawn())
                .orElseThrow(() -> new NotFound("work " + slug));
        var edition = shown.shown().edition();
        var print = new Print(
                edition.title(),
                edition.summary(),
                edition.language(),
                List.of(shown),
                base(request) + shown.address(edition.language()),
                clock.instant());
        return answer(view, print, slug + "-" + edition.language().code() + ".pdf");
    }

    @GetMapping({"/columns/{key}.pdf", WorkPages.LANGUAGE + "/columns/{key}.pdf"})
    ResponseEntity<byte[]> column(View view, @PathVariable String key, HttpServletRequest request) {
        var column = list.column(key).filter(c -> c.works() > 0).orElseThrow(() -> new NotFound("column " + key));
        var works = list.in(key, view.language(), 0, MOST_OF_A_COLUMN).stream()
                .flatMap(line -> Stream.of(line.slug()))
                .flatMap(slug -> show.show(slug, view.language()).stream())
                .toList();
        var print = new Print(
                view.t(column.name()),
                view.t(column.description()),
                view.language(),
                works,
                base(request) + "/" + view.language().code() + "/columns/" + key,
                clock.instant());
        return answer(view, print, key + "-" + view.language().code() + ".pdf");
    }

    /** To go on writing with: OpenDocument, which every word processor opens. */
    @GetMapping({"/works/{slug}.odt", WorkPages.LANGUAGE + "/works/{slug}.odt"})
    ResponseEntity<byte[]> text(View view, @PathVariable String slug, HttpServletRequest request) {
        var shown = show.show(slug, view.language())
                .filter(one -> !one.isWithdrawn())
                .orElseThrow(() -> new NotFound("work " + slug));
        var edition = shown.shown().edition();
        var at = clock.instant();
        var address = base(request) + shown.address(edition.language());
        var facts = view.t("publication.date") + " " + view.date(shown.work().formedOn()) + " · "
                + view.t("publication.source") + " " + view.t(shown.work().sourceName()) + " · "
                + view.t("publication.edition", edition.number());
        var sheet = new Odt.Sheet(
                edition.title(),
                edition.summary(),
                facts,
                edition.language().tag(),
                edition.markdown(),
                view.t("publication.printed", address, view.time(at)),
                at);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Odt.TYPE))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(slug + "-" + edition.language().code() + ".odt", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Odt.of(sheet, base(request), pictures::find));
    }

    private String base(HttpServletRequest request) {
        return address.find(request).orElse("");
    }

    private ResponseEntity<byte[]> answer(View view, Print print, String file) {
        var html = new StringOutput();
        JteprintedGenerated.render(new OwaspHtmlTemplateOutput(html), Page.PLAIN, view, print);
        var pdf = press.pdf(
                pictures.inside(html.toString()),
                print.retrievedAt(),
                print.title().hashCode());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }
}
