package yici.casework;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Notices and decisions as PDF: for the one who applied, and for the officer whose case it is. */
@Controller
class PaperPages {

    private final Papers papers;
    private final PrintPaper printPaper;
    private final Bundles bundles;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final DeliverResult deliverResult;
    private final Clocks clocks;

    PaperPages(
            Papers papers,
            PrintPaper printPaper,
            Bundles bundles,
            AuditLog audit,
            TransactionTemplate transaction,
            DeliverResult deliverResult,
            Clocks clocks) {
        this.papers = papers;
        this.printPaper = printPaper;
        this.bundles = bundles;
        this.audit = audit;
        this.transaction = transaction;
        this.deliverResult = deliverResult;
        this.clocks = clocks;
    }

    @GetMapping("/my/{number}/documents/{id}")
    ResponseEntity<byte[]> mine(SignedIn me, @PathVariable String number, @PathVariable UUID id) {
        var paper = papers.ofApplicant(me, number, id).orElseThrow(() -> new NotFound("paper"));
        if (paper.kind() == DocumentKind.APPROVAL || paper.kind() == DocumentKind.REFUSAL)
            deliverResult.opened(me, paper.application(), paper.no(), paper.attempt());
        return pdf(paper);
    }

    @GetMapping("/desk/{number}/{no}/documents/{id}")
    ResponseEntity<byte[]> ofCase(
            SignedIn me, @PathVariable String number, @PathVariable int no, @PathVariable UUID id) {
        var bundle = bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
        var paper = papers.ofCase(bundle.application(), no, id).orElseThrow(() -> new NotFound("paper"));
        transaction.executeWithoutResult(_ -> audit.record(new AuditEvent(
                CaseAct.PAPER_LOOKED,
                me.asActor(),
                me.name(),
                "account:" + bundle.applicant(),
                "case:" + bundle.application() + "/" + no,
                paper.kind().name(),
                clocks.now())));
        return pdf(paper);
    }

    private ResponseEntity<byte[]> pdf(Papers.Issued paper) {
        var disposition = ContentDisposition.inline()
                .filename(paper.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(printPaper.pdf(paper));
    }
}
