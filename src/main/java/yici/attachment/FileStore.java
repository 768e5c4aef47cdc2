package yici.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of contents: {@code files/ab/cd/abcd…}, named by the hash of what is in them, so equal contents are one file and a content never
 * changes. What arrives waits in {@code files/quarantine} until it is known to be good.
 */
@Component
class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);

    /** No upload takes as long; what is older was left by a process that died. Other nodes may be writing beside us. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    /** @param sizeBytes the limit and one when there was more to read */
    record Quarantined(Path path, String sha256, long sizeBytes) {}

    private final Path folder;
    private final Path quarantine;

    FileStore(@Value("${yici.data}") Path data, Clock clock) {
        folder = data.resolve("files");
        quarantine = folder.resolve("quarantine");
        try {
            Files.createDirectories(quarantine);
            sweepQuarantine(clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep files in " + folder.toAbsolutePath(), e);
        }
    }

    private void sweepQuarantine(Clock clock) throws IOException {
        var abandoned = clock.instant().minus(ABANDONED_AFTER);
        try (var left = Files.list(quarantine)) {
            for (var file : left.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(abandoned)) continue;
                Files.deleteIfExists(file);
                log.info("an upload that was cut off is swept away: {}", file.getFileName());
            }
        } catch (NoSuchFileException e) {
            log.debug("another node swept it first: {}", e.getFile());
        }
    }

    /** Reads at most the limit and one byte more, which tells that it was too much. */
    Quarantined quarantine(InputStream content, long limitBytes) throws IOException {
        var path = quarantine.resolve(UUID.randomUUID().toString());
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var digest = sha256();
            var out = new DigestOutputStream(java.nio.channels.Channels.newOutputStream(file), digest);
            long size = copy(content, out, limitBytes + 1);
            file.force(true);
            return new Quarantined(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long copy(InputStream from, DigestOutputStream to, long atMost) throws IOException {
        var buffer = new byte[1 << 16];
        long copied = 0;
        while (copied < atMost) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, atMost - copied));
            if (read < 0) break;
            to.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    /** After this the content is there for good, also when the power fails. */
    void accept(Quarantined content) throws IOException {
        var target = path(content.sha256());
        if (Files.exists(target)) return; // the same content was taken in before
        var parent = target.getParent();
        Files.createDirectories(parent);
        Files.move(content.path(), target, StandardCopyOption.ATOMIC_MOVE);
        for (var above = parent; above != null && above.startsWith(folder); above = above.getParent()) sync(above);
    }

    private static void sync(Path directory) throws IOException {
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    void discard(Quarantined content) {
        try {
            Files.deleteIfExists(content.path());
        } catch (IOException e) {
            log.warn(
                    "left in quarantine until the next start: {}",
                    content.path().getFileName(),
                    e);
        }
    }

    /** @param sha256 64 hex digits, from our own table */
    Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256");
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
