package yici.openid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Ids;

/** Who is signed in where: one row for a session at a party, however often the person goes there. */
@Component
class Visits {

    /** How often to see whether a session that was not ended is still alive. */
    static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    /** @param sid what the party knows the session by */
    record Visit(UUID sid, UUID signOn, String clientId, UUID person, String issuer, Instant beganAt) {}

    private final JdbcClient db;
    private final Clock clock;

    Visits(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The one that is, or a new one. */
    UUID begin(UUID signOn, String clientId, UUID person, String issuer) {
        var now = clock.instant();
        return find(signOn, clientId).orElseGet(() -> {
            db.sql("""
                            insert into openid.visit (sid, sign_on, client_id, person, issuer, began_at, look_again_at)
                            values (:sid, :signOn, :client, :person, :issuer, :now, :look)
                            on conflict (sign_on, client_id) do nothing
                            """)
                    .param("sid", Ids.fresh(clock))
                    .param("signOn", signOn)
                    .param("client", clientId)
                    .param("person", person)
                    .param("issuer", issuer)
                    .param("now", Timestamp.from(now))
                    .param("look", Timestamp.from(now.plus(LOOK_EVERY)))
                    .update();
            return find(signOn, clientId).orElseThrow();
        });
    }

    private Optional<UUID> find(UUID signOn, String clientId) {
        return db.sql("select sid from openid.visit where sign_on = :signOn and client_id = :client")
                .param("signOn", signOn)
                .param("client", clientId)
                .query(UUID.class)
                .optional();
    }

    Optional<Visit> find(UUID sid) {
        return db.sql("select * from openid.visit where sid = :sid")
                .param("sid", sid)
                .query((row, _) -> visit(row))
                .optional();
    }

    /** In one look: the sign-on stands, and neither the token nor what it descends from was taken back. */
    Optional<Visit> standing(UUID sid, Optional<UUID> family, byte[] takenBack) {
        return db.sql("""
                        select * from openid.visit v where v.sid = :sid
                          and not exists (select from openid.spent s where s.hash = :mark and s.gone_at > :now)
                          and (not :inFamily or exists (select from openid.family f where f.id = :family))
                        """)
                .param("sid", sid)
                .param("mark", takenBack)
                .param("now", Timestamp.from(clock.instant()))
                .param("inFamily", family.isPresent())
                .param("family", family.orElse(sid))
                .query((row, _) -> visit(row))
                .optional();
    }

    List<Visit> of(UUID person) {
        return db.sql("select * from openid.visit where person = :person order by began_at desc limit 200")
                .param("person", person)
                .query((row, _) -> visit(row))
                .list();
    }

    List<Visit> endOf(UUID signOn) {
        return db.sql("delete from openid.visit where sign_on = :signOn returning *")
                .param("signOn", signOn)
                .query((row, _) -> visit(row))
                .list();
    }

    List<Visit> endAt(UUID person, String clientId) {
        return db.sql("delete from openid.visit where person = :person and client_id = :client returning *")
                .param("person", person)
                .param("client", clientId)
                .query((row, _) -> visit(row))
                .list();
    }

    /** Sessions to look after, a page of them; another node takes others. */
    List<UUID> toLookAfter(int limit) {
        return db
                .sql("""
                        select sign_on from openid.visit where look_again_at < :now
                        order by look_again_at limit :limit for update skip locked
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query((row, _) -> row.getObject("sign_on", UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    void alive(Collection<UUID> signOns) {
        db.sql("update openid.visit set look_again_at = :look where sign_on = any(:signOns)")
                .param("look", Timestamp.from(clock.instant().plus(LOOK_EVERY)))
                .param("signOns", signOns.toArray(UUID[]::new))
                .update();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getObject("sid", UUID.class),
                row.getObject("sign_on", UUID.class),
                row.getString("client_id"),
                row.getObject("person", UUID.class),
                row.getString("issuer"),
                row.getTimestamp("began_at").toInstant());
    }
}
