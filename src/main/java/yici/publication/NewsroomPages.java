package yici.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.PublicAddress;
import yici.kit.View;

/** /admin/works: those who write, translate, review and publish. */
@Controller
class NewsroomPages {

    private static final String HOME = "/admin/works";

    /**
     * @param ready what may be published together
     * @param chosen of these, as typed
     * @param at when, as typed
     */
    record Desk(
            List<Newsroom.Row> rows,
            List<Newsroom.Row> ready,
            boolean reviews,
            String q,
            String done,
            Set<String> chosen,
            String at) {}

    /**
     * @param acts what this person may do to each edition that is on its way
     * @param leftOut languages that are left out on purpose, and why
     * @param describes whether this person may change what is said of it besides its texts
     * @param hints what the check says of each edition that is on its way
     * @param lentUntil of those that were lent by a link, until when
     * @param lent what stands behind {@code /preview/} of the link just made
     * @param base address of this site, for that link
     * @param item of article 20; 0 when it is no record to be disclosed
     * @param views in the last thirty days
     */
    record OnWork(
            Work work,
            List<Stood> newest,
            Map<Stood, List<PublicationAct>> acts,
            Map<Language, String> leftOut,
            boolean describes,
            Map<Stood, Checked> hints,
            Map<Stood, Instant> lentUntil,
            int item,
            long views,
            String done,
            Optional<String> lent,
            String base) {
        OnWork lending(String token, String at) {
            return new OnWork(
                    work,
                    newest,
                    acts,
                    leftOut,
                    describes,
                    hints,
                    lentUntil,
                    item,
                    views,
                    done,
                    Optional.of(token),
                    at);
        }

        boolean isPublic() {
            return newest.stream()
                            .anyMatch(stood -> stood.standing().publishedAt().isPresent())
                    || newest.stream().anyMatch(stood -> stood.edition().number() > 1);
        }

        List<Language> languages() {
            return Arrays.asList(Language.values());
        }

        Optional<Stood> in(Language language) {
            return newest.stream()
                    .filter(stood -> stood.edition().language() == language)
                    .findFirst();
        }
    }

    /** @param checked what is said of the text as typed; empty before the first look */
    record Form(
            Work work,
            Language language,
            WriteEdition.Typed typed,
            Map<String, String> flaws,
            Optional<Checked> checked)
            implements yici.publication.Form {}

    private final Newsroom newsroom;
    private final WriteEdition writeEdition;
    private final KeepWork keepWork;
    private final BringOn bringOn;
    private final Previews previews;
    private final PublicAddress address;
    private final Policy policy;

    NewsroomPages(
            Newsroom newsroom,
            WriteEdition writeEdition,
            KeepWork keepWork,
            BringOn bringOn,
            Previews previews,
            PublicAddress address,
            Policy policy) {
        this.newsroom = newsroom;
        this.writeEdition = writeEdition;
        this.keepWork = keepWork;
        this.bringOn = bringOn;
        this.previews = previews;
        this.address = address;
        this.policy = policy;
    }

    @GetMapping(HOME)
    Page desk(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String done) {
        return desk(200, view, me, q, known(done), Set.of(), "");
    }

    private Page desk(int status, View view, SignedIn me, String q, String done, Set<String> chosen, String at) {
        policy.check(me, Deed.WRITE_WORK);
        var desk = new Desk(
                newsroom.rows(me, q), newsroom.ready(me), policy.allows(me, Deed.REVIEW_WORK), q, done, chosen, at);
        return Page.of(status, out -> JtedeskGenerated.render(out, Page.PLAIN, view, desk));
    }

    /** Release set, now or at an instant of Chinese time: {@code which} as work:language:number. */
    @PostMapping(HOME)
    Page publish(
            View view,
            SignedIn me,
            @RequestParam(required = false) List<String> which,
            @RequestParam(defaultValue = "") String later,
            @RequestParam(defaultValue = "") String at) {
        if (which == null) return desk(422, view, me, "", "nothing", Set.of(), at);
        var set = new ArrayList<BringOn.Which>();
        for (var one : which.stream().limit(500).distinct().toList()) set.add(read(one));
        var brought = later.isEmpty()
                ? bringOn.publish(me, set)
                : instant(at).map(when -> bringOn.schedule(me, set, when)).orElseGet(BringOn.Brought.NotThen::new);
        return brought instanceof BringOn.Brought.Done
                ? Page.goTo(HOME + "?done=" + word(brought))
                : desk(422, view, me, "", word(brought), Set.copyOf(which), at);
    }

