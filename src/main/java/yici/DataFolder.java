package yici;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of everything that must outlive the process, held by one process at a time. The lock is the operating system's: a killed process
 * leaves none behind.
 *
 * <pre>
 * data/pg             the embedded PostgreSQL
 * data/pg.password    of its owner, made at the first start, readable by this user alone
 * data/files          what people handed in
 * data/bin            PostgreSQL's programs, unpacked
 * data/yici.lock      who works here
 * </pre>
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws CannotStart when another process works on it */
    static DataFolder take(Path data) throws IOException {
        var path = data.toAbsolutePath().normalize();
        Files.createDirectories(path);
        var channel = FileChannel.open(
                path.resolve("yici.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            var holder = Files.readString(path.resolve("yici.lock")).strip();
            channel.close();
            throw new CannotStart(
                    "Another Yici (process %s) already works on %s. Stop it first, or choose another folder: YICI_DATA=/path ./yici run"
                            .formatted(holder.isEmpty() ? "unknown" : holder, path));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return new DataFolder(path, channel);
    }

    /** True while a process works on it. */
    static boolean isTaken(Path data) throws IOException {
        try (var _ = take(data)) {
            return false;
        } catch (CannotStart taken) {
            return true;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a second one in this very process
        }
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("pg");
    }

    Path password() {
        return path.resolve("pg.password");
    }

    Path files() {
        return path.resolve("files");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
