package yici.drafting;

import static yici.identity.Thing.Trait.AREA;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import yici.catalogue.Change;
import yici.form.DataElement;
import yici.identity.Reach;
import yici.identity.SignedIn;

/** GuideDrafts, the steps they went through, and who has them open. */
@Repository
class GuideDrafts {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Reach.Columns OF_DRAFT = Reach.Columns.of(Map.of(AREA, "d.area"));
    private static final int LISTED = 100;

    /** @param back the step undoing leads to; 0 where there is none */
    record Step(int version, int back, String field, UUID by, String byName, Instant at) {}

    private final JdbcClient db;

    GuideDrafts(JdbcClient db) {
        this.db = db;
    }

    void add(Draft draft, SignedIn me, Instant now) {
        db.sql("""
                        insert into drafting.draft (id, life_event, area, changes, effective_from, note, state, author, author_name,
                                                    said, version, begun_at)
                        values (:id, :lifeEvent, :area, :changes::jsonb, :from, :note, :state, :author, :authorName,
                                :said, :version, :now)
                        """)
                .param("id", draft.id())
                .param("lifeEvent", draft.lifeEvent())
                .param("area", draft.area())
                .param("changes", MAPPER.writeValueAsString(draft.changes()))
                .param("from", draft.effectiveFrom())
                .param("note", draft.note())
                .param("state", draft.state().name())
                .param("author", draft.author())
                .param("authorName", draft.authorName())
                .param("said", draft.said())
                .param("version", draft.version())
                .param("now", at(now))
                .update();
        add(draft, 0, "", me, now);
    }

    /**
     * The draft as it is now becomes its next step.
     *
     * @return empty when somebody else was quicker
     */
    Optional<Draft> save(Draft draft, int back, String field, SignedIn me, Instant now) {
        int written = db.sql("""
                        update drafting.draft set changes = :changes::jsonb, effective_from = :from, note = :note, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("changes", MAPPER.writeValueAsString(draft.changes()))
                .param("from", draft.effectiveFrom())
                .param("note", draft.note())
                .param("id", draft.id())
                .param("version", draft.version())
                .update();
        if (written == 0) return Optional.empty();
        var saved = get(draft.id());
        add(saved, back, field, me, now);
        return Optional.of(saved);
    }

    /** To another state, with the same text: no step to undo. */
    void move(Draft draft, Draft.State state, String said) {
        db.sql("update drafting.draft set state = :state, said = :said where id = :id")
                .param("state", state.name())
                .param("said", said)
                .param("id", draft.id())
                .update();
    }

    private void add(Draft draft, int back, String field, SignedIn me, Instant now) {
        db.sql("""
                        insert into drafting.step (draft, version, back, changes, effective_from, note, field, by_whom, by_name, at)
                        values (:draft, :version, :back, :changes::jsonb, :from, :note, :field, :by, :byName, :now)
                        """)
                .param("draft", draft.id())
                .param("version", draft.version())
                .param("back", back)
                .param("changes", MAPPER.writeValueAsString(draft.changes()))
                .param("from", draft.effectiveFrom())
                .param("note", draft.note())
                .param("field", field)
                .param("by", me.person())
                .param("byName", me.personName())
                .param("now", at(now))
                .update();
    }

    private Draft get(UUID id) {
        return db.sql("select * from drafting.draft d where id = :id")
                .param("id", id)
                .query(GuideDrafts::draft)
                .single();
    }

    /** Nobody else writes it until the transaction ends. */
    Optional<Draft> hold(Reach mine, UUID id) {
        return find(mine, id, " for update");
    }

    Optional<Draft> find(Reach mine, UUID id) {
        return find(mine, id, "");
    }

    private Optional<Draft> find(Reach mine, UUID id, String how) {
        var condition = mine.on(OF_DRAFT);
        return db.sql("select * from drafting.draft d where id = :id and " + condition.sql() + how)
                .param("id", id)
                .params(condition.parameters())
                .query(GuideDrafts::draft)
                .optional();
    }

    /** The newest first. */
    List<Draft> list(Reach mine) {
        var condition = mine.on(OF_DRAFT);
        return db.sql("select * from drafting.draft d where " + condition.sql()
                        + " order by begun_at desc, id desc limit :limit")
                .params(condition.parameters())
                .param("limit", LISTED)
                .query(GuideDrafts::draft)
                .list();
    }

    /** The one that is not over yet. */
    Optional<Draft> open(String lifeEvent, String area) {
        return db.sql("""
                        select * from drafting.draft d where life_event = :lifeEvent and area = :area
                        and state in ('OPEN', 'IN_REVIEW', 'RETURNED')
                        """)
                .param("lifeEvent", lifeEvent)
                .param("area", area)
                .query(GuideDrafts::draft)
                .optional();
    }

    /** Questions of the form that drafts not yet over are about to add. */
    List<DataElement> newElements() {
        return db
                .sql("select changes::text from drafting.draft where state in ('OPEN', 'IN_REVIEW', 'RETURNED')")
                .query((row, _) -> changes(row.getString(1)))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(change -> change.path().size() == 2
                        && change.path().getFirst().equals("elements")
                        && change.was().isEmpty())
                .flatMap(change -> change.now().stream())
                .map(element -> MAPPER.treeToValue(element, DataElement.class))
                .toList();
    }

    /** All steps, the last first. */
    List<Step> steps(UUID draft) {
        return db.sql("""
                        select version, back, field, by_whom, by_name, at from drafting.step where draft = :draft order by version desc
                        """)
                .param("draft", draft)
                .query((row, _) -> new Step(
                        row.getInt("version"),
                        row.getInt("back"),
                        row.getString("field"),
                        row.getObject("by_whom", UUID.class),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The draft as it was after that step. */
    Draft asOf(Draft draft, int version) {
        return db.sql("""
                        select changes::text as changes, effective_from, note from drafting.step
                        where draft = :draft and version = :version
                        """)
                .param("draft", draft.id())
                .param("version", version)
                .query((row, _) -> draft.with(changes(row.getString("changes")))
                        .with(row.getObject("effective_from", LocalDate.class), row.getString("note")))
                .single();
    }

    void isOpenBy(UUID draft, SignedIn me, Instant until) {
        db.sql("""
                        insert into drafting.presence (draft, account, name, until) values (:draft, :account, :name, :until)
                        on conflict (draft, account) do update set until = excluded.until
                        """)
                .param("draft", draft)
                .param("account", me.person())
                .param("name", me.personName())
                .param("until", at(until))
                .update();
    }

    List<String> othersWhoHaveItOpen(UUID draft, SignedIn me, Instant now) {
        return db.sql(
                        "select name from drafting.presence where draft = :draft and account <> :me and until > :now order by name")
                .param("draft", draft)
                .param("me", me.person())
                .param("now", at(now))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<Change> changes(String json) {
        return List.of(MAPPER.readValue(json, Change[].class));
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("life_event"),
                row.getString("area"),
                changes(row.getString("changes")),
                row.getObject("effective_from", LocalDate.class),
                row.getString("note"),
                Draft.State.valueOf(row.getString("state")),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getString("said"),
                row.getInt("version"));
    }
}
