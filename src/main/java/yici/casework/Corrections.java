package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked to be corrected, and how it was answered: one for each attempt at a case. */
@Component
class Corrections {

    /** @param elements keys of data elements; {@code evidence} keys of documents */
    record Asked(List<String> elements, List<String> evidence, String note) {
        boolean isEmpty() {
            return elements.isEmpty() && evidence.isEmpty() && note.isBlank();
        }
    }

    record Correction(
            int no, int attempt, Asked asked, String askedBy, Instant askedAt, Optional<Instant> answeredAt) {}

    private final JdbcClient db;

    Corrections(JdbcClient db) {
        this.db = db;
    }

    /** @param again what of it the notice had not named */
    void ask(UUID application, CaseFile file, Asked asked, List<String> again, String by, Instant at) {
        db.sql("""
                        insert into casework.correction (application_id, no, attempt, elements, evidence, note, again, asked_by, asked_at)
                        values (:id, :no, :attempt, :elements, :evidence, :note, :again, :by, :at)
                        """)
                .param("id", application)
                .param("no", file.no())
                .param("attempt", file.attempt())
                .param("elements", asked.elements().toArray(String[]::new))
                .param("evidence", asked.evidence().toArray(String[]::new))
                .param("note", asked.note())
                .param("again", again.toArray(String[]::new))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the values were before stays with the application. */
    void answer(UUID application, CaseFile file, Instant at) {
        db.sql("""
                        update casework.correction set answered_at = :at
                        where application_id = :id and no = :no and attempt = :attempt and answered_at is null
                        """)
                .param("id", application)
                .param("no", file.no())
                .param("attempt", file.attempt())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Correction> of(UUID application) {
        return db.sql("""
                        select no, attempt, elements, evidence, note, asked_by, asked_at, answered_at from casework.correction
                        where application_id = :id order by asked_at
                        """)
                .param("id", application)
                .query((row, _) -> correction(row))
                .list();
    }

    Optional<Correction> latest(UUID application, int no) {
        return of(application).stream().filter(c -> c.no() == no).reduce((_, last) -> last);
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("no"),
                row.getInt("attempt"),
                new Asked(texts(row, "elements"), texts(row, "evidence"), row.getString("note")),
                row.getString("asked_by"),
                Bundles.instant(row, "asked_at").orElseThrow(),
                Bundles.instant(row, "answered_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
