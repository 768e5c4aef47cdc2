package yici.openid;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person agreed that a party may know, until they take it back. */
@Component
class Consents {

    /** @param byDuty nobody was asked: a public body knows it by its statutory duty */
    record Consent(String clientId, Set<String> scopes, boolean byDuty, Instant givenAt) {}

    private final JdbcClient db;
    private final Clock clock;

    Consents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    boolean covers(UUID person, String clientId, Set<String> scopes) {
        return db.sql("select scopes from openid.consent where person = :person and client_id = :client")
                .param("person", person)
                .param("client", clientId)
                .query((row, _) -> set((String[]) row.getArray("scopes").getArray()))
                .optional()
                .filter(given -> given.containsAll(scopes))
                .isPresent();
    }

    /** Adds to what was agreed before. */
    void give(UUID person, String clientId, Set<String> scopes) {
        write(person, clientId, scopes, "CONSENT");
    }

    /** What a public body knows by its duty; where the person agreed to something too, it stays theirs to take back. */
    void inform(UUID person, String clientId, Set<String> scopes) {
        write(person, clientId, scopes, "DUTY");
    }

    private void write(UUID person, String clientId, Set<String> scopes, String basis) {
        db.sql("""
                        insert into openid.consent as c (person, client_id, scopes, basis, given_at)
                        values (:person, :client, :scopes, :basis, :now)
                        on conflict (person, client_id) do update set
                            scopes = array(select distinct unnest(c.scopes || excluded.scopes)),
                            basis = least(c.basis, excluded.basis), given_at = excluded.given_at
                        """)
                .param("basis", basis)
                .param("person", person)
                .param("client", clientId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean takeBack(UUID person, String clientId) {
        return db.sql("delete from openid.consent where person = :person and client_id = :client")
                        .param("person", person)
                        .param("client", clientId)
                        .update()
                == 1;
    }

    List<Consent> of(UUID person) {
        return db.sql("select * from openid.consent where person = :person order by given_at desc limit 200")
                .param("person", person)
                .query((row, _) -> new Consent(
                        row.getString("client_id"),
                        set((String[]) row.getArray("scopes").getArray()),
                        row.getString("basis").equals("DUTY"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    private static Set<String> set(String[] texts) {
        return new LinkedHashSet<>(Arrays.asList(texts));
    }
}
