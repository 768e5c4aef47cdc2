package yici;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * {@code ./yici backup FILE}: the embedded database and the files people handed in, as one compressed archive. It is a physical copy made by
 * PostgreSQL's own backup functions with the log that makes it consistent, so the product may run meanwhile; the files are copied after the
 * database, and since they are only ever added, each one the copy speaks of is there.
 */
final class Backup {

    private Backup() {}

    public static void main(String[] arguments) {
        try {
            if (!Settings.databaseUrl().isBlank())
                throw new CannotStart(
                        "YICI_DB_URL names a database of your own: back it up with pg_dump or pg_basebackup, and copy "
                                + Settings.data().resolve("files") + ".");
            var file = Path.of(arguments[0]);
            of(Settings.data(), Settings.programs(), file);
            System.out.printf("%s holds database and files as of now, %.1f MB.%n", file, Files.size(file) / 1e6);
        } catch (CannotStart | IOException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Of the running product's database, or of one started for the purpose. */
    static void of(Path data, Path programs, Path file) throws IOException, SQLException {
        if (Files.exists(file)) throw new CannotStart(file + " is there already; a backup overwrites nothing.");
        if (!Files.isDirectory(data.resolve("pg"))) throw new CannotStart("There is no database in " + data + " yet.");

        if (DataFolder.isTaken(data)) {
            copy(OwnPostgres.runningOn(data), data, file);
        } else {
            try (var own = OwnPostgres.start(data, programs, true)) {
                copy(own.address(), data, file);
            }
        }
    }

    private static void copy(OwnPostgres.Address database, Path data, Path file) throws IOException, SQLException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var fast = new GzipParameters();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var out = new Archive.Writer(
                        new GzipCompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), fast))) {
            out.text(
                    "yici-backup.properties",
                    "format=1\nmade=" + Instant.now() + "\npostgresql="
                            + Files.readString(data.resolve("pg/PG_VERSION")).strip() + "\n");
            out.file("pg.password", data.resolve("pg.password"));
            copyDatabase(connection, data.resolve("pg"), out);
            out.folder("files", data.resolve("files"), path -> !path.startsWith("quarantine"));
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file);
        }
    }

    /** Start, copy, stop, and the log in between; the slot keeps that log from being recycled. */
    private static void copyDatabase(Connection connection, Path pg, Archive.Writer out)
            throws IOException, SQLException {
        ask(connection, "select pg_create_physical_replication_slot('yici_backup', true, true)");
        var firstLog = ask(connection, "select pg_walfile_name(pg_backup_start('yici', true))")
                .getFirst();

        out.folder("pg", pg, Backup::belongs);
        out.bytes("pg/global/pg_control", stable(pg.resolve("global/pg_control")));

        var end = ask(connection, "select pg_walfile_name(lsn), labelfile from pg_backup_stop(true)");
        out.text("pg/backup_label", end.get(1));
        copyLog(pg.resolve("pg_wal"), firstLog, end.getFirst(), out);
    }

    private static void copyLog(Path folder, String first, String last, Archive.Writer out) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0)
                    out.file("pg/pg_wal/" + name, file);
            }
        }
    }

    /** What a server makes anew, and what is copied apart; the folders themselves stay, empty. */
    private static boolean belongs(Path file) {
        var path = file.toString().replace('\\', '/');
        return !path.matches(
                        "(postmaster\\.(pid|opts)|backup_label|global/pg_control|"
                                + "(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|log)/.*)")
                && !path.matches("(.*/)?(pgsql_tmp.*|pg_internal\\.init.*)");
    }

    /** The control file is rewritten in place: read until two readings agree. */
    private static byte[] stable(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int attempt = 0; attempt < 100; attempt++) {
            byte[] again = Files.readAllBytes(file);
            if (Arrays.equals(before, again)) return again;
            before = again;
        }
        throw new NoSuchFileException(file.toString(), null, "never stands still");
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) throw new SQLException("nothing answered: " + sql);
            return rows.getMetaData().getColumnCount() == 1
                    ? List.of(rows.getString(1))
                    : List.of(rows.getString(1), rows.getString(2));
        }
    }
}
