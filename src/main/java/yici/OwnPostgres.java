package yici;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL: made at the first start, started and stopped with the product, durable. It listens on this machine alone, asks for
 * a password, and is detached from the terminal, so that Ctrl-C reaches the product first and the database last.
 */
final class OwnPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);

    private static final String OWNER = "postgres";
    private static final int PATIENCE_SECONDS = 60;
    private static final int START_ATTEMPTS = 5;

    /** In postmaster.pid: process, folder, start, port. */
    private static final int PORT_LINE = 3;

    private final DataFolder data;
    private final Path programs;
    private final String password;
    private final List<String> unprivileged;
    private int port;

    private OwnPostgres(DataFolder data, Path programs, String password) throws IOException {
        this.data = data;
        this.programs = programs;
        this.unprivileged = asUnprivileged();
        this.password = password;
    }

    /**
     * @param durable false only for tests, which throw their database away
     * @throws CannotStart when the folder is taken or PostgreSQL refuses
     */
    static OwnPostgres start(Path folder, Path programsFolder, boolean durable) throws IOException {
        var data = DataFolder.take(folder);
        try {
            var postgres = new OwnPostgres(data, PostgresPrograms.unpackedUnder(programsFolder), password(data));
            postgres.makeDatabase();
            postgres.stopOrphan();
            postgres.start(durable);
            return postgres;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** How its owner reaches it. */
    record Address(String url, String user, String password) {}

    /** The one that another process keeps running on this folder. */
    static Address runningOn(Path data) throws IOException {
        var pidFile = Files.readAllLines(data.resolve("pg/postmaster.pid"));
        return new Address(
                url(Integer.parseInt(pidFile.get(PORT_LINE).strip())),
                OWNER,
                Files.readString(data.resolve("pg.password")).strip());
    }

    Address address() {
        return new Address(url(), OWNER, password);
    }

    String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return OWNER;
    }

    String password() {
        return password;
    }

    /** Waits for running transactions to be cut off and everything to be on disk. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } finally {
            data.close();
        }
    }

    private static String password(DataFolder data) throws IOException {
        var file = data.password();
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** Made beside its place and moved there whole, so a start that was cut short leaves no half database. */
    private void makeDatabase() throws IOException {
        if (Files.exists(data.postgres())) return;
        var fresh = data.path().resolve("pg.new");
        deleteFolder(fresh);
        run(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--auth=scram-sha-256",
                "--pwfile=" + data.password(),
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude_if_exists 'yici.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The product was killed and its database runs on: it is stopped the orderly way. When both were killed, a stale file names a process that
     * is gone, or is by now another program's; PostgreSQL would refuse the latter, so the file is taken away.
     */
    private void stopOrphan() throws IOException {
        var file = data.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        if (isPostgres(pid)) {
            log.info("stopping the database that an earlier process left running (process {})", pid);
            stop();
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /** Another program may take the free port first, or a killed server's last child still hold the memory: so a few attempts. */
    private void start(boolean durable) throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            configure(durable);
            try {
                run(
                        "pg_ctl",
                        "start",
                        "-D",
                        data.postgres().toString(),
                        "-l",
                        startLog().toString(),
                        "-w",
                        "-t",
                        "" + PATIENCE_SECONDS,
                        "-s");
                return;
            } catch (CannotStart refused) {
                if (attempt == START_ATTEMPTS)
                    throw new CannotStart("PostgreSQL did not start: " + lastWords(), refused);
                pause();
            }
        }
    }

    private void configure(boolean durable) throws IOException {
        var onOrOff = durable ? "on" : "off";
        Files.writeString(data.postgres().resolve("yici.conf"), """
                # written at each start; own settings belong into postgresql.conf, below the line that includes this file
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                max_connections = 100
                shared_buffers = '128MB'
                random_page_cost = 1.1
                wal_compression = on
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_min_messages = warning
                """.formatted(port, onOrOff, onOrOff, onOrOff));
    }

    private void stop() throws IOException {
        run("pg_ctl", "stop", "-D", data.postgres().toString(), "-m", "fast", "-w", "-t", "" + PATIENCE_SECONDS, "-s");
    }

    private Path startLog() {
        return data.path().resolve("pg-start.log");
    }

    /** What it wrote before and after its own log began, the end of both. */
    private String lastWords() throws IOException {
        var words = new ArrayList<String>();
        for (var file : List.of(startLog(), todaysLog())) {
            if (!Files.exists(file)) continue;
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            words.addAll(lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        }
        return String.join("\n", words);
    }

    private Path todaysLog() throws IOException {
        var current = data.postgres().resolve("current_logfiles");
        if (!Files.exists(current)) return current;
        return data.postgres().resolve(Files.readString(current).strip().replaceFirst("^stderr ", ""));
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>(unprivileged);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(data.path(), program, ".out"); // a pipe would stay open with the server
        try {
            var process = new ProcessBuilder(command)
                    .directory(data.path().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotStart(program + " did not finish");
            }
            if (process.exitValue() != 0)
                throw new CannotStart(
                        program + " failed: " + Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** PostgreSQL refuses to run as root; inside a user namespace of its own it sees a user without rights. */
    private static List<String> asUnprivileged() throws IOException {
        if (new UnixSystem().getUid() != 0) return List.of();
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) return List.of("unshare", "-U");
        } catch (IOException notThere) {
            log.debug("no user namespaces", notThere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CannotStart(
                "PostgreSQL does not run as root here: start Yici as another user, or name a database by YICI_DB_URL.");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
