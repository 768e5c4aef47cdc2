package yici.linter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.linter.WorkList.Filter;
import yici.linter.WorkList.Place;

/** /admin/linter: what is wrong with the guides of my areas, to be worked off; a page for each, and the scores. */
@Controller
class LinterPages {

    private static final String HERE = "/admin/linter";

    private final Policy policy;
    private final ReadFindings read;
    private final LookThrough look;

    LinterPages(Policy policy, ReadFindings read, LookThrough look) {
        this.policy = policy;
        this.read = read;
        this.look = look;
    }

    @GetMapping(HERE)
    Page list(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String after) {
        policy.check(me, Deed.SEE_FINDINGS);
        var filter = new Filter(said(area), said(body), rule(rule), severity(severity));
        var shown = read.list(me, filter, Place.read(after));
        return Page.of(out -> JtefindingsGenerated.render(out, Page.PLAIN, view, shown));
    }

    @GetMapping(HERE + "/{id}")
    Page one(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String done) {
        var shown = read.one(me, id(id));
        return Page.of(out -> JtefindingGenerated.render(out, Page.PLAIN, view, shown, done.equals("again")));
    }

    @PostMapping(HERE + "/{id}/again")
    Page again(SignedIn me, @PathVariable String id) {
        look.again(read.one(me, id(id)).entry().text());
        return Page.goTo(HERE + "/" + id + "?done=again");
    }

    /** The address of the list with these limits. */
    static String address(Filter filter, String after) {
        var said = new LinkedHashMap<String, String>();
        filter.area().ifPresent(area -> said.put("area", area));
        filter.body().ifPresent(body -> said.put("body", body));
        filter.rule().ifPresent(rule -> said.put("rule", rule.key()));
        filter.severity().ifPresent(severity -> said.put("severity", severity.key()));
        if (!after.isEmpty()) said.put("after", after);
        return said.isEmpty()
                ? HERE
                : said.entrySet().stream().map(LinterPages::pair).collect(Collectors.joining("&", HERE + "?", ""));
    }

    private static String pair(Map.Entry<String, String> said) {
        return said.getKey() + "=" + URLEncoder.encode(said.getValue(), StandardCharsets.UTF_8);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static Optional<Rule> rule(String key) {
        return Stream.of(Rule.values()).filter(rule -> rule.key().equals(key)).findFirst();
    }

    private static Optional<Rule.Severity> severity(String key) {
        return Stream.of(Rule.Severity.values())
                .filter(severity -> severity.key().equals(key))
                .findFirst();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("finding " + text);
        }
    }

    /** The severities, as a list offers them. */
    static List<Rule.Severity> severities() {
        return List.of(Rule.Severity.values());
    }
}
