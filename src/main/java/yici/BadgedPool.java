package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import yici.kit.Badge;

/**
 * The pool whose connections show the database, first thing in every transaction and for that transaction only, who asks. The one place where
 * this happens: what comes back to the pool knows nobody, and a thread without a badge reads no personal row. A statement outside any
 * transaction gets one of its own, since a setting made for a session would outlive its person.
 */
final class BadgedPool extends HikariDataSource {

    private static final String SHOW = "select set_config('yici.house', ?, true), set_config('yici.account', ?, true),"
            + " set_config('yici.files', ?, true)";

    private final Badge.Unbound unbound;

    BadgedPool(HikariConfig config, Badge.Unbound unbound) {
        super(config);
        this.unbound = unbound;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var badge = Badge.worn().orElseGet(unbound::badge);
        if (badge.isNobody()) return connection;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, new Showing(connection, badge)::invoke);
    }

    private static final class Showing {
        private final Connection connection;
        private final Badge badge;
        private boolean shown;

        /** The transaction was begun here, around a statement that had none. */
        private boolean own;

        /** Somebody asked for it to be as it is, for what cannot run in a transaction. */
        private boolean plain;

        Showing(Connection connection, Badge badge) {
            this.connection = connection;
            this.badge = badge;
        }

        Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> show();
                case "commit", "rollback" -> shown = false;
                case "setAutoCommit" -> settle((boolean) arguments[0]);
                case "getAutoCommit" -> {
                    if (own) return true;
                }
                case "close" -> end();
                default -> {}
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void show() throws SQLException {
            if (shown || plain) return;
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
                own = true;
            }
            shown = true;
            try (var show = connection.prepareStatement(SHOW)) {
                show.setString(1, badge.isHouse() ? "on" : "");
                show.setString(2, badge.account());
                show.setString(3, badge.files());
                show.execute();
            }
        }

        private void settle(boolean auto) throws SQLException {
            if (own) end();
            shown = false;
            plain = auto;
        }

        /** A statement that failed has said so already; what is left of it is taken back. */
        private void end() throws SQLException {
            if (!own || connection.isClosed()) return;
            own = false;
            try {
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                connection.setAutoCommit(true);
                throw failed;
            }
            connection.setAutoCommit(true);
        }
    }
}
