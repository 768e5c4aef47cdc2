package yici.casework;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.application.Applications;
import yici.attachment.Attachments;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Files that came with an application, for the officer whose item needs them; each look is written down. */
@Controller
class CaseFiles {

    private final Bundles bundles;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Attachments attachments;
    private final Objections objections;
    private final AuditLog audit;
    private final Clocks clocks;

    CaseFiles(
            Bundles bundles,
            Applications applications,
            Catalogue catalogue,
            Attachments attachments,
            Objections objections,
            AuditLog audit,
            Clocks clocks) {
        this.bundles = bundles;
        this.applications = applications;
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.objections = objections;
        this.audit = audit;
        this.clocks = clocks;
    }

    @GetMapping("/desk/{number}/{no}/files/{file}")
    @Transactional
    public ResponseEntity<Resource> file(
            SignedIn me, @PathVariable String number, @PathVariable int no, @PathVariable UUID file) {
        var bundle = bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
        var item = bundles.cases(bundle.application()).stream()
                .filter(c -> c.no() == no)
                .findFirst()
                .orElseThrow()
                .item();
        if (!isNeeded(bundle, item, file) && !objections.brought(bundle.application(), no, file))
            throw new NotFound("file");

        audit.record(new AuditEvent(
                CaseAct.FILE_LOOKED,
                me.asActor(),
                me.name(),
                "account:" + bundle.applicant(),
                "case:" + bundle.application() + "/" + no,
                "handling " + item + ", file " + file,
                clocks.now()));
        return attachments.show(attachments.findForStaff(file).orElseThrow(() -> new NotFound("file")));
    }

    private boolean isNeeded(Bundle bundle, String item, UUID file) {
        var guide = catalogue.edition(bundle.edition()).guide();
        return applications.get(bundle.application()).evidence().stream()
                .filter(s -> s.attachment().equals(file))
                .anyMatch(s -> guide.evidence(s.evidence()).usedBy().contains(item));
    }
}
