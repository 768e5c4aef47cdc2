package yici.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.attachment.Attachment;
import yici.attachment.Attachments;
import yici.attachment.Upload;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Takes files for one document of a draft. A file that is refused changes nothing: what was handed in before stays. */
@Component
class SupplyEvidence {

    static final int MOST_FILES = 5;

    /** A file as the browser sends it; opened once. */
    record Sent(String fileName, Opening content) {}

    interface Opening {
        InputStream open() throws IOException;
    }

    sealed interface Taken {
        String fileName();

        record Kept(String fileName) implements Taken {}

        record Refused(String fileName, Upload why) implements Taken {}

        record TooMany(String fileName) implements Taken {}
    }

    private final DraftStore drafts;
    private final Catalogue catalogue;
    private final Plans plans;
    private final Attachments attachments;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SupplyEvidence(
            DraftStore drafts,
            Catalogue catalogue,
            Plans plans,
            Attachments attachments,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.plans = plans;
        this.attachments = attachments;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Taken> supply(SignedIn me, UUID draftId, String evidence, List<Sent> files) {
        var draft = drafts.find(draftId, me).orElseThrow(() -> new NotFound("draft " + draftId));
        var guide = catalogue.edition(draft.edition()).guide();
        var plan = plans.of(guide, draft);
        if (plan.evidence().stream().noneMatch(e -> e.key().equals(evidence)))
            throw new NotFound("evidence " + evidence + " of draft " + draftId);
        var taken = new ArrayList<Taken>();
        for (var file : files) taken.add(take(me, draft, evidence, file));
        return taken;
    }

    private Taken take(SignedIn me, Draft draft, String evidence, Sent file) {
        try (var content = file.content().open()) {
            return switch (attachments.take(file.fileName(), content)) {
                case Upload.Stored(var attachment) -> link(me, draft, evidence, attachment);
                case Upload refused -> new Taken.Refused(file.fileName(), refused);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken link(SignedIn me, Draft draft, String evidence, Attachment attachment) {
        var file = new Draft.HandedIn(
                evidence, attachment.id(), attachment.fileName(), attachment.mediaType(), attachment.sizeBytes());
        return transaction.execute(_ -> {
            if (!drafts.addFile(draft.id(), me.account(), file, MOST_FILES, clock.instant()))
                return new Taken.TooMany(file.fileName());
            record(me, ApplicationAct.EVIDENCE_HANDED_IN, draft.id(), evidence + ": " + file.fileName());
            return new Taken.Kept(file.fileName());
        });
    }

    void takeBack(SignedIn me, UUID draft, String evidence, UUID attachment) {
        transaction.executeWithoutResult(_ -> {
            if (drafts.lock(draft, me).isEmpty()) return;
            if (drafts.removeFile(draft, me.account(), evidence, attachment))
                record(me, ApplicationAct.EVIDENCE_TAKEN_BACK, draft, evidence);
        });
    }

    private void record(SignedIn me, ApplicationAct act, UUID draft, String what) {
        audit.record(me.did(act, "draft:" + draft, what, clock.instant()));
    }
}
