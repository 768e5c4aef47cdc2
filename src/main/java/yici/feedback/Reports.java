package yici.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;

/** Reports and their answers; each is written once and never changed. */
@Component
class Reports {

    static final int SHOWN = 50;

    private static final String SELECT = """
            select r.*, a.outcome, a.words as answer, a.by_name, a.at as answered_at
            from feedback.report r left join feedback.answer a on a.report = r.id
            """;

    private final JdbcClient db;

    Reports(JdbcClient db) {
        this.db = db;
    }

    /** The same id a second time does nothing: a form sent twice is one report. */
    void add(Report report) {
        db.sql("""
                        insert into feedback.report (id, number, page, title, area, edition, kind, words, at, due_on)
                        values (:id, :number, :page, :title, :area, :edition, :kind, :words, :at, :due)
                        on conflict (id) do nothing
                        """)
                .param("id", report.id())
                .param("number", report.number())
                .param("page", report.page())
                .param("title", report.title())
                .param("area", report.area())
                .param("edition", report.edition())
                .param("kind", report.kind().name())
                .param("words", report.words())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("due", report.dueOn())
                .update();
    }

    /** False, and nothing done, when it was answered already. */
    boolean answer(UUID report, Report.Answer answer, SignedIn by) {
        return db.sql("""
                        insert into feedback.answer (report, outcome, words, by_whom, by_name, at)
                        values (:report, :outcome, :words, :by, :name, :at) on conflict do nothing
                        """)
                        .param("report", report)
                        .param("outcome", answer.outcome().name())
                        .param("words", answer.words())
                        .param("by", by.asActor())
                        .param("name", by.name())
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Of these areas: those not answered yet, the most urgent first; or those answered, the newest first. */
    List<Report> list(Collection<String> areas, boolean answered) {
        var which = answered ? "a.report is not null order by a.at desc" : "a.report is null order by r.due_on, r.id";
        return db.sql(SELECT + "where r.area = any(:areas) and " + which + " limit " + SHOWN)
                .param("areas", areas.toArray(String[]::new))
                .query((row, _) -> report(row))
                .list();
    }

    /** How many of each kind there were since. */
    Map<Report.Kind, Integer> count(Collection<String> areas, Instant since) {
        var counts = new EnumMap<Report.Kind, Integer>(Report.Kind.class);
        db.sql("select kind, count(*) from feedback.report where area = any(:areas) and at >= :since group by kind")
                .param("areas", areas.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(Report.Kind.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    Optional<Report> find(UUID id) {
        return db.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query((row, _) -> report(row))
                .optional();
    }

    Optional<Report> byNumber(String number) {
        return db.sql(SELECT + "where r.number = :number")
                .param("number", number)
                .query((row, _) -> report(row))
                .optional();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("page"),
                row.getString("title"),
                row.getString("area"),
                row.getString("edition"),
                Report.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("outcome") == null
                        ? Optional.empty()
                        : Optional.of(new Report.Answer(
                                Report.Outcome.valueOf(row.getString("outcome")),
                                row.getString("answer"),
                                row.getString("by_name"),
                                row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant())));
    }
}
