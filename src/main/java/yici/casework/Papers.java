package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yici.identity.SignedIn;

/** Papers as they were issued, for those who may read them. */
@Component
class Papers {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param snapshot what it says, as it was on the day */
    record Issued(
            UUID id,
            UUID application,
            int no,
            int attempt,
            DocumentKind kind,
            Map<String, String> snapshot,
            Instant issuedAt) {
        /** Such as {@code 430523-261123-000123-7-01-受理通知书.pdf}. */
        String fileName() {
            return snapshot.getOrDefault("caseNumber", "") + "-" + new PaperText(this).title() + ".pdf";
        }
    }

    private static final String SELECT = """
            select d.application_id, d.id, d.no, d.attempt, d.kind, d.snapshot, d.issued_at,
                (select a.actor_name from casework.act a
                 where a.application_id = d.application_id and a.kind = 'SUBMITTED' and a.on_behalf <> '' limit 1) as agent
            from casework.document d
            join casework.bundle b on b.application_id = d.application_id
            """;

    private final JdbcClient db;

    Papers(JdbcClient db) {
        this.db = db;
    }

    Optional<Issued> ofApplicant(SignedIn me, String number, UUID id) {
        return db.sql(SELECT + """
                        where b.number = :number and b.applicant = :applicant and d.id = :id
                          and (:lifeEvents::text[] is null or b.life_event = any(:lifeEvents::text[]))
                          and (:areas::text[] is null or b.area = any(:areas::text[]))
                        """)
                .param("number", number)
                .param("applicant", me.account())
                .param("lifeEvents", me.scope().lifeEventsOrNull())
                .param("areas", me.scope().areasOrNull())
                .param("id", id)
                .query((row, _) -> issued(row))
                .optional();
    }

    /** Of this case; the caller has found that it is the officer's. */
    Optional<Issued> ofCase(UUID application, int no, UUID id) {
        return db.sql(SELECT + "where d.application_id = :application and d.no = :no and d.id = :id")
                .param("application", application)
                .param("no", no)
                .param("id", id)
                .query((row, _) -> issued(row))
                .optional();
    }

    private static Issued issued(ResultSet row) throws SQLException {
        var snapshot = JSON.readValue(row.getString("snapshot"), new TypeReference<HashMap<String, String>>() {});
        var agent = row.getString("agent");
        if (agent != null) snapshot.putIfAbsent("agent", agent);
        return new Issued(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getInt("no"),
                row.getInt("attempt"),
                DocumentKind.valueOf(row.getString("kind")),
                snapshot,
                Bundles.instant(row, "issued_at").orElseThrow());
    }
}
