package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import yici.application.Fillings.Opened;
import yici.application.SupplyEvidence.Sent;
import yici.application.SupplyEvidence.Taken;
import yici.attachment.Attachments;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** The one set of evidence: each document once, whoever needs it. One page and one form; a file that is fine is kept whatever else is wrong. */
@Controller
@RequestMapping("/drafts/{id}/evidence")
class EvidencePages {

    /** What a person did with the page: sent the chosen files, took one back, went on, or stopped for now. */
    private static final String UPLOAD = "upload";

    private static final String LATER = "later";

    private final Fillings fillings;
    private final SupplyEvidence supplyEvidence;
    private final Owing owing;
    private final Promises promises;
    private final Attachments attachments;

    EvidencePages(
            Fillings fillings, SupplyEvidence supplyEvidence, Owing owing, Promises promises, Attachments attachments) {
        this.fillings = fillings;
        this.supplyEvidence = supplyEvidence;
        this.owing = owing;
        this.promises = promises;
        this.attachments = attachments;
    }

    private Page open(SignedIn me, UUID id, Function<Filling, Page> page) {
        return switch (fillings.open(me, id)) {
            case Opened.Open(var filling) -> page.apply(filling);
            case Opened.Sent(var number) -> Page.goTo("/applications/" + number + "/receipt");
        };
    }

    @GetMapping
    Page list(@PathVariable UUID id, SignedIn me, View view) {
        return open(me, id, f -> show(200, f, Map.of(), List.of(), view));
    }

    @PostMapping
    Page handIn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "next") String then,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(defaultValue = "") Set<String> owe,
            @RequestParam(defaultValue = "") Set<String> commit,
            SignedIn me,
            View view,
            HttpServletRequest request) {
        return open(me, id, f -> {
            var refused = take(me, f, request);
            takeBack(me, f, remove);
            owing.choose(me, f, owe);
            promises.choose(me, f, commit);
            return open(me, id, now -> after(now, refused, remove.isEmpty() ? then : UPLOAD, view));
        });
    }

    private static Page after(Filling now, Map<String, List<Taken>> refused, String then, View view) {
        if (!refused.isEmpty()) return show(422, now, refused, List.of(), view);
        if (then.equals(UPLOAD)) return Page.goTo(now.base() + "/evidence");
        if (then.equals(LATER)) return Page.goTo(now.base() + "?saved=true");
        var missing = now.checkup().missing();
        return missing.isEmpty() ? Page.goTo(now.base() + "/check") : show(422, now, Map.of(), missing, view);
    }

    private static Page show(
            int status, Filling filling, Map<String, List<Taken>> refused, List<String> missing, View view) {
        return Page.of(status, out -> JteevidenceGenerated.render(out, Page.PLAIN, view, filling, refused, missing));
    }

    /** @return files that were not taken, by document */
    private Map<String, List<Taken>> take(SignedIn me, Filling filling, HttpServletRequest request) {
        var refused = new LinkedHashMap<String, List<Taken>>();
        if (!(request instanceof MultipartHttpServletRequest upload)) return refused;
        for (var planned : filling.plan().evidence()) {
            var sent = sent(upload, "file." + planned.key());
            if (sent.isEmpty()) continue;
            var wrong = supplyEvidence.supply(me, filling.draft().id(), planned.key(), sent).stream()
                    .filter(t -> !(t instanceof Taken.Kept))
                    .toList();
            if (!wrong.isEmpty()) refused.put(planned.key(), wrong);
        }
        return refused;
    }

    /** A browser sends an input without a file as a file without a name. */
    private static List<Sent> sent(MultipartHttpServletRequest upload, String input) {
        var sent = new ArrayList<Sent>();
        for (var file : upload.getFiles(input)) {
            var name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) sent.add(new Sent(name, file::getInputStream));
        }
        return sent;
    }

    /** @param which {@code <document>/<attachment>}; anything that is not there is passed over */
    private void takeBack(SignedIn me, Filling filling, String which) {
        filling.draft().evidence().stream()
                .filter(f -> which.equals(f.evidence() + "/" + f.attachment()))
                .forEach(f -> supplyEvidence.takeBack(me, filling.draft().id(), f.evidence(), f.attachment()));
    }

    /** The owner looks at a file handed in; nobody else finds it here. */
    @GetMapping("/{attachment}")
    ResponseEntity<Resource> look(@PathVariable UUID id, @PathVariable UUID attachment, SignedIn me) {
        if (!(fillings.open(me, id) instanceof Opened.Open(var filling))) throw new NotFound("file " + attachment);
        return filling.draft().evidence().stream()
                .filter(f -> f.attachment().equals(attachment))
                .findFirst()
                .flatMap(f -> attachments.find(attachment))
                .map(attachments::show)
                .orElseThrow(() -> new NotFound("file " + attachment));
    }
}
