package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import yici.kit.Badge;

/**
 * PostgreSQL: the one named by {@code YICI_DB_URL}, or our own under the data folder. The schema is migrated by the owner; the product works
 * as role {@code yici_app}, which may change neither the schema nor what is append-only.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    /** The embedded server, or the external one's address. Stops after the pool, because the pool depends on it. */
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
            @Value("${yici.db.programs}") Path programs,
            @Value("${yici.db.fsync}") boolean durable)
            throws IOException {
        if (!url.isBlank()) return new Server(url, user, password, () -> {});

        var own = OwnPostgres.start(data, programs, durable);
        return new Server(own.url(), own.user(), own.password(), own);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            Server server, @Value("${yici.db.connections}") int connections, ObjectProvider<Badge.Unbound> unbound) {
        migrate(server);
        var config = new HikariConfig();
        config.setJdbcUrl(server.url());
        if (!server.user().isBlank()) config.setUsername(server.user());
        if (!server.password().isBlank()) config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setConnectionInitSql("set role yici_app");
        config.setPoolName("yici");
        return new BadgedPool(config, unbound.getIfAvailable(() -> () -> Badge.NOBODY));
    }

    /**
     * Each room's folder under {@code db/} is a location of its own; versions are date and time, so rooms never collide. What was written
     * earlier in one room may arrive after what was written later in another, so the order across rooms does not count.
     */
    static void migrate(Server server) {
        Flyway.configure()
                .dataSource(server.url(), blankToNull(server.user()), blankToNull(server.password()))
                .locations("classpath:db")
                .defaultSchema("public")
                .createSchemas(false)
                .initSql("set yici.house = 'on'") // row-level security holds for an owner too
                .outOfOrder(true)
                .load()
                .migrate();
    }

    @SuppressWarnings("NullAway") // Flyway takes null for "in the URL"
    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
