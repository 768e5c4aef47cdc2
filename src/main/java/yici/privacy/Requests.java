package yici.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;

/** Requests and their answers; each is written once and never changed. */
@Component
class Requests {

    static final int SHOWN = 50;

    private static final String SELECT = """
            select r.*, a.outcome, a.words as answer, a.by_name, a.at
            from privacy.request r left join privacy.answer a on a.request = r.id
            """;

    private final JdbcClient db;

    Requests(JdbcClient db) {
        this.db = db;
    }

    void add(Request request) {
        db.sql("""
                        insert into privacy.request (id, number, account, name, kind, words, asked_at, due_on)
                        values (:id, :number, :account, :name, :kind, :words, :at, :due)
                        """)
                .param("id", request.id())
                .param("number", request.number())
                .param("account", request.account())
                .param("name", request.name())
                .param("kind", request.kind().name())
                .param("words", request.words())
                .param("at", request.askedAt().atOffset(ZoneOffset.UTC))
                .param("due", request.dueOn())
                .update();
    }

    /** False, and nothing done, when it was answered already. */
    boolean answer(UUID request, Request.Answer answer, SignedIn by) {
        return db.sql("""
                        insert into privacy.answer (request, outcome, words, by_whom, by_name, at)
                        values (:request, :outcome, :words, :by, :name, :at) on conflict do nothing
                        """)
                        .param("request", request)
                        .param("outcome", answer.outcome().name())
                        .param("words", answer.words())
                        .param("by", by.asActor())
                        .param("name", by.name())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The newest first, at most {@link #SHOWN}. */
    List<Request> of(UUID account) {
        return db.sql(SELECT + "where r.account = :account order by r.asked_at desc limit " + SHOWN)
                .param("account", account)
                .query((row, _) -> request(row))
                .list();
    }

    int openOf(UUID account) {
        return db.sql("""
                        select count(*) from privacy.request r where account = :account
                          and not exists (select from privacy.answer a where a.request = r.id)
                        """).param("account", account).query(Integer.class).single();
    }

    /** Those not answered yet, the most urgent first; then, when asked for, those answered. */
    List<Request> list(boolean answered) {
        var which = answered
                ? "where a.request is not null order by a.at desc"
                : "where a.request is null order by r.due_on, r.id";
        return db.sql(SELECT + which + " limit " + SHOWN)
                .query((row, _) -> request(row))
                .list();
    }

    Optional<Request> find(UUID id) {
        return db.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query((row, _) -> request(row))
                .optional();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("account", UUID.class),
                row.getString("name"),
                Request.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("outcome") == null
                        ? Optional.empty()
                        : Optional.of(new Request.Answer(
                                Request.Outcome.valueOf(row.getString("outcome")),
                                row.getString("answer"),
                                row.getString("by_name"),
                                row.getObject("at", OffsetDateTime.class).toInstant())));
    }
}
