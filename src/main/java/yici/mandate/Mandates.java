package yici.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.Capacity;

/** Mandates in the database. Every statement names whose they are. */
@Component
class Mandates {

    static final int MOST_LISTED = 100;

    private final JdbcClient db;

    Mandates(JdbcClient db) {
        this.db = db;
    }

    void add(Mandate mandate, String by, String byName, Instant now) {
        db.sql("""
                        insert into mandate.mandate (id, capacity, granter, granter_name, granter_number, grantee, grantee_name,
                                                     grantee_number, life_events, area, valid_from, valid_until, evidence, reference, attachment, created_at)
                        values (:id, :capacity, :granter, :granterName, :granterNumber, :grantee, :granteeName, :granteeNumber, :lifeEvents::text[],
                                :area, :from, :until, :evidence, :reference, :attachment, :now)
                        """)
                .param("id", mandate.id())
                .param("capacity", mandate.capacity().name())
                .param("granter", mandate.granter())
                .param("granterName", mandate.granterName())
                .param("granterNumber", mandate.granterNumber())
                .param("grantee", mandate.grantee().orElse(null), Types.OTHER)
                .param("granteeName", mandate.granteeName())
                .param("granteeNumber", mandate.granteeNumber())
                .param("lifeEvents", lifeEvents(mandate))
                .param("area", mandate.area())
                .param("from", utc(mandate.from()))
                .param("until", mandate.until().map(Mandates::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("evidence", mandate.evidence().name())
                .param("reference", mandate.reference())
                .param("attachment", mandate.attachment().orElse(null), Types.OTHER)
                .param("now", utc(now))
                .update();
        event(mandate.id(), mandate.last(), by, byName, mandate.reason(), now);
    }

    private static String @Nullable [] lifeEvents(Mandate mandate) {
        return mandate.lifeEvents().isEmpty() ? null : mandate.lifeEvents().toArray(String[]::new);
    }

    /** The caller holds the mandate's row, or has just added it. */
    void event(UUID mandate, Mandate.Event kind, String by, String byName, String reason, Instant now) {
        db.sql("""
                        insert into mandate.event (mandate, seq, kind, by_whom, by_name, reason, at)
                        select :mandate, coalesce(max(seq), 0) + 1, :kind, :by, :byName, :reason, :now
                        from mandate.event where mandate = :mandate
                        """)
                .param("mandate", mandate)
                .param("kind", kind.name())
                .param("by", by)
                .param("byName", byName)
                .param("reason", reason)
                .param("now", utc(now))
                .update();
    }

    void acceptedBy(UUID mandate, UUID grantee) {
        db.sql("update mandate.mandate set grantee = :grantee where id = :id and grantee is null")
                .param("grantee", grantee)
                .param("id", mandate)
                .update();
    }

    /** Decided: it is this account that is acted for. */
    void grantedBy(UUID mandate, UUID granter) {
        db.sql("update mandate.mandate set granter = :granter where id = :id")
                .param("granter", granter)
                .param("id", mandate)
                .update();
    }

    /** Holds the row until the transaction ends. */
    Optional<Mandate> lock(UUID id) {
        db.sql("select 1 from mandate.mandate where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    Optional<Mandate> find(UUID id) {
        return db.sql("select * from mandate.standing where id = :id")
                .param("id", id)
                .query((row, _) -> mandate(row))
                .optional();
    }

    Optional<Mandate> byCode(String code) {
        return db.sql("select * from mandate.standing where evidence = 'COUNTER' and reference = :code")
                .param("code", code)
                .query((row, _) -> mandate(row))
                .optional();
    }

    /** For whom this account is acted for, the newest first. */
    List<Mandate> of(UUID granter) {
        return db.sql("select * from mandate.standing where granter = :granter order by created_at desc limit :most")
                .param("granter", granter)
                .param("most", MOST_LISTED)
                .query((row, _) -> mandate(row))
                .list();
    }

    /** What this person may do for others, or is asked to, the newest first. */
    List<Mandate> to(UUID person, String number) {
        return db.sql("""
                        select * from mandate.standing
                        where grantee = :person or grantee is null and grantee_number = :number and grantee_number <> ''
                        order by created_at desc limit :most
                        """)
                .param("person", person)
                .param("number", number)
                .param("most", MOST_LISTED)
                .query((row, _) -> mandate(row))
                .list();
    }

    /** Guardianships that wait for an officer in these areas, the oldest first. */
    List<Mandate> claims(Collection<String> areas) {
        return db.sql("""
                        select * from mandate.standing
                        where last = 'CLAIMED' and area = any(:areas) order by created_at limit :most
                        """)
                .param("areas", areas.toArray(String[]::new))
                .param("most", MOST_LISTED)
                .query((row, _) -> mandate(row))
                .list();
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        var events = row.getArray("life_events");
        return new Mandate(
                row.getObject("id", UUID.class),
                Capacity.valueOf(row.getString("capacity")),
                row.getObject("granter", UUID.class),
                row.getString("granter_name"),
                row.getString("granter_number"),
                Optional.ofNullable(row.getObject("grantee", UUID.class)),
                row.getString("grantee_name"),
                row.getString("grantee_number"),
                events == null ? List.of() : List.of((String[]) events.getArray()),
                row.getString("area"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Mandate.Evidence.valueOf(row.getString("evidence")),
                row.getString("reference"),
                Optional.ofNullable(row.getObject("attachment", UUID.class)),
                Mandate.Event.valueOf(row.getString("last")),
                row.getString("reason"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
