package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PostgreSQL: the one named by {@code YICI_DB_URL}, or our own under the data folder. The schema is migrated by the owner; the product works
 * as role {@code yici_app}, which may change neither the schema nor what is append-only.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    /** The embedded server, or nothing when an external one is used. Stops after the pool, because the pool depends on it. */
    record Server(String url, String user, String password, AutoCloseable process) implements DisposableBean {
        @Override
        public void destroy() throws Exception {
            process.close();
        }
    }

    @Bean
    Server databaseServer(
            @Value("${yici.db.url}") String url,
            @Value("${yici.db.user}") String user,
            @Value("${yici.db.password}") String password,
            @Value("${yici.data}") Path data,
            @Value("${yici.db.fsync}") boolean fsync)
            throws IOException {
        if (!url.isBlank()) return new Server(url, user, password, () -> {});
        Files.createDirectories(data);
        var embedded = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg").toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", fsync ? "on" : "off")
                .setServerConfig("synchronous_commit", fsync ? "on" : "off")
                .setServerConfig("full_page_writes", fsync ? "on" : "off")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .start();
        log.debug("embedded PostgreSQL on port {}", embedded.getPort());
        return new Server(embedded.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", embedded);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Server server, @Value("${yici.db.connections}") int connections) throws IOException {
        migrate(server);
        var config = new HikariConfig();
        config.setJdbcUrl(server.url());
        if (!server.user().isBlank()) config.setUsername(server.user());
        if (!server.password().isBlank()) config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionInitSql("set role yici_app");
        config.setPoolName("yici");
        return new HikariDataSource(config);
    }

    /** Each room's folder under {@code db/} is a location of its own; versions are date and time, so rooms never collide. */
    static void migrate(Server server) throws IOException {
        Flyway.configure()
                .dataSource(server.url(), blankToNull(server.user()), blankToNull(server.password()))
                .locations("classpath:db")
                .defaultSchema("public")
                .createSchemas(false)
                .load()
                .migrate();
    }

    @SuppressWarnings("NullAway") // Flyway takes null for "in the URL"
    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
