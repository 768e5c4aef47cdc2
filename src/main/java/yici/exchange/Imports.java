package yici.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import yici.catalogue.Change;
import yici.catalogue.Holding;
import yici.kit.NotFound;

/** Imports and their reports, in PostgreSQL. */
@Repository
class Imports {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int SHOWN = 50;

    private final JdbcClient db;

    Imports(JdbcClient db) {
        this.db = db;
    }

    /** What a line has found, as it is kept. */
    record Found(List<Change> changes, List<Problem> problems) {}

    void add(Import made, List<Import.File> files) {
        db.sql("""
                        insert into exchange.import (id, effective_from, note, state, uploaded_by, uploaded_name, uploaded_at, checked_stamp)
                        values (:id, :from, :note, :state, :by::uuid, :name, :at, :stamp)
                        """)
                .param("id", made.id())
                .param("from", made.effectiveFrom())
                .param("note", made.note())
                .param("state", made.state().name())
                .param("by", made.uploadedBy().orElse(null))
                .param("name", made.uploadedName())
                .param("at", OffsetDateTime.ofInstant(made.uploadedAt(), ZoneOffset.UTC))
                .param("stamp", made.stamp())
                .update();
        for (int i = 0; i < files.size(); i++)
            db.sql(
                            "insert into exchange.file (import_id, position, name, content) values (:id, :position, :name, :content)")
                    .param("id", made.id())
                    .param("position", i)
                    .param("name", files.get(i).name())
                    .param("content", files.get(i).content())
                    .update();
    }

    /** In place of the lines there were. */
    void report(UUID id, String stamp, List<Line> lines) {
        db.sql("update exchange.import set checked_stamp = :stamp where id = :id")
                .param("stamp", stamp)
                .param("id", id)
                .update();
        db.sql("delete from exchange.line where import_id = :id")
                .param("id", id)
                .update();
        db.sql("""
                        insert into exchange.line (import_id, position, file, line, kind, key, outcome, found)
                        select :id, l.position, l.file, l.line, l.kind, l.key, l.outcome, l.found::jsonb
                        from unnest(cast(:files as text[]), cast(:lines as int[]), cast(:kinds as text[]), cast(:keys as text[]),
                                    cast(:outcomes as text[]), cast(:found as text[]))
                             with ordinality as l (file, line, kind, key, outcome, found, position)
                        """)
                .param("id", id)
                .param("files", lines.stream().map(Line::file).toArray(String[]::new))
                .param("lines", lines.stream().map(Line::line).toArray(Integer[]::new))
                .param("kinds", lines.stream().map(l -> l.kind().name()).toArray(String[]::new))
                .param("keys", lines.stream().map(Line::key).toArray(String[]::new))
                .param("outcomes", lines.stream().map(l -> l.outcome().name()).toArray(String[]::new))
                .param(
                        "found",
                        lines.stream()
                                .map(l -> MAPPER.writeValueAsString(new Found(l.changes(), l.problems())))
                                .toArray(String[]::new))
                .update();
    }

    void settle(UUID id, Import.State state, Optional<UUID> by, String name, Instant at) {
        db.sql("""
                        update exchange.import set state = :state, settled_by = :by::uuid, settled_name = :name, settled_at = :at
                        where id = :id
                        """)
                .param("state", state.name())
                .param("by", by.orElse(null))
                .param("name", name)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Held until the transaction ends, so that two who confirm at once do not both. */
    Import hold(UUID id) {
        var held = db.sql("select id from exchange.import where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return get(held.orElseThrow(() -> new NotFound("import " + id)));
    }

    /** @throws NotFound when there is none */
    Import get(UUID id) {
        return db.sql("select * from exchange.import where id = :id")
                .param("id", id)
                .query((row, _) -> made(row, counts(id)))
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    /** The latest first. */
    List<Import> latest() {
        return db
                .sql("select * from exchange.import order by uploaded_at desc, id desc limit :most")
                .param("most", SHOWN)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    List<Import.File> files(UUID id) {
        return db.sql("select name, content from exchange.file where import_id = :id order by position")
                .param("id", id)
                .query((row, _) -> new Import.File(row.getString("name"), row.getString("content")))
                .list();
    }

    /** What is refused first, what stays as it is last; then as they came. */
    List<Line> lines(UUID id, Optional<Line.Outcome> only, int skip, int most) {
        return db.sql("""
                        select * from exchange.line where import_id = :id and (:only::text is null or outcome = :only)
                        order by array_position(array['REFUSED', 'CHANGED', 'CREATED', 'UNCHANGED'], outcome), position
                        offset :skip limit :most
                        """)
                .param("id", id)
                .param("only", only.map(Enum::name).orElse(null))
                .param("skip", skip)
                .param("most", most)
                .query(Imports::line)
                .list();
    }

    private Map<Line.Outcome, Integer> counts(UUID id) {
        var counts = new EnumMap<Line.Outcome, Integer>(Line.Outcome.class);
        db.sql("select outcome, count(*) from exchange.line where import_id = :id group by outcome")
                .param("id", id)
                .query((row, _) -> counts.put(Line.Outcome.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    private static Import made(ResultSet row, Map<Line.Outcome, Integer> counts) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getObject("effective_from", LocalDate.class),
                row.getString("note"),
                Import.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("uploaded_by", UUID.class)),
                row.getString("uploaded_name"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("checked_stamp"),
                Optional.ofNullable(row.getString("settled_name")),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                counts);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var found = MAPPER.readValue(row.getString("found"), Found.class);
        return new Line(
                row.getString("file"),
                row.getInt("line"),
                Holding.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                Line.Outcome.valueOf(row.getString("outcome")),
                found.changes(),
                found.problems());
    }
}
