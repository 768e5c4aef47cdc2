package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import yici.kit.View;

/** A few rooms without the house, for a command at the console: on the database of a running product, with the rights of the product. */
final class SomeRooms implements AutoCloseable {

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext rooms;

    private SomeRooms(HikariDataSource pool, AnnotationConfigApplicationContext rooms) {
        this.pool = pool;
        this.rooms = rooms;
    }

    /** @param names packages of the rooms; everything in them is made when it is asked for, and no more is */
    static SomeRooms open(OwnPostgres.Address database, String... names) {
        var pool = pool(database);
        var rooms = new AnnotationConfigApplicationContext();
        rooms.registerBean(DataSource.class, () -> pool);
        rooms.register(Plumbing.class);
        rooms.scan(names);
        rooms.addBeanFactoryPostProcessor(lazily());
        rooms.refresh();
        return new SomeRooms(pool, rooms);
    }

    /** Only what goes wrong is told: everything else at the console is the command's own. */
    static void quietly() {
        LoggingSystem.get(SomeRooms.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** The database that {@code YICI_DB_URL} names. */
    static OwnPostgres.Address configured() {
        return new OwnPostgres.Address(Settings.databaseUrl(), Settings.databaseUser(), Settings.databasePassword());
    }

    <T> T get(Class<T> door) {
        return rooms.getBean(door);
    }

    @Override
    public void close() {
        rooms.close();
        pool.close();
    }

    private static HikariDataSource pool(OwnPostgres.Address database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        if (!database.user().isBlank()) config.setUsername(database.user());
        if (!database.password().isBlank()) config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        config.setConnectionInitSql("set role yici_app");
        return new HikariDataSource(config);
    }

    private static BeanFactoryPostProcessor lazily() {
        return factory -> Arrays.stream(factory.getBeanDefinitionNames())
                .map(factory::getBeanDefinition)
                .filter(SomeRooms::isOurs)
                .forEach(definition -> definition.setLazyInit(true));
    }

    /** A component of ours, or what a method of one makes. */
    private static boolean isOurs(BeanDefinition definition) {
        return definition.getFactoryBeanName() != null
                || Optional.ofNullable(definition.getBeanClassName())
                        .filter(name -> name.startsWith("yici."))
                        .isPresent();
    }

    /** No {@code @Configuration}, or the product would find it too. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Plumbing {

        @Bean
        Clock clock() {
            return Clock.system(View.ZONE);
        }

        @Bean
        JdbcClient db(DataSource pool) {
            return JdbcClient.create(pool);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
