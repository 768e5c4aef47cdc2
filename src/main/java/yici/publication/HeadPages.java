package yici.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/works/new and /admin/works/SLUG/about: a work is begun, and what is said of it besides its texts. */
@Controller
class HeadPages {

    private static final String HOME = "/admin/works";

    /**
     * @param slug of the work that stands; empty for one that is begun
     * @param kind empty: it is still to be chosen
     * @param places columns this person may put it into
     * @param former addresses it had
     */
    record Head(
            String slug,
            Optional<Kinds.Kind> kind,
            List<Kinds.Kind> kinds,
            List<Area> areas,
            List<Memberships.Place> places,
            List<Addresses.Former> former,
            KeepWork.Typed typed,
            Map<String, String> flaws,
            String done)
            implements Form {

        boolean isNew() {
            return slug.isEmpty();
        }

        String action() {
            return isNew() ? HOME + "/new" : HOME + "/" + slug + "/about";
        }

        Map<String, String> areaChoices(View view) {
            return Choices.of(areas, Area::code, area -> view.t(area.name()));
        }

        Map<String, String> formChoices(View view) {
            return Choices.of(
                    List.of("", "qa", "timeline", "infographic", "video", "expert", "plain"),
                    form -> form,
                    form -> form.isEmpty() ? "—" : view.t("publication.form." + form));
        }

        Map<String, String> validityChoices(View view) {
            return Choices.of(
                    List.of("in-force", "amended", "expired", "repealed"),
                    one -> one,
                    one -> view.t("publication.validity." + one));
        }
    }

    private final KeepWork keepWork;
    private final WriteEdition writeEdition;
    private final Addresses addresses;
    private final Memberships memberships;
    private final Kinds kinds;
    private final Areas areas;
    private final Policy policy;
    private final Clock clock;

    HeadPages(
            KeepWork keepWork,
            WriteEdition writeEdition,
            Addresses addresses,
            Memberships memberships,
            Kinds kinds,
            Areas areas,
            Policy policy,
            Clock clock) {
        this.keepWork = keepWork;
        this.writeEdition = writeEdition;
        this.addresses = addresses;
        this.memberships = memberships;
        this.kinds = kinds;
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping(HOME + "/new")
    Page begin(View view, SignedIn me, @RequestParam(defaultValue = "") String kind) {
        policy.check(me, Deed.WRITE_WORK);
        var mine = mine(me);
        var typed = new KeepWork.Typed(
                "",
                kind,
                "",
                mine.getFirst().code(),
                "",
                "",
                "",
                "",
                LocalDate.ofInstant(clock.instant(), View.ZONE).toString(),
                Set.of(),
                "",
                Map.of());
        return show(200, view, head(me, "", kinds.find(kind), List.of(), typed, Map.of(), ""));
    }

    @PostMapping(HOME + "/new")
    Page begin(
            View view,
            SignedIn me,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) List<String> columns) {
        var typed = typed(sent, columns);
        return switch (keepWork.begin(me, typed)) {
            case KeepWork.Kept.Done(var slug) -> Page.goTo(HOME + "/" + slug + "/zh");
            case KeepWork.Kept.Flawed(var flaws) ->
                show(422, view, head(me, "", kinds.find(typed.kind()), List.of(), typed, flaws, ""));
        };
    }

    @GetMapping(HOME + "/{slug}/about")
    Page about(View view, SignedIn me, @PathVariable String slug, @RequestParam(defaultValue = "") String done) {
        var work = writeEdition.find(me, slug);
        policy.check(me, keepWork.deed(work), Thing.in(work.area()));
        var typed = new KeepWork.Typed(
                work.slug(),
                work.kind(),
                work.form(),
                work.area(),
                work.body(),
                work.sourceName().zh(),
                work.sourceName().texts().getOrDefault(Language.EN, ""),
                work.sourceUrl(),
                work.formedOn().toString(),
                memberships.of(work.id()),
                String.join("\n", memberships.explained(work.id())),
                work.fields());
        var word = Set.of("described", "ended", "reason").contains(done) ? done : "";
        return show(200, view, head(me, slug, kinds.find(work.kind()), addresses.of(work.id()), typed, Map.of(), word));
    }

    @PostMapping(HOME + "/{slug}/about")
    Page change(
            View view,
            SignedIn me,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) List<String> columns) {
        var work = writeEdition.find(me, slug);
        var typed = typed(sent, columns);
        return switch (keepWork.change(me, slug, typed)) {
            case KeepWork.Kept.Done(var now) -> Page.goTo(HOME + "/" + now + "/about?done=described");
            case KeepWork.Kept.Flawed(var flaws) ->
                show(422, view, head(me, slug, kinds.find(work.kind()), addresses.of(work.id()), typed, flaws, ""));
        };
    }

    @PostMapping(HOME + "/{slug}/former")
    Page endAddress(
            SignedIn me,
            @PathVariable String slug,
            @RequestParam String former,
            @RequestParam(defaultValue = "") String reason) {
        boolean ended = keepWork.endAddress(me, slug, former, reason);
        return Page.goTo(HOME + "/" + slug + "/about?done=" + (ended ? "ended" : "reason"));
    }

    @PostMapping(HOME + "/{slug}/left-out")
    Page leaveOut(
            SignedIn me,
            @PathVariable String slug,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String reason) {
        var in = Language.of(language).orElseThrow(() -> new NotFound("language " + language));
        boolean done = keepWork.leaveOut(me, slug, in, reason);
        return Page.goTo(HOME + "/" + slug + "?done=" + (done ? "left-out" : "reason"));
    }

    private Head head(
            SignedIn me,
            String slug,
            Optional<Kinds.Kind> kind,
            List<Addresses.Former> former,
            KeepWork.Typed typed,
            Map<String, String> flaws,
            String done) {
        var places = memberships.columns().stream()
                .filter(place -> policy.allows(me, Deed.WRITE_WORK, Thing.in(place.area())))
                .toList();
        return new Head(slug, kind, kinds.all(), mine(me), places, former, typed, flaws, done);
    }

    private List<Area> mine(SignedIn me) {
        return areas.all().stream()
                .filter(area -> policy.allows(me, Deed.WRITE_WORK, Thing.in(area.code())))
                .toList();
    }

    private static KeepWork.Typed typed(
            Map<String, String> sent, @org.jspecify.annotations.Nullable List<String> columns) {
        var fields = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.startsWith("field-")) fields.put(name.substring(6), value);
        });
        return new KeepWork.Typed(
                sent.getOrDefault("slug", ""),
                sent.getOrDefault("kind", ""),
                sent.getOrDefault("form", ""),
                sent.getOrDefault("area", ""),
                sent.getOrDefault("body", ""),
                sent.getOrDefault("sourceZh", ""),
                sent.getOrDefault("sourceEn", ""),
                sent.getOrDefault("sourceUrl", ""),
                sent.getOrDefault("formedOn", ""),
                columns == null ? Set.of() : Set.copyOf(columns),
                sent.getOrDefault("explains", ""),
                fields);
    }

    private static Page show(int status, View view, Head head) {
        return Page.of(status, out -> JteheadGenerated.render(out, Page.PLAIN, view, head));
    }
}
