package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import yici.identity.FirstWayIn;
import yici.kit.View;

/**
 * {@code ./yici first-administrator}: prints a one-time way in for the first security administrator, who appoints everybody else; refuses where
 * there is one. Who may run it holds the machine and its database already.
 */
final class FirstAdministrator {

    private FirstAdministrator() {}

    public static void main(String[] arguments) {
        try {
            System.exit(print(address(), Settings.publicUrl(), System.out));
        } catch (CannotStart | IOException e) {
            System.err.println(e.getMessage());
        } catch (DataAccessException e) {
            System.err.println("The database cannot be read. Start Yici once, so that it is set up; then try again. ("
                    + e.getMostSpecificCause().getMessage() + ")");
        }
        System.exit(1);
    }

    private static OwnPostgres.Address address() throws IOException {
        if (!Settings.databaseUrl().isBlank())
            return new OwnPostgres.Address(
                    Settings.databaseUrl(), Settings.databaseUser(), Settings.databasePassword());
        if (!Files.isDirectory(Settings.data().resolve("pg")) || !DataFolder.isTaken(Settings.data()))
            throw new CannotStart("Yici does not run on " + Settings.data()
                    + ": start it first, for the way in leads to one of its pages.");
        return OwnPostgres.runningOn(Settings.data());
    }

    /** @return the exit status */
    static int print(OwnPostgres.Address database, String url, PrintStream out) {
        try (var pool = pool(database);
                var rooms = rooms(pool)) {
            return switch (rooms.getBean(FirstWayIn.class).make()) {
                case FirstWayIn.Made.Key(var key, var until) -> {
                    out.printf("Open this address until %tR, once:%n", until.atZone(View.ZONE));
                    out.println("  " + url + "/sign-in/first?key=" + key);
                    yield 0;
                }
                case FirstWayIn.Made.ThereIsOne _ -> {
                    out.println("There is a security administrator already, who appoints the others.");
                    yield 3;
                }
                case FirstWayIn.Made.NoProvince _ -> {
                    out.println(
                            "No area is loaded yet: YICI_SAMPLE names the folder with the province's areas and bodies.");
                    yield 4;
                }
            };
        }
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

    /** Of the rooms only what the way in needs: everything is made when it is asked for, and no more is. */
    private static AnnotationConfigApplicationContext rooms(DataSource pool) {
        var rooms = new AnnotationConfigApplicationContext();
        rooms.registerBean(DataSource.class, () -> pool);
        rooms.register(Plumbing.class);
        rooms.scan("yici.identity", "yici.jurisdiction", "yici.audit");
        rooms.addBeanFactoryPostProcessor(lazily());
        rooms.refresh();
        return rooms;
    }

    private static BeanFactoryPostProcessor lazily() {
        return factory -> Arrays.stream(factory.getBeanDefinitionNames())
                .map(factory::getBeanDefinition)
                .filter(definition -> Optional.ofNullable(definition.getBeanClassName())
                        .filter(name -> name.startsWith("yici."))
                        .isPresent())
                .forEach(definition -> definition.setLazyInit(true));
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
    }
}
