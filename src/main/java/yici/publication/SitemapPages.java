package yici.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.PublicAddress;

/** What search engines are told: where everything is, in which languages, when it changed (sitemaps.org 0.9 with alternate languages). */
@Controller
class SitemapPages {

    /** Each of a work's languages is an address of its own, and a list may have 50,000. */
    private static final int WORKS = 10_000;

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final ListFeed list;
    private final ListWorks works;
    private final PublicAddress address;

    SitemapPages(ListFeed list, ListWorks works, PublicAddress address) {
        this.list = list;
        this.works = works;
        this.address = address;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        var text = new StringBuilder("""
                User-agent: *
                Disallow: /admin
                Disallow: /desk
                Disallow: /my
                Disallow: /account
                Disallow: /drafts
                Disallow: /sign-in
                Disallow: /search
                """);
        address.find(request)
                .ifPresent(base -> text.append("\nSitemap: ").append(base).append("/sitemap.xml\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(text.toString());
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index(HttpServletRequest request) {
        var base = base(request);
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        xml.append("<sitemap><loc>").append(base).append("/sitemap-columns.xml</loc></sitemap>\n");
        for (int part = 0; part * WORKS < list.works(); part++)
            xml.append("<sitemap><loc>%s/sitemap-works-%d.xml</loc></sitemap>\n".formatted(base, part + 1));
        return ResponseEntity.ok()
                .contentType(XML)
                .body(xml.append("</sitemapindex>\n").toString());
    }

    @GetMapping("/sitemap-columns.xml")
    ResponseEntity<String> columns(HttpServletRequest request) {
        return urls(
                base(request),
                works.columns().stream()
                        .map(column -> new ListFeed.Listed(
                                "/columns/" + column.key(),
                                List.of(Language.values()),
                                column.newest().orElseThrow()))
                        .toList());
    }

    @GetMapping("/sitemap-works-{part}.xml")
    ResponseEntity<String> works(HttpServletRequest request, @PathVariable int part) {
        var listed = part == 0 ? List.<ListFeed.Listed>of() : list.everything((part - 1) * WORKS, WORKS);
        if (listed.isEmpty()) throw new NotFound("sitemap " + part);
        return urls(base(request), listed);
    }

    /** @throws NotFound where nobody has said what this site is called: addresses in it have to be whole */
    private String base(HttpServletRequest request) {
        return address.find(request).orElseThrow(() -> new NotFound("sitemap without a public address"));
    }

    private static ResponseEntity<String> urls(String base, List<ListFeed.Listed> listed) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                """);
        for (var one : listed)
            for (var language : one.languages()) {
                xml.append("<url><loc>").append(location(base, language, one)).append("</loc><lastmod>");
                xml.append(one.changed().truncatedTo(ChronoUnit.SECONDS)).append("</lastmod>");
                for (var other : one.languages())
                    xml.append("<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"%s\"/>"
                            .formatted(other.tag(), location(base, other, one)));
                xml.append("</url>\n");
            }
        return ResponseEntity.ok()
                .contentType(XML)
                .body(xml.append("</urlset>\n").toString());
    }

    private static String location(String base, Language language, ListFeed.Listed one) {
        return HtmlUtils.htmlEscape(base + "/" + language.code() + one.path());
    }
}
