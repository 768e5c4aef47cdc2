package yici.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * One running product that can be turned from its database to a copy taken earlier and back, so that the same page is measured on both in turn:
 * what disturbs the machine, warms the code or fills a cache then does so for both.
 */
public final class TwoDatabases implements BeanPostProcessor {

    private static final String COPY = "copy";

    private Optional<HikariDataSource> pool = Optional.empty();
    private volatile Optional<HikariDataSource> copy = Optional.empty();
    private volatile boolean onCopy;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource own)) return bean;
        pool = Optional.of(own);
        return new Turned(own);
    }

    /** Everything as it is now, sessions included. Nobody may be at work meanwhile. */
    public void keepCopy() throws SQLException {
        var own = pool.orElseThrow();
        var url = own.getJdbcUrl();
        try (var owner = DriverManager.getConnection(to("template1", url), own.getUsername(), own.getPassword());
                var statement = owner.createStatement()) {
            for (var sql : List.of(
                    "alter database postgres with allow_connections false",
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = 'postgres'",
                    "create database " + COPY + " template postgres strategy file_copy",
                    "alter database postgres with allow_connections true",
                    "alter database " + COPY + " with allow_connections true")) statement.execute(sql);
        }
        own.getHikariPoolMXBean().softEvictConnections();
        var config = new HikariConfig();
        own.copyStateTo(config);
        config.setJdbcUrl(to(COPY, url));
        config.setPoolName(COPY);
        config.setConnectionInitSql("set role yici_app; set yici.house = 'on'");
        copy = Optional.of(new HikariDataSource(config));
    }

    private static String to(String database, String url) {
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    public void turnToCopy(boolean yes) {
        onCopy = yes;
    }

    private final class Turned extends DelegatingDataSource {
        Turned(DataSource own) {
            super(own);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return onCopy ? copy.orElseThrow().getConnection() : super.getConnection();
        }
    }
}
