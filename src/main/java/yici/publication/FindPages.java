package yici.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** /works: everything published, by words and kind; the same as a feed under /works.atom. */
@Controller
class FindPages {

    record Found(FindWorks.Asked asked, int count, List<Line> lines, List<Kinds.Kind> kinds, int skip) {

        String query() {
            return "?q=" + URLEncoder.encode(asked.q(), StandardCharsets.UTF_8) + "&kind=" + asked.kind();
        }

        String previous() {
            return skip == 0 ? "" : "/works" + query() + "&skip=" + Math.max(0, skip - ListWorks.PAGE);
        }

        String next() {
            return skip + lines.size() < count ? "/works" + query() + "&skip=" + (skip + ListWorks.PAGE) : "";
        }
    }

    private final FindWorks find;
    private final Kinds kinds;

    FindPages(FindWorks find, Kinds kinds) {
        this.find = find;
        this.kinds = kinds;
    }

    @GetMapping({"/works", WorkPages.LANGUAGE + "/works"})
    Page works(
            View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") String skip) {
        var asked = new FindWorks.Asked(q, kinds.find(kind).isPresent() ? kind : "");
        int from = skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0;
        var found = new Found(
                asked,
                find.count(asked, view.language()),
                find.find(asked, view.language(), from, ListWorks.PAGE),
                kinds.all(),
                from);
        return Page.of(out -> JtefoundGenerated.render(out, Page.PLAIN, view, found));
    }
}
