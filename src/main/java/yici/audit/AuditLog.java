package yici.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Append-only: the application's database role may insert and read, nothing else. */
@Component
public class AuditLog {

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /**
     * Writes in the caller's transaction, all in one statement; an act without its line does not happen. Fails when the caller has no
     * transaction, for then the line could stay while the act is lost, or the other way round.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent... events) {
        write(List.of(events));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditEvent> events) {
        write(events);
    }

    private void write(List<AuditEvent> events) {
        if (events.isEmpty()) return;
        db.sql("""
                        insert into audit.event (act, actor, actor_name, on_behalf_of, subject, reason, at)
                        select act, actor, actor_name, on_behalf_of, subject, reason, at::timestamptz
                        from unnest(:act::text[], :actor::text[], :actorName::text[], :onBehalfOf::text[], :subject::text[],
                                    :reason::text[], :at::text[])
                             with ordinality as e(act, actor, actor_name, on_behalf_of, subject, reason, at, n)
                        order by n
                        """)
                .param("act", column(events, event -> event.act().code()))
                .param("actor", column(events, AuditEvent::actor))
                .param("actorName", column(events, AuditEvent::actorName))
                .param("onBehalfOf", column(events, AuditEvent::onBehalfOf))
                .param("subject", column(events, AuditEvent::subject))
                .param("reason", column(events, AuditEvent::reason))
                .param("at", column(events, event -> event.at().toString()))
                .update();
    }

    private static String[] column(List<AuditEvent> events, Function<AuditEvent, String> of) {
        return events.stream().map(of).toArray(String[]::new);
    }

    /** The newest first, at most {@code limit}. */
    public List<AuditEvent> about(String subject, int limit) {
        return db.sql("""
                        select act, actor, actor_name, on_behalf_of, subject, reason, at
                        from audit.event where subject = :subject
                        order by at desc, id desc limit :limit
                        """)
                .param("subject", subject)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    /** A line with its place in the record, to go on from. */
    public record Look(long id, AuditEvent event) {}

    /**
     * Who opened files of this person or firm, the newest first: every act whose code ends with {@code looked}.
     *
     * @param whose {@code account:<uuid>}
     * @param before only lines older than this place; {@code Long.MAX_VALUE} to begin
     */
    public List<Look> looks(String whose, long before, int limit) {
        return db.sql("""
                        select id, act, actor, actor_name, on_behalf_of, subject, reason, at from audit.event
                        where on_behalf_of = :whose and act like '%looked' and id < :before and actor <> :whose
                        order by id desc limit :limit
                        """)
                .param("whose", whose)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Look(row.getLong("id"), event(row)))
                .list();
    }

    /**
     * What an auditor asks for; every part may be empty.
     *
     * @param person who acted, for whom, or to whom
     * @param actors only acts of one of these
     * @param act a code or its beginning, such as {@code identity.}
     * @param before the page after this line; 0 for the newest
     */
    public record Question(
            Optional<String> person,
            Optional<Collection<String>> actors,
            String act,
            String subject,
            Instant from,
            Instant until,
            long before) {}

    /** The newest first, at most {@code limit}. Who may ask is for the caller to check, and to record. */
    public List<Look> search(Question question, int limit) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder();
        question.person().ifPresent(person -> {
            where.append(" and (actor = :person or on_behalf_of = :person or subject = :person)");
            parameters.put("person", person);
        });
        question.actors().ifPresent(actors -> {
            where.append(" and actor = any(:actors)");
            parameters.put("actors", actors.toArray(String[]::new));
        });
        if (!question.act().isEmpty()) {
            where.append(" and starts_with(act, :act)");
            parameters.put("act", question.act());
        }
        if (!question.subject().isEmpty()) {
            where.append(" and subject = :subject");
            parameters.put("subject", question.subject());
        }
        return db.sql("""
                        select id, act, actor, actor_name, on_behalf_of, subject, reason, at from audit.event
                        where id < :before and at >= :from and at < :until""" + where + " order by id desc limit :limit")
                .params(parameters)
                .param("before", question.before() == 0 ? Long.MAX_VALUE : question.before())
                .param("from", question.from().atOffset(ZoneOffset.UTC))
                .param("until", question.until().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Look(row.getLong("id"), event(row)))
                .list();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                new Recorded(row.getString("act")),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("on_behalf_of"),
                row.getString("subject"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** An act read back: the record outlives the enum that wrote it, so only its code is left. */
    private record Recorded(String code) implements AuditEvent.Act {}
}
