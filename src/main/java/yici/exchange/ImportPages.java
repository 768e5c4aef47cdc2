package yici.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/imports: files are brought, looked through, confirmed by a second person; what came of each record. */
@Controller
class ImportPages {

    private static final String HERE = "/admin/imports";
    private static final int LINES = 100;

    private final Policy policy;
    private final LookThroughFiles look;
    private final SettleImport settle;
    private final Imports imports;
    private final Clock clock;

    ImportPages(Policy policy, LookThroughFiles look, SettleImport settle, Imports imports, Clock clock) {
        this.policy = policy;
        this.look = look;
        this.settle = settle;
        this.imports = imports;
        this.clock = clock;
    }

    /** @param wrong keys of words by field: files, from */
    record Form(String from, String note, Optional<Wrong> wrong) {}

    /** @param field whose it is: files or from */
    record Wrong(String field, String file, Problem problem) {}

    /** @param own who reads it has brought the files */
    record Shown(Import made, List<Line> lines, Optional<Line.Outcome> only, int page, boolean more, boolean own) {}

    @GetMapping(HERE)
    Page list(View view, SignedIn me) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        return list(200, view, new Form(today().toString(), "", Optional.empty()));
    }

    private Page list(int status, View view, Form form) {
        var latest = imports.latest();
        return Page.of(status, out -> JteimportsGenerated.render(out, Page.PLAIN, view, form, latest));
    }

    @PostMapping(HERE)
    Page bring(
            View view,
            SignedIn me,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String note) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        var day = day(from);
        if (day.isEmpty()) return refused(view, from, note, "from", "", new Problem(0, "", from, "NOT_A_DATE", ""));
        var texts = new ArrayList<Import.File>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) continue;
            var text = text(file);
            if (text.isEmpty())
                return refused(view, from, note, "files", name(file), new Problem(1, "", "", "NOT_UTF8", ""));
            texts.add(new Import.File(name(file), text.get()));
        }
        return switch (look.look(me, texts, day.get(), note.strip())) {
            case LookThroughFiles.Looked.Done(var id) -> Page.goTo(HERE + "/" + id);
            case LookThroughFiles.Looked.Unreadable(var file, var problem) ->
                refused(view, from, note, "files", file, problem);
            case LookThroughFiles.Looked.TooEarly(var today) ->
                refused(view, from, note, "from", "", new Problem(0, "", from, "TOO_EARLY", today.toString()));
        };
    }

    private Page refused(View view, String from, String note, String field, String file, Problem problem) {
        return list(422, view, new Form(from, note, Optional.of(new Wrong(field, file, problem))));
    }

    @GetMapping(HERE + "/{id}")
    Page one(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String said) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        var made = imports.get(id(id));
        var only = Stream.of(Line.Outcome.values())
                .filter(o -> o.name().equals(outcome))
                .findFirst();
        int at = Math.clamp(page, 1, LookThroughFiles.MOST_RECORDS / LINES);
        var lines = imports.lines(made.id(), only, (at - 1) * LINES, LINES + 1);
        var shown = new Shown(
                made,
                lines.stream().limit(LINES).toList(),
                only,
                at,
                lines.size() > LINES,
                made.uploadedBy().equals(Optional.of(me.person())));
        var notice = said.matches("OwnFiles|LookAgain|TooLate|Closed|Done") ? said : "";
        return Page.of(out -> JteimportGenerated.render(out, Page.PLAIN, view, shown, notice));
    }

    /** The same for programs, whole. */
    @GetMapping(path = HERE + "/{id}/report.json")
    ResponseEntity<Report> report(SignedIn me, @PathVariable String id) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        var made = imports.get(id(id));
        var lines = imports.lines(made.id(), Optional.empty(), 0, LookThroughFiles.MOST_RECORDS);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Report(made.id(), made.state(), made.effectiveFrom().toString(), lines));
    }

    record Report(UUID id, Import.State state, String effectiveFrom, List<Line> records) {}

    @PostMapping(HERE + "/{id}/confirm")
    Page confirm(SignedIn me, @PathVariable String id) {
        return said(id, settle.confirm(me, id(id)));
    }

    @PostMapping(HERE + "/{id}/drop")
    Page drop(SignedIn me, @PathVariable String id) {
        return said(id, settle.drop(me, id(id)));
    }

    private static Page said(String id, SettleImport.Settled settled) {
        var said = switch (settled) {
            case SettleImport.Settled.Done _ -> "Done";
            case SettleImport.Settled.OwnFiles _ -> "OwnFiles";
            case SettleImport.Settled.LookAgain _ -> "LookAgain";
            case SettleImport.Settled.TooLate _ -> "TooLate";
            case SettleImport.Settled.Closed _ -> "Closed";
        };
        return Page.goTo(HERE + "/" + id(id) + "?said=" + said);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll("[\\p{Cntrl}]|.*[/\\\\]", "");
        return name.length() <= 120 ? name : name.substring(0, 120);
    }

    /** Empty for what is no UTF-8, or holds what no text does. */
    private static Optional<String> text(MultipartFile file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("import " + text);
        }
    }
}
