package yici.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import yici.attachment.Attachment;
import yici.attachment.Attachments;
import yici.attachment.Upload;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /account/mandates/guardian: a guardianship that no register tells of. */
@Controller
class GuardianPages {

    private final Guardianship guardianship;
    private final Attachments attachments;
    private final Named named;

    GuardianPages(Guardianship guardianship, Attachments attachments, Named named) {
        this.guardianship = guardianship;
        this.attachments = attachments;
        this.named = named;
    }

    @GetMapping("/account/mandates/guardian")
    Page ask(View view, SignedIn me) {
        return form(200, view, new Guardianship.Typed("", "RESIDENT_ID", "", "", county(view)), Map.of());
    }

    /** Counties decide: of one that was chosen it is probably this one, in a city or the province it has to be said which. */
    private static String county(View view) {
        return view.areaPath().size() > 2 ? view.area().code() : "";
    }

    @PostMapping("/account/mandates/guardian")
    Page claim(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var typed = new Guardianship.Typed(name, document, number, nationality, area);
        var taken = take(file);
        var kept = taken.filter(Upload.Stored.class::isInstance).map(u -> ((Upload.Stored) u).attachment());
        return switch (guardianship.claim(me, typed, kept)) {
            case Guardianship.Claimed.Waiting _ -> Page.goTo("/account/mandates?done=claimed");
            case Guardianship.Claimed.Flawed(var flaws) -> form(422, view, typed, refused(flaws, taken, kept));
        };
    }

    private Optional<Upload> take(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) return Optional.empty();
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream content = file.getInputStream()) {
            return Optional.of(attachments.take(name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> refused(
            Map<String, String> flaws, Optional<Upload> taken, Optional<Attachment> kept) {
        var all = new LinkedHashMap<>(flaws);
        if (taken.isPresent() && kept.isEmpty()) all.put("file", "mandate.guardian.file.refused");
        return all;
    }

    private Page form(int status, View view, Guardianship.Typed typed, Map<String, String> flaws) {
        return Page.of(status, out -> JteguardianGenerated.render(out, Page.PLAIN, view, typed, flaws, named));
    }
}
