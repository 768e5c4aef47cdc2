package yici.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import yici.attachment.Attachments;
import yici.attachment.Upload;
import yici.casework.FileObjection.Filed;
import yici.casework.FileObjection.Said;
import yici.identity.OpenForms;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.Badge;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /notices: what is put before the public now, for everybody; and the form of who objects. */
@Controller
class NoticePages {

    /** @param left working days have no say here: natural days until and with the last one */
    record Line(PublicNotice notice, Translated body) {}

    record Shown(
            Area area, List<Line> lines, String wanted, boolean first, Optional<Notices.Place> after, boolean any) {
        String next() {
            return after.map(place -> begin() + "&after=" + place.text()).orElse("");
        }

        String begin() {
            return "/notices?area=" + area.code()
                    + (wanted.isEmpty()
                            ? ""
                            : "&q=" + java.net.URLEncoder.encode(wanted, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /**
     * One notice and the form below it.
     *
     * @param id of the objection to be
     * @param errors by field, in words
     * @param waitUntil when nothing more is taken from this network
     */
    record Open(
            PublicNotice notice,
            Translated body,
            boolean runs,
            boolean over,
            UUID id,
            Said said,
            Optional<Objections.Given> file,
            Map<String, String> errors,
            Optional<Instant> waitUntil,
            boolean refused) {}

    /** The receipt, later with the answer. */
    record Receipt(Objections.Objection objection, PublicNotice notice, Translated body) {}

    private static final Said NOTHING = new Said("", "", "");
    private static final String FORM = "objection";

    private final Notices notices;
    private final Objections objections;
    private final FileObjection fileObjection;
    private final OpenForms openForms;
    private final Attachments attachments;
    private final Areas areas;
    private final Bodies bodies;
    private final Clocks clocks;

    NoticePages(
            Notices notices,
            Objections objections,
            FileObjection fileObjection,
            OpenForms openForms,
            Attachments attachments,
            Areas areas,
            Bodies bodies,
            Clocks clocks) {
        this.notices = notices;
        this.objections = objections;
        this.fileObjection = fileObjection;
        this.openForms = openForms;
        this.attachments = attachments;
        this.areas = areas;
        this.bodies = bodies;
        this.clocks = clocks;
    }

    @GetMapping("/notices")
    Page list(View view, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        var chosen = areas.get(view.area().code());
        var area = chosen.level() == Area.Level.OWN_LEVEL
                ? areas.get(chosen.parent().orElseThrow())
                : chosen;
        var within = areas.within(area.code()).stream().map(Area::code).toList();
        var wanted = q.strip().substring(0, Math.min(100, q.strip().length()));
        var place = Notices.Place.read(after);
        var listing = notices.running(within, wanted, clocks.today(), place);
        var shown = new Shown(
                area,
                listing.notices().stream().map(n -> new Line(n, body(n))).toList(),
                wanted,
                place.equals(Notices.Place.FIRST),
                listing.next(),
                !listing.notices().isEmpty());
        return Page.of(out -> JtenoticesGenerated.render(out, Page.PLAIN, view, shown));
    }

    @GetMapping("/notices/{id}")
    Page one(View view, @PathVariable UUID id) {
        var notice = notices.find(id).orElseThrow(() -> new NotFound("notice"));
        var objection = Ids.fresh(clocks.clock());
        return show(200, view, notice, objection, NOTHING, Map.of(), Optional.empty(), false);
    }

    @PostMapping("/notices/{id}/object")
    Page object(
            View view,
            @PathVariable UUID id,
            @RequestParam UUID objection,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var notice = notices.find(id)
                .filter(n -> n.said().objections().isPresent())
                .orElseThrow(() -> new NotFound("notice"));
        var said = new Said(name, contact, reason);
        var wait = openForms.tooOften(FORM, request.getRemoteAddr());
        if (wait.isPresent()) return show(429, view, notice, objection, said, Map.of(), wait, false);

        var errors =
                notice.runs(clocks.today()) ? keepFile(view, notice, objection, request) : Map.<String, String>of();
        if (!errors.isEmpty()) return show(422, view, notice, objection, said, errors, Optional.empty(), false);
        return switch (fileObjection.file(id, objection, said)) {
            case Filed.Received(var number) -> Page.goTo("/notices/objections/" + number);
            case Filed.Incomplete(var fields) ->
                show(422, view, notice, objection, said, words(view, fields), Optional.empty(), false);
            case Filed.TooLate _, Filed.Ended _ ->
                show(409, view, notice, objection, said, Map.of(), Optional.empty(), true);
        };
    }

    @GetMapping("/notices/objections/{number}")
    Page receipt(View view, @PathVariable String number) {
        var objection =
                Badge.HOUSE.wearing(() -> objections.byNumber(number)).orElseThrow(() -> new NotFound("objection"));
        var notice = Badge.HOUSE
                .wearing(() -> notices.find(objection.application(), objection.no(), objection.attempt()))
                .orElseThrow();
        var receipt = new Receipt(objection, notice, body(notice));
        return Page.of(out -> JteobjectionGenerated.render(out, Page.PLAIN, view, receipt));
    }

    private Page show(
            int status,
            View view,
            PublicNotice notice,
            UUID objection,
            Said said,
            Map<String, String> errors,
            Optional<Instant> waitUntil,
            boolean refused) {
        var open = new Open(
                notice,
                body(notice),
                notice.runs(clocks.today()),
                notice.isOver(clocks.today()),
                objection,
                said,
                Badge.HOUSE.wearing(() -> objections.file(notice.application(), objection)),
                errors,
                waitUntil,
                refused);
        return Page.of(status, out -> JtenoticeGenerated.render(out, Page.PLAIN, view, open));
    }

    private static Map<String, String> words(View view, Map<String, String> errors) {
        var words = new LinkedHashMap<String, String>();
        errors.forEach((field, why) -> words.put(field, view.t("casework.objection.error." + why)));
        return words;
    }

    /** Whatever else is wrong with the form, its file is kept. */
    private Map<String, String> keepFile(View view, PublicNotice notice, UUID objection, HttpServletRequest request) {
        if (!(request instanceof MultipartHttpServletRequest upload)) return Map.of();
        var file = upload.getFile("file");
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) return Map.of();
        return switch (take(file)) {
            case Upload.Stored(var attachment) -> {
                var given = new Objections.Given(attachment.id(), attachment.fileName());
                Badge.HOUSE.wear(() -> objections.keepFile(notice.application(), objection, given, clocks.now()));
                yield Map.of();
            }
            case Upload why -> Map.of("file", Uploads.words(view, file.getOriginalFilename(), why));
        };
    }

    private Upload take(MultipartFile file) {
        try (var content = file.getInputStream()) {
            // it is the office's, whoever brought it
            return Badge.HOUSE.wearing(() -> attachments.take(String.valueOf(file.getOriginalFilename()), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Translated body(PublicNotice notice) {
        return notice.body()
                .flatMap(bodies::find)
                .map(b -> b.name())
                .orElseGet(() -> areas.get(notice.area()).name());
    }
}
