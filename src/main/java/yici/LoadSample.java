package yici;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.kit.SampleLoader;

/**
 * Loads the demonstration province at start: room after room, each whole or not at all, and only when its files have changed. The port opens
 * afterwards, so nobody meets half a province.
 */
@Component
class LoadSample implements SmartLifecycle {

    /** Before the web server and its predecessors. */
    static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

    private static final Logger log = LoggerFactory.getLogger(LoadSample.class);

    private final List<SampleLoader> loaders;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final String sample;
    private volatile boolean running;

    LoadSample(
            List<SampleLoader> loaders,
            JdbcClient db,
            TransactionTemplate transaction,
            @Value("${yici.sample}") String sample) {
        this.loaders = loaders.stream()
                .sorted(Comparator.comparingInt(SampleLoader::step))
                .toList();
        this.db = db;
        this.transaction = transaction;
        this.sample = sample;
    }

    @Override
    public void start() {
        load();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void load() {
        if (sample.isBlank()) return;
        var folder = Path.of(sample);
        if (!Files.isDirectory(folder)) {
            log.warn("no sample province at {}", folder.toAbsolutePath());
            return;
        }
        String fingerprint = fingerprint(folder);
        for (var loader : loaders) {
            stopHereWhenAskedTo();
            transaction.executeWithoutResult(_ -> {
                if (!isNew(loader.room(), fingerprint)) return;
                loader.load(folder);
                log.info("sample province: {} loaded", loader.room());
            });
        }
        stopHereWhenAskedTo();
    }

    /** Ctrl-C waits for this start to end, so it ends between two rooms, and before anything that is started later meets a closing house. */
    private static void stopHereWhenAskedTo() {
        var probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException stopping) {
            throw new StoppedWhileStarting();
        }
    }

    /** Nothing went wrong: there is nothing to say. */
    static final class StoppedWhileStarting extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes the fingerprint down; false when this very sample was loaded before. Two nodes that start together wait for each other here. */
    private boolean isNew(String room, String fingerprint) {
        return db.sql("""
                        insert into house.sample (room, fingerprint) values (:room, :fingerprint)
                        on conflict (room) do update set fingerprint = excluded.fingerprint, loaded_at = now()
                        where house.sample.fingerprint <> excluded.fingerprint
                        """).param("room", room).param("fingerprint", fingerprint).update() > 0;
    }

    private static String fingerprint(Path folder) {
        try (var files = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new CannotStart("The sample province at " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
