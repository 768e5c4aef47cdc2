package yici.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.CsvFile;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.rehearsal.BeginRehearsal.Begun;
import yici.rehearsal.ReadRehearsal.Filter;

/** /admin/drafts/{id}/rehearsal: the draft tried on the applications of the last year. */
@Controller
class RehearsalPages {

    private static final String HERE = "/admin/drafts/{id}/rehearsal";

    /** What was typed and not taken. */
    record Typed(String purpose, String problem) {}

    private final BeginRehearsal begin;
    private final ReadRehearsal read;

    RehearsalPages(BeginRehearsal begin, ReadRehearsal read) {
        this.begin = begin;
        this.read = read;
    }

    @GetMapping(HERE)
    Page show(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String after) {
        int place = after.matches("[0-9]{1,6}") ? Integer.parseInt(after) : 0;
        return show(200, view, me, id, new Filter(kind(kind), area, place), Optional.empty());
    }

    private Page show(int status, View view, SignedIn me, String id, Filter filter, Optional<Typed> typed) {
        var shown = read.show(view, me, id(id), filter);
        return Page.of(status, out -> JterehearsalGenerated.render(out, Page.PLAIN, view, shown, typed));
    }

    @PostMapping(HERE)
    Page begin(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String purpose) {
        return switch (begin.begin(me, id(id), purpose)) {
            case Begun.Waiting _, Begun.GoingOn() -> Page.goTo(address(id(id)));
            case Begun.NoPurpose() -> flawed(view, me, id, purpose, view.t("rehearsal.flaw.purpose"));
            case Begun.TooLong(int characters) ->
                flawed(view, me, id, purpose, view.t("rehearsal.flaw.long", characters));
            case Begun.NothingToTry() -> flawed(view, me, id, purpose, view.t("rehearsal.flaw.nothing"));
        };
    }

    private Page flawed(View view, SignedIn me, String id, String purpose, String problem) {
        return show(422, view, me, id, Filter.NONE, Optional.of(new Typed(purpose, problem)));
    }

    @GetMapping("/admin/drafts/{id}/rehearsal.csv")
    ResponseEntity<byte[]> csv(View view, SignedIn me, @PathVariable String id) {
        var head = Stream.of("case", "number", "area", "filed", "kind", "thing", "was", "now")
                .map(column -> view.t("rehearsal.column." + column))
                .toList();
        var rows = read.all(view, me, id(id)).stream()
                .flatMap(line -> line.told().stream()
                        .map(told -> List.of(
                                String.valueOf(line.no()),
                                line.masked(),
                                view.t(line.area()),
                                line.filed(),
                                view.t(told.kind().words()),
                                view.t(told.thing()),
                                told.was(),
                                told.now())));
        return CsvFile.of("rehearsal-" + id(id), head, rows);
    }

    static String address(UUID draft) {
        return "/admin/drafts/" + draft + "/rehearsal";
    }

    private static String kind(String typed) {
        return Stream.of(Difference.Kind.values())
                .map(Enum::name)
                .filter(typed::equals)
                .findFirst()
                .orElse("");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("draft " + text);
        }
    }
}
