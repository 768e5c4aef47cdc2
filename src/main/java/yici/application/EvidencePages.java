package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import yici.attachment.Attachments;
import yici.attachment.Upload;
import yici.catalogue.Catalogue;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /drafts/…/evidence: the one set of documents, each handed in once for all items that need it. */
@Controller
class EvidencePages {

    private final DraftStore drafts;
    private final Catalogue catalogue;
    private final SupplyEvidence supplyEvidence;
    private final Attachments attachments;
    private final Clock clock;

    EvidencePages(
            DraftStore drafts,
            Catalogue catalogue,
            SupplyEvidence supplyEvidence,
            Attachments attachments,
            Clock clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.supplyEvidence = supplyEvidence;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping("/drafts/{id}/evidence")
    Page evidence(View view, SignedIn me, @PathVariable UUID id) {
        return show(200, view, draft(me, id), Map.of());
    }

    @PostMapping("/drafts/{id}/evidence")
    Page handIn(View view, SignedIn me, @PathVariable UUID id, HttpServletRequest request) {
        var errors = take(view, me, draft(me, id), request);
        takeBack(me, id, request);
        var now = draft(me, id);
        if (request.getParameter("next") == null)
            return errors.isEmpty() ? Page.goTo(now.base() + "/evidence") : show(422, view, now, errors);

        for (var key : now.checkup().missing())
            errors.putIfAbsent(
                    key,
                    view.t(
                            "application.draft.missing",
                            view.t(now.guide().evidence(key).name())));
        return errors.isEmpty() ? Page.goTo(now.next()) : show(422, view, now, errors);
    }

    @GetMapping("/drafts/{id}/evidence/{attachment}")
    ResponseEntity<Resource> file(SignedIn me, @PathVariable UUID id, @PathVariable UUID attachment) {
        return draft(me, id).draft().evidence().stream()
                .filter(f -> f.attachment().equals(attachment))
                .findFirst()
                .flatMap(f -> attachments.find(attachment))
                .map(attachments::show)
                .orElseThrow(() -> new NotFound("file " + attachment));
    }

    private static Page show(int status, View view, DraftView draft, Map<String, String> errors) {
        return Page.of(status, out -> JteevidenceGenerated.render(out, Page.PLAIN, view, draft, errors));
    }

    /** @return what is wrong, by document; files that are fine are kept whatever else is wrong */
    private Map<String, String> take(View view, SignedIn me, DraftView draft, HttpServletRequest request) {
        var errors = new LinkedHashMap<String, String>();
        if (!(request instanceof MultipartHttpServletRequest upload)) return errors;
        for (var evidence : draft.plan().evidence()) {
            var sent = new ArrayList<SupplyEvidence.Sent>();
            for (var file : upload.getFiles("file." + evidence.key())) {
                var name = file.getOriginalFilename();
                if (name != null && !name.isBlank()) sent.add(new SupplyEvidence.Sent(name, file::getInputStream));
            }
            if (sent.isEmpty()) continue;
            var wrong = supplyEvidence.supply(me, draft.draft().id(), evidence.key(), sent).stream()
                    .flatMap(t -> words(view, t).stream())
                    .toList();
            if (!wrong.isEmpty()) errors.put(evidence.key(), String.join(" ", wrong));
        }
        return errors;
    }

    private static List<String> words(View view, SupplyEvidence.Taken taken) {
        return switch (taken) {
            case SupplyEvidence.Taken.Kept _ -> List.of();
            case SupplyEvidence.Taken.TooMany(var name) ->
                List.of(view.t("application.file.many", name, SupplyEvidence.MOST_FILES));
            case SupplyEvidence.Taken.Refused(var name, var why) -> List.of(words(view, name, why));
        };
    }

    private static String words(View view, String name, Upload why) {
        return switch (why) {
            case Upload.Empty _ -> view.t("application.file.empty", name);
            case Upload.TooLarge(var limit) -> view.t("application.file.large", name, limit / 1024 / 1024);
            case Upload.WrongType _ -> view.t("application.file.type", name);
            case Upload.EncryptedPdf _ -> view.t("application.file.encrypted", name);
            case Upload.Damaged _ -> view.t("application.file.damaged", name);
            case Upload.Infected _ -> view.t("application.file.infected", name);
            case Upload.Stored _ -> "";
        };
    }

    private void takeBack(SignedIn me, UUID id, HttpServletRequest request) {
        var which = request.getParameter("remove");
        if (which == null) return;
        draft(me, id).draft().evidence().stream()
                .filter(f -> which.equals(f.evidence() + "/" + f.attachment()))
                .forEach(f -> supplyEvidence.takeBack(me, id, f.evidence(), f.attachment()));
    }

    private DraftView draft(SignedIn me, UUID id) {
        var draft = drafts.find(id, me.account()).orElseThrow(() -> new NotFound("draft " + id));
        return new DraftView(draft, catalogue.edition(draft.edition()).guide(), clock);
    }
}
