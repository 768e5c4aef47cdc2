package yici.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Values that approvals have handed over. */
@Component
class Facts {

    /** @param from the case that supplied it */
    record Fact(String element, String value, int from) {}

    private final JdbcClient db;

    Facts(JdbcClient db) {
        this.db = db;
    }

    List<Fact> of(UUID application) {
        return db.sql("""
                        select element, value, from_no from casework.fact where application_id = :id order by from_no, element
                        """)
                .param("id", application)
                .query((row, _) -> new Fact(row.getString("element"), row.getString("value"), row.getInt("from_no")))
                .list();
    }
}
