package yici.casework;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.util.PGobject;

/**
 * Every row one bundle leaves in the database, looked at before and after a step; the difference is what the step has written, whoever wrote
 * it. {@link RawPostgres} writes the same again without the product.
 */
final class RecordedRows {

    /** @param key columns of the primary key @param mine the rows of one application, by its id, its draft and its applicant */
    private record Table(String name, List<String> key, String mine) {}

    private static final List<Table> TABLES = List.of(
            new Table("application.draft", List.of("id"), "id = :draft"),
            new Table("application.application", List.of("application_id"), ""),
            new Table("application.evidence", List.of("application_id", "evidence", "attachment"), ""),
            new Table("application.correction", List.of("application_id", "at", "element"), ""),
            new Table("casework.bundle", List.of("application_id"), ""),
            new Table("casework.case_file", List.of("application_id", "no"), ""),
            new Table("casework.edge", List.of("application_id", "from_no", "to_no"), ""),
            new Table("casework.fact", List.of("application_id", "element"), ""),
            new Table("casework.act", List.of("application_id", "seq"), ""),
            new Table("casework.document", List.of("application_id", "id"), ""),
            new Table("casework.correction", List.of("application_id", "no", "attempt"), ""),
            new Table("audit.event", List.of("id"), "subject like '%' || :id || '%'"));

    /** @param columns those written, in the order of the values; for an update the key comes last */
    record Write(String sql, List<List<Object>> rows) {}

    private final Connection connection;
    private Map<Table, Map<List<Object>, Map<String, Object>>> seen = Map.of();

    RecordedRows(Connection connection) {
        this.connection = connection;
    }

    void look(String application, String draft) throws SQLException {
        seen = now(application, draft);
    }

    /** What has been written since the last look, table by table. */
    List<Write> since(String application, String draft) throws SQLException {
        var before = seen;
        seen = now(application, draft);
        var writes = new LinkedHashMap<String, List<List<Object>>>();
        for (var table : TABLES)
            seen.get(table).forEach((key, row) -> {
                var old = before.getOrDefault(table, Map.of()).get(key);
                if (old == null) insert(writes, table, row);
                else if (!same(old, row)) update(writes, table, key, old, row);
            });
        return writes.entrySet().stream()
                .map(w -> new Write(w.getKey(), w.getValue()))
                .toList();
    }

    private static void insert(Map<String, List<List<Object>>> writes, Table table, Map<String, Object> row) {
        var columns = new LinkedHashMap<>(row);
        if (table.name().equals("audit.event")) columns.remove("id"); // the server's own counter
        var sql = "insert into " + table.name() + " (" + String.join(", ", columns.keySet()) + ") values ("
                + columns.keySet().stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
        add(writes, sql, new ArrayList<>(columns.values()));
    }

    private static void update(
            Map<String, List<List<Object>>> writes,
            Table table,
            List<Object> key,
            Map<String, Object> old,
            Map<String, Object> row) {
        var changed = row.keySet().stream()
                .filter(column -> !same(old.get(column), row.get(column)))
                .toList();
        var sql = "update " + table.name() + " set "
                + changed.stream().map(c -> c + " = ?").collect(Collectors.joining(", ")) + " where "
                + table.key().stream().map(c -> c + " = ?").collect(Collectors.joining(" and "));
        var values = new ArrayList<Object>();
        changed.forEach(column -> values.add(row.get(column)));
        values.addAll(key);
        add(writes, sql, values);
    }

    private static void add(Map<String, List<List<Object>>> writes, String sql, List<Object> values) {
        writes.computeIfAbsent(sql, _ -> new ArrayList<>()).add(values);
    }

    private static boolean same(Object one, Object other) {
        return String.valueOf(one).equals(String.valueOf(other));
    }

    private Map<Table, Map<List<Object>, Map<String, Object>>> now(String application, String draft)
            throws SQLException {
        var all = new LinkedHashMap<Table, Map<List<Object>, Map<String, Object>>>();
        for (var table : TABLES) all.put(table, rows(table, application, draft));
        return all;
    }

    private Map<List<Object>, Map<String, Object>> rows(Table table, String application, String draft)
            throws SQLException {
        var mine = table.mine().isEmpty() ? "application_id = :id::uuid" : table.mine();
        var sql = "select * from " + table.name() + " where "
                + mine.replace(":id", "'" + application + "'").replace(":draft", "'" + draft + "'::uuid");
        var written = written(table);
        var rows = new TreeMap<List<Object>, Map<String, Object>>(
                (one, other) -> String.valueOf(one).compareTo(String.valueOf(other)));
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (var column : written) row.put(column, value(result, column));
                rows.put(table.key().stream().map(row::get).toList(), row);
            }
        }
        return rows;
    }

    private static Object value(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column);
        return value instanceof java.sql.Array array ? array.getArray() : value;
    }

    /** All columns but those PostgreSQL computes. */
    private List<String> written(Table table) throws SQLException {
        var columns = new ArrayList<String>();
        var name = table.name().split("\\.");
        try (var statement = connection.prepareStatement("""
                select column_name from information_schema.columns
                where table_schema = ? and table_name = ? and is_generated = 'NEVER' order by ordinal_position
                """)) {
            statement.setString(1, name[0]);
            statement.setString(2, name[1]);
            try (var result = statement.executeQuery()) {
                while (result.next()) columns.add(result.getString(1));
            }
        }
        return columns;
    }

    /** The same text with other names in it, whatever type carries it. */
    static Object renamed(Object value, Map<String, String> names) throws SQLException {
        return switch (value) {
            case PGobject json -> {
                var copy = new PGobject();
                copy.setType(json.getType());
                copy.setValue((String) renamed(json.getValue(), names));
                yield copy;
            }
            case String text -> {
                var changed = text;
                for (var name : names.entrySet()) changed = changed.replace(name.getKey(), name.getValue());
                yield changed;
            }
            case java.util.UUID id -> {
                var other = names.get(id.toString());
                yield other == null ? id : java.util.UUID.fromString(other);
            }
            case null, default -> value;
        };
    }
}
