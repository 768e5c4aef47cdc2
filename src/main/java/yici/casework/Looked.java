package yici.casework;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which case a line of the audit log speaks of, for the person it belongs to. */
@Component
public class Looked {

    /** @param body who decides; empty where nobody does yet */
    public record Case(String number, Optional<String> body) {}

    private final JdbcClient db;

    Looked(JdbcClient db) {
        this.db = db;
    }

    /** @param subject {@code case:<application>/<no>}; empty for any other, and for a case of somebody else */
    public Optional<Case> at(UUID applicant, String subject) {
        if (!subject.matches("case:[0-9a-f-]{36}/\\d{1,4}")) return Optional.empty();
        int slash = subject.indexOf('/');
        return db.sql("""
                        select b.number, f.body_id from casework.bundle b join casework.case_file f using (application_id)
                        where b.application_id = :application and f.no = :no and b.applicant = :applicant
                        """)
                .param("application", UUID.fromString(subject.substring("case:".length(), slash)))
                .param("no", Integer.parseInt(subject.substring(slash + 1)))
                .param("applicant", applicant)
                .query((row, _) -> new Case(row.getString("number"), Optional.ofNullable(row.getString("body_id"))))
                .optional();
    }
}
