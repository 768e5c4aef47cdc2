package yici.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import yici.kit.NotFound;
import yici.kit.PublicAddress;
import yici.kit.View;

/** Feeds of the site and of each column, in each language; asked for again they cost nothing while nothing is new. */
@Controller
class FeedPages {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final ListWorks works;
    private final ListFeed list;
    private final FindWorks find;
    private final Kinds kinds;
    private final PublicAddress address;

    FeedPages(ListWorks works, ListFeed list, FindWorks find, Kinds kinds, PublicAddress address) {
        this.works = works;
        this.list = list;
        this.find = find;
        this.kinds = kinds;
        this.address = address;
    }

    @GetMapping({"/works.atom", WorkPages.LANGUAGE + "/works.atom"})
    ResponseEntity<byte[]> all(
            View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request) {
        var asked = new FindWorks.Asked(q, kinds.find(kind).isPresent() ? kind : "");
        if (!asked.q().isEmpty() || !asked.kind().isEmpty()) return found(view, asked, request);

        var base = base(request);
        var prefix = base + "/" + view.language().code();
        return answer(
                new Feed(
                        "works " + view.language().code(),
                        view.language(),
                        view.t("publication.feed.all", view.t("kit.name")),
                        "",
                        prefix + "/works.atom",
                        prefix + "/columns",
                        view.t("kit.name"),
                        list.newest("", view.language(), base)),
                request);
    }

    private ResponseEntity<byte[]> found(View view, FindWorks.Asked asked, HttpServletRequest request) {
        var base = base(request);
        var query = "?q=" + URLEncoder.encode(asked.q(), StandardCharsets.UTF_8) + "&kind=" + asked.kind();
        var prefix = base + "/" + view.language().code();
        return answer(
                new Feed(
                        "works " + view.language().code() + query,
                        view.language(),
                        view.t("publication.found.titleFor", asked.q().isEmpty() ? asked.kind() : asked.q()),
                        "",
                        prefix + "/works.atom" + query,
                        prefix + "/works" + query,
                        view.t("kit.name"),
                        find.newest(asked, view.language(), base)),
                request);
    }

    @GetMapping({"/columns/{key}.atom", WorkPages.LANGUAGE + "/columns/{key}.atom"})
    ResponseEntity<byte[]> column(View view, @PathVariable String key, HttpServletRequest request) {
        var column = works.column(key).orElseThrow(() -> new NotFound("column " + key));
        var base = base(request);
        var prefix = base + "/" + view.language().code() + "/columns/" + column.key();
        return answer(
                new Feed(
                        "column " + column.key() + " " + view.language().code(),
                        view.language(),
                        view.t(column.name()),
                        view.t(column.description()),
                        prefix + ".atom",
                        prefix,
                        column.curator(),
                        list.newest(column.key(), view.language(), base)),
                request);
    }

    private String base(HttpServletRequest request) {
        return address.find(request).orElse("");
    }

    private static ResponseEntity<byte[]> answer(Feed feed, HttpServletRequest request) {
        var xml = feed.xml();
        var tag = '"' + DigestUtils.md5DigestAsHex(xml) + '"';
        var response = ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
        if (!new ServletWebRequest(request).checkNotModified(tag)) return response.body(xml);
        return ResponseEntity.status(304).eTag(tag).build();
    }
}
