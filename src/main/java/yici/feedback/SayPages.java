package yici.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.OpenForms;
import yici.jurisdiction.Areas;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.publication.NameWork;

/** /tell: every page's foot leads here. The form is a page of its own, because the pages it speaks of stand ready and carry no token. */
@Controller
class SayPages {

    /**
     * @param id minted here, so that a form sent twice is one report
     * @param field what is wrong with it, and the key of the words; both empty when nothing is
     * @param waitUntil when nothing more is taken from this network
     */
    record Form(
            PageInQuestion about,
            UUID id,
            String kind,
            String words,
            String field,
            String problem,
            Optional<Instant> waitUntil) {}

    private static final Pattern PATH = Pattern.compile("/(?!/)[^\\s\\\\<>\"]{0,300}");
    private static final Pattern WORK = Pattern.compile("(?:/(zh|en|fr|ko|ja))?/works/([a-z0-9-]{2,101})(?:/.*)?");
    private static final Pattern AREA = Pattern.compile("/areas/(\\d{12})");
    private static final Pattern EDITION = Pattern.compile("[a-z]{2,3}-\\d{1,5}");

    private final SayOfPage sayOfPage;
    private final Reports reports;
    private final NameWork nameWork;
    private final Areas areas;
    private final OpenForms openForms;
    private final Clock clock;

    SayPages(SayOfPage sayOfPage, Reports reports, NameWork nameWork, Areas areas, OpenForms openForms, Clock clock) {
        this.sayOfPage = sayOfPage;
        this.reports = reports;
        this.nameWork = nameWork;
        this.areas = areas;
        this.openForms = openForms;
        this.clock = clock;
    }

    @GetMapping("/tell")
    Page ask(
            View view,
            @RequestParam(defaultValue = "/") String page,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String kind) {
        return show(
                200, view, new Form(about(view, page, edition), Ids.fresh(clock), kind, "", "", "", Optional.empty()));
    }

    @PostMapping("/tell")
    Page say(
            View view,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "/") String page,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        var about = about(view, page, edition);
        var wait = openForms.tooOften("feedback", request.getRemoteAddr());
        if (wait.isPresent()) return show(429, view, new Form(about, id, kind, words, "", "", wait));
        return switch (sayOfPage.say(id, about, kind(kind), words)) {
            case SayOfPage.Outcome.Received(var number) -> Page.goTo("/tell/" + number);
            case SayOfPage.Outcome.Flawed(var field, var problem) ->
                show(422, view, new Form(about, id, kind, words, field, problem, Optional.empty()));
        };
    }

    @GetMapping("/tell/{number}")
    Page receipt(View view, @PathVariable String number) {
        var report = reports.byNumber(number).orElseThrow(() -> new NotFound("report"));
        return Page.of(out -> JtereceiptGenerated.render(out, Page.PLAIN, view, report));
    }

    private static Page show(int status, View view, Form form) {
        return Page.of(status, out -> JtetellGenerated.render(out, Page.PLAIN, view, form));
    }

    /** What cannot be a page of ours is the home page. */
    private PageInQuestion about(View view, String page, String edition) {
        var path = PATH.matcher(page).matches() ? page : "/";
        var work = WORK.matcher(path);
        if (work.matches()) {
            var named = nameWork.name(work.group(2), view.language());
            if (named.isPresent())
                return new PageInQuestion(
                        path,
                        named.get().title(),
                        named.get().area(),
                        EDITION.matcher(edition).matches()
                                ? edition
                                : named.get().edition());
        }
        var area = AREA.matcher(path);
        var code = area.matches() && areas.find(area.group(1)).isPresent()
                ? area.group(1)
                : view.area().code();
        return new PageInQuestion(path, path, code, "");
    }

    private static Optional<Report.Kind> kind(String key) {
        return Arrays.stream(Report.Kind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst();
    }
}