    private static Optional<Instant> instant(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed).atZone(View.ZONE).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @GetMapping(HOME + "/{slug}")
    Page work(View view, SignedIn me, @PathVariable String slug, @RequestParam(defaultValue = "") String done) {
        var work = writeEdition.find(me, slug);
        boolean reviews = policy.allows(me, Deed.REVIEW_WORK, Thing.in(work.area()));
        boolean describes = policy.allows(me, keepWork.deed(work), Thing.in(work.area()));
        var on = newsroom.on(work, reviews, describes, known(done));
        return Page.of(out -> JteonworkGenerated.render(out, Page.PLAIN, view, on));
    }

    @PostMapping(HOME + "/{slug}")
    Page bring(
            SignedIn me,
            @PathVariable String slug,
            @RequestParam String which,
            @RequestParam PublicationAct act,
            @RequestParam(defaultValue = "") String reason) {
        var work = writeEdition.find(me, slug);
        var edition = read(which);
        if (!edition.work().equals(work.id())) throw new NotFound("edition " + which);
        return Page.goTo(HOME + "/" + work.slug() + "?done=" + word(bringOn.bring(me, edition, act, reason)));
    }

    @PostMapping(HOME + "/{slug}/lend")
    Page lend(
            View view,
            SignedIn me,
            @PathVariable String slug,
            @RequestParam String which,
            @RequestParam(defaultValue = "") String end,
            HttpServletRequest request) {
        var work = writeEdition.find(me, slug);
        var edition = read(which);
        if (!edition.work().equals(work.id())) throw new NotFound("edition " + which);
        if (!end.isEmpty()) {
            previews.end(me, edition);
            return Page.goTo(HOME + "/" + slug + "?done=lent-no-more");
        }
        var token = previews.lend(me, edition);
        boolean reviews = policy.allows(me, Deed.REVIEW_WORK, Thing.in(work.area()));
        boolean describes = policy.allows(me, keepWork.deed(work), Thing.in(work.area()));
        var on = newsroom.on(work, reviews, describes, "")
                .lending(token, address.find(request).orElse(""));
        return Page.of(out -> JteonworkGenerated.render(out, Page.PLAIN, view, on));
    }

    @GetMapping(HOME + "/{slug}/{language}")
    Page form(View view, SignedIn me, @PathVariable String slug, @PathVariable String language) {
        var work = writeEdition.find(me, slug);
        var in = language(language);
        return form(200, view, new Form(work, in, newsroom.begin(work, in), Map.of(), Optional.empty()));
    }

    @PostMapping(HOME + "/{slug}/{language}")
    Page write(
            View view,
            SignedIn me,
            @PathVariable String slug,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String look,
            @ModelAttribute WriteEdition.Typed typed) {
        var work = writeEdition.find(me, slug);
        var in = language(language);
        if (!look.isEmpty()) {
            var checked = writeEdition.check(work, in, typed);
            return form(200, view, new Form(work, in, typed, Map.of(), Optional.of(checked)));
        }
        return switch (writeEdition.write(me, slug, in, typed)) {
            case WriteEdition.Written.Draft _ -> Page.goTo(HOME + "/" + work.slug() + "?done=written");
            case WriteEdition.Written.Flawed(var flaws) ->
                form(422, view, new Form(work, in, typed, flaws, Optional.empty()));
        };
    }

    private static Page form(int status, View view, Form form) {
        return Page.of(status, out -> JtewriteGenerated.render(out, Page.PLAIN, view, form));
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(() -> new NotFound("language " + code));
    }

    private static BringOn.Which read(String which) {
        var parts = which.split(":", 3);
        if (parts.length < 3 || !parts[0].matches("[0-9a-f-]{36}") || !parts[2].matches("[1-9][0-9]{0,5}"))
            throw new NotFound("edition " + which);
        return new BringOn.Which(UUID.fromString(parts[0]), language(parts[1]), Integer.parseInt(parts[2]));
    }

    private static String word(BringOn.Brought brought) {
        return switch (brought) {
            case BringOn.Brought.Done(var state) -> state.name().toLowerCase(Locale.ROOT);
            case BringOn.Brought.Own() -> "own";
            case BringOn.Brought.Again() -> "again";
            case BringOn.Brought.ReasonMissing() -> "reason";
            case BringOn.Brought.NotThen() -> "not-then";
            case BringOn.Brought.NotNow _ -> "not-now";
        };
    }

    /** What a page says of the act before; nothing else is repeated from an address. */
    private static String known(String done) {
        var words = List.of(
                "written",
                "nothing",
                "own",
                "again",
                "reason",
                "not-now",
                "scheduled",
                "classed",
                "left-out",
                "lent-no-more",
                "draft",
                "review",
                "secrecy",
                "ready",
                "published",
                "withdrawn");
        return words.contains(done) ? done : "";
    }
}
