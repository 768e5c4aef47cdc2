package yici.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import yici.attachment.Attachments;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** What editors have at hand while they write: pictures and papers, links to works, what they copied elsewhere. */
@Controller
class DeskToolPages {

    private static final String HOME = "/admin/works";
    private static final int FOUND = 10;

    /** @param flaw key of words; empty when all is well */
    record FileDesk(Work work, List<WorkFiles.File> files, String zh, String en, String flaw, boolean added) {}

    private final AddFile addFile;
    private final WorkFiles files;
    private final FindWorks findWorks;
    private final WriteEdition writeEdition;
    private final Policy policy;

    DeskToolPages(AddFile addFile, WorkFiles files, FindWorks findWorks, WriteEdition writeEdition, Policy policy) {
        this.addFile = addFile;
        this.files = files;
        this.findWorks = findWorks;
        this.writeEdition = writeEdition;
        this.policy = policy;
    }

    @GetMapping(HOME + "/{slug}/files")
    Page files(View view, SignedIn me, @PathVariable String slug, @RequestParam(defaultValue = "") String done) {
        return files(200, view, me, slug, "", "", "", done.equals("added"));
    }

    @PostMapping(HOME + "/{slug}/files")
    Page add(
            View view,
            SignedIn me,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en) {
        return switch (addFile.add(me, slug, name(file), content(file), zh, en)) {
            case AddFile.Added.Done _ -> Page.goTo(HOME + "/" + slug + "/files?done=added");
            case AddFile.Added.Nothing _ -> files(422, view, me, slug, zh, en, "publication.flaw.file", false);
            case AddFile.Added.AltMissing _ -> files(422, view, me, slug, zh, en, "publication.flaw.alt", false);
            case AddFile.Added.Refused _ -> files(422, view, me, slug, zh, en, "publication.flaw.file.type", false);
            case AddFile.Added.NoPicture _ -> files(422, view, me, slug, zh, en, "publication.flaw.picture", false);
        };
    }

    private static String name(@Nullable MultipartFile file) {
        return file == null
                ? ""
                : Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private static byte[] content(@Nullable MultipartFile file) {
        try {
            // one byte more than is taken tells that it was too much
            return file == null ? new byte[0] : file.getInputStream().readNBytes((int) Attachments.LIMIT_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page files(
            int status, View view, SignedIn me, String slug, String zh, String en, String flaw, boolean added) {
        var work = writeEdition.find(me, slug);
        var desk = new FileDesk(work, files.of(work.id()), zh, en, flaw, added);
        return Page.of(status, out -> JtefilesGenerated.render(out, Page.PLAIN, view, desk));
    }

    /** Works to link to, with what to write for it. */
    @GetMapping(HOME + "/links")
    Page links(View view, SignedIn me, @RequestParam(defaultValue = "") String q) {
        policy.check(me, Deed.WRITE_WORK);
        var asked = new FindWorks.Asked(q, "");
        var found = asked.q().isEmpty() ? List.<Line>of() : findWorks.find(asked, view.language(), 0, FOUND);
        return Page.of(out -> JtelinksGenerated.render(out, Page.PLAIN, view, asked.q(), found));
    }

    /** @param html as the clipboard has it */
    @PostMapping(HOME + "/paste")
    ResponseEntity<String> paste(SignedIn me, @RequestParam String html) {
        policy.check(me, Deed.WRITE_WORK);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(Pasted.markdown(html));
    }
}
