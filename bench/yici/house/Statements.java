package yici.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the product asks of the database, each entry of a batch as one statement. It stands between product and pool only while it
 * counts, so that it costs nothing where time is measured.
 */
public final class Statements implements BeanPostProcessor {

    private final AtomicBoolean counting = new AtomicBoolean();
    private final AtomicLong commits = new AtomicLong();
    private final Map<String, AtomicLong> bySql = new ConcurrentSkipListMap<>();

    /** @param bySql how often each statement was sent */
    public record Counted(long statements, long commits, Map<String, AtomicLong> bySql) {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Watched(pool) : bean;
    }

    public Counted during(Runnable work) {
        bySql.clear();
        commits.set(0);
        counting.set(true);
        try {
            work.run();
        } finally {
            counting.set(false);
        }
        long statements = bySql.values().stream().mapToLong(AtomicLong::get).sum();
        return new Counted(statements, commits.get(), Map.copyOf(bySql));
    }

    private final class Watched extends DelegatingDataSource {
        Watched(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return counting.get() ? watched(connection) : connection;
        }
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) commits.incrementAndGet();
            var made = invoke(connection, method, arguments);
            return switch (made) {
                case PreparedStatement s -> watched(PreparedStatement.class, s, (String) arguments[0]);
                case Statement s -> watched(Statement.class, s, "");
                case null, default -> made;
            };
        });
    }

    private <S extends Statement> S watched(Class<S> type, S statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            var name = method.getName();
            if (name.equals("addBatch") || (name.startsWith("execute") && !name.endsWith("Batch")))
                note(arguments != null && arguments.length > 0 ? (String) arguments[0] : prepared);
            return invoke(statement, method, arguments);
        });
    }

    private void note(String sql) {
        bySql.computeIfAbsent(sql.strip().replaceAll("\\s+", " "), _ -> new AtomicLong())
                .incrementAndGet();
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.on(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
