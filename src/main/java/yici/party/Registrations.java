package yici.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yici.identity.Reach;
import yici.identity.SignedIn;
import yici.identity.Thing;

/** Who registered which system, why it may know what, and what waits for a second person. What it technically is keeps the provider. */
@Component
class Registrations {

    /**
     * @param owner of a firm's; empty for a public body's
     * @param body empty for a firm's
     * @param area of the body; empty for a firm's
     * @param reasons by scope
     * @param keysAt when its keys or secret were last changed
     * @param stoppedBy empty while it is not stopped
     * @param returned why the last proposal was not approved; empty when none was returned
     */
    record Registration(
            String clientId,
            Optional<UUID> owner,
            String body,
            String area,
            boolean inProduction,
            Map<String, String> reasons,
            String contact,
            Instant madeAt,
            Instant keysAt,
            Optional<Proposal> proposal,
            String returned,
            String stoppedBy) {

        Thing thing() {
            return new Thing(owner.map(UUID::toString).orElse(""), body, area, "");
        }
    }

    record Proposal(PartyForm form, UUID by, String byName, Instant at) {}

    static final String BY_OWNER = "OWNER";
    static final String BY_ADMINISTRATOR = "ADMINISTRATOR";

    private static final Reach.Columns COLUMNS =
            Reach.Columns.of(Map.of(Thing.Trait.OWNER, "owner", Thing.Trait.BODY, "body", Thing.Trait.AREA, "area"));
    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Registrations(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    void add(String clientId, Optional<UUID> owner, String body, String area, ReadForm.Draft draft, SignedIn by) {
        db.sql("""
                        insert into party.registration (client_id, owner, body, area, in_production, reasons, contact,
                            made_by, made_by_name, made_at, keys_at)
                        values (:id, :owner, :body, :area, false, :reasons::jsonb, :contact, :by, :byName, :now, :now)
                        """)
                .param("id", clientId)
                .param("owner", owner.orElse(null))
                .param("body", body)
                .param("area", area)
                .param("reasons", json.writeValueAsString(draft.reasons()))
                .param("contact", draft.contact())
                .param("by", by.person())
                .param("byName", by.personName())
                .param("now", now())
                .update();
    }

    /** By nobody; one that stands stays as it is. */
    void addOfSample(String clientId, String body, String area) {
        db.sql("""
                        insert into party.registration (client_id, body, area, in_production, reasons, contact, made_by, made_by_name,
                            made_at, keys_at)
                        values (:id, :body, :area, false, '{}', '', :nobody, '', :now, :now) on conflict do nothing
                        """)
                .param("id", clientId)
                .param("body", body)
                .param("area", area)
                .param("nobody", new UUID(0, 0))
                .param("now", now())
                .update();
    }

    void change(String clientId, ReadForm.Draft draft, boolean inProduction) {
        db.sql("""
                        update party.registration set reasons = :reasons::jsonb, contact = :contact, in_production = :production,
                            proposal = null, proposed_by = null, proposed_by_name = null, proposed_at = null, returned = ''
                        where client_id = :id
                        """)
                .param("id", clientId)
                .param("reasons", json.writeValueAsString(draft.reasons()))
                .param("contact", draft.contact())
                .param("production", inProduction)
                .update();
    }

    void propose(String clientId, PartyForm form, SignedIn by) {
        db.sql("""
                        update party.registration set proposal = :form::jsonb, proposed_by = :by, proposed_by_name = :byName,
                            proposed_at = :now, returned = ''
                        where client_id = :id
                        """)
                .param("id", clientId)
                .param("form", json.writeValueAsString(form.fields()))
                .param("by", by.person())
                .param("byName", by.personName())
                .param("now", now())
                .update();
    }

    void giveBack(String clientId, String reason) {
        db.sql("""
                        update party.registration set proposal = null, proposed_by = null, proposed_by_name = null,
                            proposed_at = null, returned = :reason
                        where client_id = :id
                        """).param("id", clientId).param("reason", reason).update();
    }

    void keysChanged(String clientId) {
        db.sql("update party.registration set keys_at = :now where client_id = :id")
                .param("id", clientId)
                .param("now", now())
                .update();
    }

    void stopped(String clientId, String by) {
        db.sql("update party.registration set stopped_by = :by where client_id = :id")
                .param("id", clientId)
                .param("by", by)
                .update();
    }

    Optional<Registration> find(String clientId) {
        return db.sql("select * from party.registration where client_id = :id")
                .param("id", clientId)
                .query((row, _) -> registration(row))
                .optional();
    }

    /** For a change: two at once wait for each other. */
    Optional<Registration> lock(String clientId) {
        return db.sql("select * from party.registration where client_id = :id for update")
                .param("id", clientId)
                .query((row, _) -> registration(row))
                .optional();
    }

    /** What waits for a second person first, then the latest. */
    List<Registration> within(Reach reach) {
        var may = reach.on(COLUMNS);
        return db.sql("select * from party.registration where " + may.sql()
                        + " order by proposed_at nulls last, made_at desc limit " + MOST)
                .params(may.parameters())
                .query((row, _) -> registration(row))
                .list();
    }

    List<Registration> ofBodiesInProduction() {
        return db.sql(
                        "select * from party.registration where in_production and body <> '' order by body, client_id limit "
                                + MOST)
                .query((row, _) -> registration(row))
                .list();
    }

    private Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                row.getString("client_id"),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("body"),
                row.getString("area"),
                row.getBoolean("in_production"),
                texts(row.getString("reasons")),
                row.getString("contact"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("keys_at").toInstant(),
                proposal(row),
                row.getString("returned"),
                row.getString("stopped_by"));
    }

    private Optional<Proposal> proposal(ResultSet row) throws SQLException {
        var form = row.getString("proposal");
        if (form == null) return Optional.empty();
        return Optional.of(new Proposal(
                new PartyForm(texts(form)),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant()));
    }

    private Map<String, String> texts(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
