package yici.publication;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.attachment.Attachment;
import yici.attachment.Attachments;
import yici.attachment.Pictures;
import yici.attachment.Upload;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.Translated;

/** A picture or a paper for a work. No picture without words for those who do not see it. */
@Component
class AddFile {

    static final List<Integer> WIDTHS = List.of(320, 640, 1280);

    private static final int LONGEST_ALT = 300;

    sealed interface Added {
        record Done(WorkFiles.File file) implements Added {}

        /** Nothing was chosen. */
        record Nothing() implements Added {}

        record AltMissing() implements Added {}

        /** No type that is taken, damaged, too large, or not what it says. */
        record Refused(Upload why) implements Added {}

        /** It says it is a picture and cannot be read as one. */
        record NoPicture() implements Added {}
    }

    private final WriteEdition writeEdition;
    private final WorkFiles files;
    private final Attachments attachments;
    private final Pictures pictures;
    private final AuditLog audit;
    private final Clock clock;

    AddFile(
            WriteEdition writeEdition,
            WorkFiles files,
            Attachments attachments,
            Pictures pictures,
            AuditLog audit,
            Clock clock) {
        this.writeEdition = writeEdition;
        this.files = files;
        this.attachments = attachments;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param zh what a picture shows; @param en the same in English, may be empty */
    @Transactional
    public Added add(SignedIn me, String slug, String name, byte[] content, String zh, String en) {
        var work = writeEdition.find(me, slug);
        if (content.length == 0) return new Added.Nothing();
        var upload = attachments.take(name, new ByteArrayInputStream(content));
        if (!(upload instanceof Upload.Stored(var kept))) return new Added.Refused(upload);
        boolean picture = kept.mediaType().startsWith("image/");
        if (picture && (zh.isBlank() || zh.length() > LONGEST_ALT || en.length() > LONGEST_ALT))
            return new Added.AltMissing();

        var sizes = picture ? pictures.sizes(content, WIDTHS) : List.<Pictures.Sized>of();
        if (picture && sizes.isEmpty()) return new Added.NoPicture();
        var largest = sizes.isEmpty() ? Optional.<Pictures.Sized>empty() : Optional.of(sizes.getLast());
        var file = new WorkFiles.File(
                Ids.fresh(clock),
                work.id(),
                kept.fileName(),
                kept.mediaType(),
                kept.id(),
                largest.map(_ -> Translated.of(zh.strip(), en.strip())),
                largest.map(Pictures.Sized::width).orElse(0),
                largest.map(Pictures.Sized::height).orElse(0));
        files.add(file, me.person(), me.personName(), clock.instant());
        for (var size : sizes)
            files.addRendition(file.id(), size.width(), keep(kept, size).id());
        audit.record(me.did(PublicationAct.FILE_ADDED, "work:" + work.id(), file.address(), clock.instant()));
        return new Added.Done(file);
    }

    private Attachment keep(Attachment original, Pictures.Sized size) {
        return attachments.keep(original.fileName(), original.mediaType(), size.bytes());
    }
}
