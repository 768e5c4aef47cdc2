package yici.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Public pages on disk, compressed, as they were last rendered: what memory has no room for is still there when the database is away. Nothing
 * waits for it, and a page that could not be written is only missed on a bad day.
 */
@Component
class PageShelf implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PageShelf.class);

    private static final int MOST_WAITING = 1000;

    private final Path folder;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final ThreadPoolExecutor hand = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("page-shelf").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    PageShelf(@Value("${yici.data}") Path data, @Value("${yici.pages.disk-bytes}") long mostBytes) {
        this.folder = data.resolve("pages");
        this.mostBytes = mostBytes;
        hand.execute(this::weigh);
    }

    void put(KeptPages.Key key, KeptPage page) {
        hand.execute(() -> write(key, page));
    }

    /** As it was last put there; empty when it never was, or had to make room. */
    Optional<KeptPage> find(KeptPages.Key key) {
        try {
            var file = file(key);
            return Files.exists(file)
                    ? Optional.of(
                            KeptPage.read(new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))))
                    : Optional.empty();
        } catch (IOException e) {
            log.warn("a page on disk cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void write(KeptPages.Key key, KeptPage page) {
        try {
            var out = new ByteArrayOutputStream(page.weight());
            page.write(new DataOutputStream(out));
            var file = file(key);
            Files.createDirectories(file.getParent());
            var part = file.resolveSibling(file.getFileName() + ".part");
            long before = Files.exists(file) ? Files.size(file) : 0;
            Files.write(part, out.toByteArray());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (bytes.addAndGet(out.size() - before) > mostBytes) makeRoom();
        } catch (IOException | UncheckedIOException e) {
            log.warn("a page was not put on disk: {}", e.getMessage());
        }
    }

    /** Only after this runs out. */
    void settle() throws InterruptedException {
        hand.shutdown();
        if (!hand.awaitTermination(30, TimeUnit.SECONDS)) throw new IllegalStateException("the shelf is still at work");
    }

    private void weigh() {
        try (var all = Files.exists(folder) ? Files.walk(folder) : java.util.stream.Stream.<Path>empty()) {
            bytes.set(
                    all.filter(Files::isRegularFile).mapToLong(PageShelf::size).sum());
        } catch (IOException | UncheckedIOException e) {
            log.warn("the pages on disk were not counted: {}", e.getMessage());
        }
    }

    /** The oldest go until a quarter is free again. */
    private void makeRoom() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var old : all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(PageShelf::lastWritten))
                    .toList()) {
                if (bytes.get() <= mostBytes / 4 * 3) return;
                bytes.addAndGet(-size(old));
                Files.deleteIfExists(old);
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }

    private static long lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private Path file(KeptPages.Key key) {
        try {
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(key.toString().getBytes(StandardCharsets.UTF_8)));
            return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 40));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        hand.shutdown();
    }
}
