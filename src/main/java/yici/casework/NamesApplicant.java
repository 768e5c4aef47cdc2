package yici.casework;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Badge;

/** Whether a text gives away whose application it is about; asked before staff publish one, so that the name itself stays here. */
@Component
public class NamesApplicant {

    private final JdbcClient db;

    NamesApplicant(JdbcClient db) {
        this.db = db;
    }

    /** Asked by who may not see the case, so the house looks. By the applicant's name or the application's number, whatever stands between the characters. */
    public boolean in(String text, UUID application) {
        return Badge.HOUSE.wearing(() -> db.sql("""
                        select (char_length(applicant_name) > 1 and position(regexp_replace(applicant_name, '\\s', '', 'g') in :text) > 0)
                            or position(number in :text) > 0
                        from casework.bundle where application_id = :application
                        """)
                .param("text", text.replaceAll("\\s", ""))
                .param("application", application)
                .query(Boolean.class)
                .optional()
                .orElse(false));
    }
}
