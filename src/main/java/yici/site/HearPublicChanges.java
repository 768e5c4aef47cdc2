package yici.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import yici.kit.PublicChanges;

/** Listens on a connection of its own to what {@link PublicChanges} tells, as long as the node runs. */
@Component
class HearPublicChanges implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HearPublicChanges.class);

    /** How long it listens before it looks whether it should stop. */
    private static final Duration LISTENS = Duration.ofSeconds(1);

    private static final Duration TRIES_AGAIN = Duration.ofSeconds(2);

    private final DataSource database;
    private final KeptPages pages;
    private volatile boolean running;

    HearPublicChanges(DataSource database, KeptPages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("hears public changes").start(this::listen);
    }

    private void listen() {
        while (running)
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) log.info("hears of no changes, pages stay as they are: {}", e.getMessage());
                pause();
            }
    }

    private void listen(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + PublicChanges.CHANNEL);
        }
        pages.somethingChanged();
        var postgres = connection.unwrap(PGConnection.class);
        while (running)
            for (var change : postgres.getNotifications((int) LISTENS.toMillis())) pages.changed(change.getParameter());
    }

    private static void pause() {
        try {
            Thread.sleep(TRIES_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
