package yici;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar of files that may change while they are read, and back; readable by its user alone. */
final class Archive {

    private Archive() {}

    static final class Writer implements AutoCloseable {

        private final TarArchiveOutputStream tar;

        Writer(OutputStream out) {
            tar = new TarArchiveOutputStream(out, "UTF-8");
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        }

        /** Everything below a folder that is wanted, empty folders too. A folder that is not there is none. */
        void folder(String name, Path folder, Predicate<Path> wanted) throws IOException {
            if (!Files.isDirectory(folder)) return;
            try (var found = Files.walk(folder)) {
                for (var path : (Iterable<Path>) found.sorted()::iterator) {
                    var inside = folder.relativize(path);
                    var entry = inside.toString().isEmpty()
                            ? name
                            : name + "/" + inside.toString().replace('\\', '/');
                    if (!wanted.test(inside)) continue;
                    if (Files.isDirectory(path)) directory(entry);
                    else if (Files.isRegularFile(path)) file(entry, path);
                }
            }
        }

        private void directory(String name) throws IOException {
            tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
            tar.closeArchiveEntry();
        }

        /** As long as it was when it was opened: cut when it grows, filled with zeros when it shrinks; one that vanishes is left out. */
        void file(String name, Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                long size = Files.size(file);
                var entry = new TarArchiveEntry(name);
                entry.setSize(size);
                tar.putArchiveEntry(entry);
                long left = size - new Bounded(in, size).transferTo(tar);
                byte[] zeros = new byte[8192];
                for (; left > 0; left -= Math.min(left, zeros.length))
                    tar.write(zeros, 0, (int) Math.min(left, zeros.length));
                tar.closeArchiveEntry();
            } catch (NoSuchFileException vanished) {
                return;
            }
        }

        void text(String name, String text) throws IOException {
            bytes(name, text.getBytes(StandardCharsets.UTF_8));
        }

        void bytes(String name, byte[] content) throws IOException {
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }

    /** Unpacks below a folder, never beside it. */
    static void unpack(InputStream in, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(in, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder) || entry.isLink() || entry.isSymbolicLink())
                    throw new IOException("not a backup of Yici: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            if (read >= 0) left--;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) return -1;
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            if (read > 0) left -= read;
            return read;
        }
    }
}
