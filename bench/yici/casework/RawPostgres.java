package yici.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import yici.kit.Ids;

/**
 * What the database alone could do: plain JDBC writes the very rows that one bundle of the product has left, under other names, in as many
 * transactions. Nothing is read, checked or computed; statements are prepared once, and the rows of a table go as one batch.
 */
final class RawPostgres implements Way {

    /** One bundle as the product wrote it, step by step: its submission, then each decision. */
    record Script(String application, String draft, String number, List<List<RecordedRows.Write>> steps) {

        static Script of(FourConnections connections) throws SQLException {
            try (var connection = Office.bean(DataSource.class).getConnection()) {
                var rows = new RecordedRows(connection);
                var draft = connections.nextDraft().orElseThrow();
                rows.look(new UUID(0, 0).toString(), draft.toString());
                var application = connections.submit(draft);
                var id = application.id().toString();
                var steps = new ArrayList<List<RecordedRows.Write>>();
                steps.add(rows.since(id, draft.toString()));
                for (int no = 1; no <= FourConnections.CASES; no++) {
                    connections.approved(application, no);
                    steps.add(rows.since(id, draft.toString()));
                }
                return new Script(id, draft.toString(), application.number(), steps);
            }
        }

        /** Each row of a batch is a statement of its own. */
        int rows() {
            return steps.stream()
                    .flatMap(List::stream)
                    .mapToInt(write -> write.rows().size())
                    .sum();
        }
    }

    private static final AtomicLong SERIAL = new AtomicLong();

    private final Script script;
    private final Connection connection;
    private final Clock clock;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param connection without automatic commits */
    RawPostgres(Script script, Connection connection) {
        this.script = script;
        this.connection = connection;
        this.clock = Office.bean(Clock.class);
    }

    @Override
    public Sent submit(UUID draft) throws SQLException {
        var names = names(draft);
        write(0, names);
        return no -> write(no, names);
    }

    private Map<String, String> names(UUID draft) {
        var number = "%0" + script.number().length() + "d";
        return Map.of(
                script.application(),
                Ids.fresh(clock).toString(),
                script.draft(),
                draft.toString(),
                script.number(),
                number.formatted(SERIAL.incrementAndGet()));
    }

    /** One transaction each. */
    private void write(int step, Map<String, String> names) throws SQLException {
        for (var write : script.steps().get(step)) {
            var statement = prepared(write.sql());
            for (var row : write.rows()) {
                for (int i = 0; i < row.size(); i++)
                    statement.setObject(i + 1, RecordedRows.renamed(row.get(i), names));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known != null) return known;
        var fresh = connection.prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }
}
