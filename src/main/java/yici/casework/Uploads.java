package yici.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import yici.attachment.Upload;
import yici.kit.View;

/** Files a form about one case brings, kept from the moment they arrive. The caller has found the applicant's own case. */
@Component
class Uploads {

    private final HandedIn handedIn;

    Uploads(HandedIn handedIn) {
        this.handedIn = handedIn;
    }

    /** @return why a file was not taken, by document */
    Map<String, String> take(
            View view, UUID application, int no, Collection<String> documents, HttpServletRequest request) {
        var errors = new LinkedHashMap<String, String>();
        if (!(request instanceof MultipartHttpServletRequest upload)) return errors;
        for (var document : documents) {
            for (var file : upload.getFiles("file." + document)) {
                var name = file.getOriginalFilename();
                if (name == null || name.isBlank()) continue; // no file was chosen
                try {
                    handedIn.add(application, no, document, name, file.getInputStream())
                            .ifPresent(why -> errors.put(document, words(view, name, why)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return errors;
    }

    static String words(View view, String name, Upload why) {
        return switch (why) {
            case Upload.Empty _ -> view.t("casework.file.empty", name);
            case Upload.TooLarge(var limit) -> view.t("casework.file.large", name, limit / 1024 / 1024);
            case Upload.WrongType _ -> view.t("casework.file.type", name);
            case Upload.EncryptedPdf _ -> view.t("casework.file.encrypted", name);
            case Upload.Damaged _ -> view.t("casework.file.damaged", name);
            case Upload.Infected _ -> view.t("casework.file.infected", name);
            case Upload.Stored _ -> "";
        };
    }

    void remove(UUID application, int no, HttpServletRequest request) {
        var which = request.getParameter("remove");
        if (which == null) return;
        handedIn.of(application, no).stream()
                .filter(f -> f.attachment().toString().equals(which))
                .forEach(f -> handedIn.remove(application, no, f.attachment()));
    }
}
