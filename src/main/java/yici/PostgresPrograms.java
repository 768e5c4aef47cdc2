package yici;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this machine, packed inside the product and unpacked once into a folder named by their checksum. */
final class PostgresPrograms {

    private static final int LARGEST_FILE_BYTES = 200_000_000;

    private PostgresPrograms() {}

    /** The folder with {@code bin/postgres}. */
    static Path unpackedUnder(Path folder) throws IOException {
        var archive = archive();
        var target = folder.toAbsolutePath().resolve("postgresql-" + checksum(archive));
        if (Files.isDirectory(target)) return target;

        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, "unpacking-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(archive, fresh);
        moveIntoPlace(fresh, target);
        return target;
    }

    private static URL archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), processor());
        var found = PostgresPrograms.class.getResource("/" + name);
        if (found == null)
            throw new CannotStart("This build brings no PostgreSQL for " + system() + " on " + processor()
                    + ". Name one by YICI_DB_URL=jdbc:postgresql://host/database?user=…&password=…");
        return found;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var processor =
                name.equals("amd64") || name.equals("x86_64") ? "x86_64" : name.equals("aarch64") ? "arm_64" : name;
        return Files.exists(Path.of("/etc/alpine-release")) ? processor + "-alpine_linux" : processor;
    }

    private static String checksum(URL archive) throws IOException {
        if (!(archive.openConnection() instanceof JarURLConnection inJar)) return "unpacked";
        return Long.toHexString(inJar.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target) || entry.getSize() > LARGEST_FILE_BYTES)
                    throw new IOException("not an archive of PostgreSQL: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0100) != 0)
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Two processes may unpack at once; the first to finish wins, both have the same files. */
    static void moveIntoPlace(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) { // which one a full folder in the way gives depends on the system
            if (!Files.isDirectory(target)) throw e;
            try (var files = Files.walk(fresh)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }
}
