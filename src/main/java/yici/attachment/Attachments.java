package yici.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Badge;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.View;

/** Takes files in, keeps them, gives them back. PDF, JPEG, PNG, OFD and DOCX up to 20 MB. */
@Component
public class Attachments {

    public static final long LIMIT_BYTES = 20L * 1024 * 1024;

    /** What a browser shows without running anything of it; the rest is downloaded. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

    private final FileStore store;
    private final JdbcClient db;
    private final Clock clock;
    private final ObjectProvider<VirusCheck> virusCheck;

    Attachments(FileStore store, JdbcClient db, Clock clock, ObjectProvider<VirusCheck> virusCheck) {
        this.store = store;
        this.db = db;
        this.clock = clock;
        this.virusCheck = virusCheck;
    }

    /** Reads at most the limit and one byte; the stream stays the caller's to close. */
    public Upload take(String fileName, InputStream content) {
        try {
            var quarantined = store.quarantine(content, LIMIT_BYTES);
            try {
                return judge(fileName, quarantined);
            } finally {
                store.discard(quarantined);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload judge(String fileName, FileStore.Quarantined content) throws IOException {
        if (content.sizeBytes() == 0) return new Upload.Empty();
        if (content.sizeBytes() > LIMIT_BYTES) return new Upload.TooLarge(LIMIT_BYTES);
        return switch (Sniff.sniff(content.path())) {
            case Sniff.Found.Other(var mediaType) -> new Upload.WrongType(mediaType);
            case Sniff.Found.Damaged(var mediaType) -> new Upload.Damaged(mediaType);
            case Sniff.Found.EncryptedPdf() -> new Upload.EncryptedPdf();
            case Sniff.Found.Known(var type) -> {
                var threat = threatIn(content);
                if (threat.isPresent()) yield new Upload.Infected(threat.get());
                yield new Upload.Stored(keep(FileName.clean(fileName, type), type.mediaType(), content));
            }
        };
    }

    private Optional<String> threatIn(FileStore.Quarantined content) {
        var check = virusCheck.getIfAvailable();
        return check == null ? Optional.empty() : check.threatIn(content.path());
    }

    /** Keeps a document made by the product itself. */
    public Attachment keep(String fileName, String mediaType, byte[] content) {
        if (content.length == 0 || content.length > LIMIT_BYTES)
            throw new IllegalArgumentException("a document of " + content.length + " bytes");
        try {
            var quarantined = store.quarantine(new ByteArrayInputStream(content), LIMIT_BYTES);
            try {
                return keep(FileName.clean(fileName), mediaType, quarantined);
            } finally {
                store.discard(quarantined);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content first, then the row: a row never leads to nothing. */
    private Attachment keep(String fileName, String mediaType, FileStore.Quarantined content) throws IOException {
        store.accept(content);
        var stored =
                new Attachment(Ids.fresh(clock), content.sha256(), fileName, mediaType, content.sizeBytes(), now());
        db.sql("""
                        insert into attachment.file (id, sha256, file_name, media_type, size_bytes, stored_at)
                        values (:id, :sha256, :fileName, :mediaType, :sizeBytes, :storedAt)
                        """)
                .param("id", stored.id())
                .param("sha256", stored.sha256())
                .param("fileName", stored.fileName())
                .param("mediaType", stored.mediaType())
                .param("sizeBytes", stored.sizeBytes())
                .param("storedAt", OffsetDateTime.ofInstant(stored.storedAt(), View.ZONE))
                .update();
        return stored;
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One's own: what the party that asks has handed in. */
    public Optional<Attachment> find(UUID id) {
        return db.sql(
                        "select id, sha256, file_name, media_type, size_bytes, stored_at from attachment.file where id = :id")
                .param("id", id)
                .query((row, _) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Somebody's, for staff: the caller has asked the policy, and records the look. */
    public Optional<Attachment> findForStaff(UUID id) {
        return Badge.HOUSE.wearing(() -> find(id));
    }

    /** @throws yici.kit.NotFound when there is no such file */
    public InputStream open(Attachment attachment) {
        try {
            return Files.newInputStream(store.path(attachment.sha256()));
        } catch (NoSuchFileException e) {
            throw new NotFound("content of file " + attachment.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer that shows the file in the browser where that is safe, and downloads it where not. Who may read it is for the caller to
     * know: he asks before, and records the look.
     *
     * @throws yici.kit.NotFound when there is no such file
     */
    public ResponseEntity<Resource> show(Attachment attachment) {
        return answer(attachment, SHOWN.contains(attachment.mediaType()));
    }

    /** As {@link #show}, but always to be saved. */
    public ResponseEntity<Resource> download(Attachment attachment) {
        return answer(attachment, false);
    }

    private ResponseEntity<Resource> answer(Attachment attachment, boolean inline) {
        var path = store.path(attachment.sha256());
        if (!Files.exists(path)) throw new NotFound("content of file " + attachment.id());
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore()) // a shared computer in the hall keeps nobody's papers
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .contentLength(attachment.sizeBytes())
                .body(new FileSystemResource(path));
    }
}
