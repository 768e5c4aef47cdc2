package yici;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import yici.kit.Badge;

/**
 * The pool whose connections show the database, first thing in every transaction and for that transaction only, who asks; again when another
 * badge is put on in the middle of it. The one place where this happens: what comes back to the pool knows nobody, and a thread without a badge
 * reads no personal row. A statement outside any transaction gets one of its own, since a setting made for a session would outlive its person.
 */
final class BadgedPool extends HikariDataSource {

    private static final List<String> SETTINGS =
            Badge.NOBODY.shown().keySet().stream().sorted().toList();
    private static final String SHOW = SETTINGS.stream()
            .map(setting -> "set_config('" + setting + "', ?, true)")
            .collect(Collectors.joining(", ", "select ", ""));

    private final Badge.Unbound unbound;

    BadgedPool(HikariConfig config, Badge.Unbound unbound) {
        super(config);
        this.unbound = unbound;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var showing = new Showing(connection, unbound.badge());
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, showing::invoke);
    }

    private static final class Showing {
        private final Connection connection;
        private final Badge unbound;

        /** What this transaction shows. */
        private Badge shown = Badge.NOBODY;

        /** The transaction was begun here, around a statement that had none. */
        private boolean own;

        /** Somebody asked for it to be as it is, for what cannot run in a transaction. */
        private boolean plain;

        Showing(Connection connection, Badge unbound) {
            this.connection = connection;
            this.unbound = unbound;
        }

        Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> show();
                case "commit", "rollback" -> shown = Badge.NOBODY;
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
            var badge = Badge.worn().orElse(unbound);
            if (plain || badge == shown || badge.isNobody() && shown.isNobody()) return;
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
                own = true;
            }
            shown = badge;
            var values = badge.shown();
            try (var show = connection.prepareStatement(SHOW)) {
                for (int i = 0; i < SETTINGS.size(); i++) show.setString(i + 1, values.get(SETTINGS.get(i)));
                show.execute();
            }
        }

        private void settle(boolean auto) throws SQLException {
            if (own) end();
            shown = Badge.NOBODY;
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
