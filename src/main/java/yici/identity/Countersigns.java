package yici.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.Thing.Trait;
import yici.jurisdiction.Post;

/** What waits for a second person. */
@Component
class Countersigns {

    private static final Reach.Columns COLUMNS =
            Reach.Columns.of(Map.of(Trait.OWNER, "coalesce(account, asked_by)", Trait.AREA, "area"));

    private final JdbcClient db;

    Countersigns(JdbcClient db) {
        this.db = db;
    }

    void add(Countersign asked) {
        var typed = asked.typed();
        db.sql("""
                        insert into identity.countersign (id, kind, asked_by, asked_at, account, login, name, number, role, area, body,
                                                          first_day, last_day, state, ends_at)
                        values (:id, :kind, :by, :at, :account, :login, :name, :number, :role, :area, :body, :first, :last, :state, :end)
                        """)
                .param("id", asked.id())
                .param("kind", asked.kind().name())
                .param("by", asked.askedBy())
                .param("at", Timestamp.from(asked.askedAt()))
                .param("account", asked.account().orElse(null), Types.OTHER)
                .param("login", typed.login())
                .param("name", typed.name())
                .param("number", typed.number())
                .param("role", typed.role().name())
                .param("area", typed.area())
                .param("body", typed.body())
                .param("first", typed.from())
                .param("last", typed.until())
                .param("state", asked.state().name())
                .param("end", Timestamp.from(asked.endsAt()))
                .update();
    }

    /** Nobody else answers it meanwhile. In the caller's transaction. */
    Optional<Countersign> lock(UUID id) {
        return db.sql("select * from identity.countersign where id = :id for update")
                .param("id", id)
                .query((row, _) -> countersign(row))
                .optional();
    }

    /** One that waits already and asks for the same. */
    Optional<Countersign> same(Countersign asked) {
        return db.sql("""
                        select * from identity.countersign
                        where asked_by = :by and kind = :kind and login = :login and (role, area, body) = (:role, :area, :body)
                          and state in ('ASKED', 'CONFIRMED') and ends_at > :now
                        limit 1
                        """)
                .param("by", asked.askedBy())
                .param("kind", asked.kind().name())
                .param("login", asked.typed().login())
                .param("role", asked.typed().role().name())
                .param("area", asked.typed().area())
                .param("body", asked.typed().body())
                .param("now", Timestamp.from(asked.askedAt()))
                .query((row, _) -> countersign(row))
                .optional();
    }

    void answer(UUID id, Countersign.State state, UUID by, String answer, Instant end) {
        db.sql("""
                        update identity.countersign set state = :state, answered_by = :by, answer = :answer, ends_at = :end,
                            number = case when :state = 'CONFIRMED' then number else '' end
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("answer", answer)
                .param("end", Timestamp.from(end))
                .update();
    }

    void end(UUID id, Countersign.State state) {
        db.sql("update identity.countersign set state = :state, number = '' where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    /** The ID numbers of what has run out. */
    void forgetNumbers(Instant now) {
        db.sql("update identity.countersign set number = '' where ends_at < :now and number <> ''")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The person's own and those within reach, the newest first. */
    List<Countersign> of(UUID asker, Reach reach, Instant since, int limit) {
        var seen = reach.on(COLUMNS);
        return db.sql("select * from identity.countersign where (asked_by = :asker or " + seen.sql() + """
                        ) and ends_at > :since
                        order by asked_at desc, id limit :limit
                        """)
                .param("asker", asker)
                .params(seen.parameters())
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query((row, _) -> countersign(row))
                .list();
    }

    private static Countersign countersign(ResultSet row) throws SQLException {
        var typed = new AppointStaff.Appointment(
                row.getString("login"),
                row.getString("name"),
                row.getString("number"),
                Post.Role.valueOf(row.getString("role")),
                row.getString("area"),
                row.getString("body"),
                row.getString("first_day"),
                row.getString("last_day"));
        return new Countersign(
                row.getObject("id", UUID.class),
                Countersign.Kind.valueOf(row.getString("kind")),
                row.getObject("asked_by", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                typed,
                Countersign.State.valueOf(row.getString("state")),
                row.getTimestamp("ends_at").toInstant(),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)),
                row.getString("answer"));
    }
}
