package yici;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./yici restore FILE}: unpacks a backup into the data folder, sets aside what was there, and starts the database once to see that it is
 * whole. Nothing is deleted.
 */
final class Restore {

    private static final List<String> PARTS = List.of("pg", "pg.password", "files");

    private Restore() {}

    public static void main(String[] arguments) {
        try {
            if (!Settings.databaseUrl().isBlank())
                throw new CannotStart("YICI_DB_URL names a database of your own: restore it with its own tools.");
            var aside = from(Path.of(arguments[0]), Settings.data(), Settings.programs());
            System.out.println("Restored into " + Settings.data() + "."
                    + (Files.exists(aside) ? " What was there is in " + aside + "." : ""));
        } catch (CannotStart | IOException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Returns the folder of what was there before, which need not exist. */
    static Path from(Path file, Path folder, Path programs) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) throw new CannotStart("There is no file " + file + ".");

        Path aside;
        try (var data = DataFolder.take(folder)) {
            var fresh = data.path().resolve("restoring");
            FileSystemUtils.deleteRecursively(fresh);
            unpack(file, fresh);
            aside = data.path()
                    .resolve("before-restore-"
                            + Instant.now()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString()
                                    .replace(":", ""));
            for (var part : PARTS) replace(data.path().resolve(part), fresh.resolve(part), aside.resolve(part));
            FileSystemUtils.deleteRecursively(fresh);
        }
        try (var own = OwnPostgres.start(folder, programs, true);
                var connection = DriverManager.getConnection(own.url(), own.user(), own.password());
                var statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from pg_class").close();
        }
        return aside;
    }

    private static void unpack(Path file, Path fresh) throws IOException {
        try (var in = new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Archive.unpack(in, fresh);
        }
        if (!Files.exists(fresh.resolve("yici-backup.properties")) || !Files.exists(fresh.resolve("pg/backup_label")))
            throw new CannotStart(file + " is no backup of Yici, or not a whole one.");
    }

    private static void replace(Path place, Path fresh, Path aside) throws IOException {
        if (Files.exists(place)) {
            Files.createDirectories(aside.getParent());
            Files.move(place, aside);
        }
        if (Files.exists(fresh)) Files.move(fresh, place);
    }
}
