package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/** Objections to public notices in the database; written under the lock of the application. */
@Component
class Objections {

    static final int MOST_SHOWN = 50;

    /**
     * @param number the receipt
     * @param contact for the office alone
     * @param answer empty while there is none
     */
    record Objection(
            UUID application,
            UUID id,
            String number,
            int no,
            int attempt,
            String name,
            String contact,
            String reason,
            Instant filedAt,
            Optional<Answer> answer,
            Optional<Given> file) {}

    record Answer(boolean upheld, String reason, Instant at) {}

    record Given(UUID attachment, String fileName) {}

    /** One case of a desk with objections that wait for an answer. */
    record Waiting(String application, int no, Translated item, String applicant, int count, Instant since) {}

    private static final String OBJECTION = """
            select o.application_id, o.id, o.number, o.no, o.attempt, o.name, o.contact, o.reason, o.filed_at, o.upheld, o.answer, o.answered_at,
                   f.attachment, f.file_name
            from casework.objection o
            left join casework.objection_file f on f.application_id = o.application_id and f.objection = o.id
            """;

    private final JdbcClient db;

    Objections(JdbcClient db) {
        this.db = db;
    }

    void add(Objection objection) {
        db.sql("""
                        insert into casework.objection (application_id, id, number, no, attempt, name, contact, reason, filed_at)
                        values (:application, :id, :number, :no, :attempt, :name, :contact, :reason, :at)
                        """)
                .param("application", objection.application())
                .param("id", objection.id())
                .param("number", objection.number())
                .param("no", objection.no())
                .param("attempt", objection.attempt())
                .param("name", objection.name())
                .param("contact", objection.contact())
                .param("reason", objection.reason())
                .param("at", objection.filedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void answer(Objection objection, boolean upheld, String reason, String by, Instant at) {
        db.sql("""
                        update casework.objection set upheld = :upheld, answer = :reason, answered_by = :by, answered_at = :at
                        where application_id = :application and id = :id and answered_at is null
                        """)
                .param("application", objection.application())
                .param("id", objection.id())
                .param("upheld", upheld)
                .param("reason", reason)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those against the same notice that still wait: upheld with this one. */
    void answerTheOthers(Objection objection, String reason, String by, Instant at) {
        db.sql("""
                        update casework.objection set upheld = true, answer = :reason, answered_by = :by, answered_at = :at
                        where application_id = :application and no = :no and attempt = :attempt and answered_at is null
                        """)
                .param("application", objection.application())
                .param("no", objection.no())
                .param("attempt", objection.attempt())
                .param("reason", reason)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Objection> find(UUID application, UUID id) {
        return db.sql(OBJECTION + "where o.application_id = :application and o.id = :id")
                .param("application", application)
                .param("id", id)
                .query((row, _) -> objection(row))
                .optional();
    }

    Optional<Objection> byNumber(String number) {
        return db.sql(OBJECTION + "where o.number = :number")
                .param("number", number)
                .query((row, _) -> objection(row))
                .optional();
    }

    /** Of one attempt at a case, in the order in which they came. */
    List<Objection> of(UUID application, int no, int attempt) {
        return db.sql(OBJECTION + """
                        where o.application_id = :application and o.no = :no and o.attempt = :attempt
                        order by (o.answered_at is not null), o.filed_at, o.id limit :most
                        """)
                .param("application", application)
                .param("no", no)
                .param("attempt", attempt)
                .param("most", MOST_SHOWN)
                .query((row, _) -> objection(row))
                .list();
    }

    int waiting(UUID application, int no, int attempt) {
        return db.sql("""
                        select count(*) from casework.objection
                        where application_id = :application and no = :no and attempt = :attempt and answered_at is null
                        """)
                .param("application", application)
                .param("no", no)
                .param("attempt", attempt)
                .query(Integer.class)
                .single();
    }

    boolean upheld(UUID application, int no, int attempt) {
        return db.sql("""
                        select exists (select 1 from casework.objection
                            where application_id = :application and no = :no and attempt = :attempt and upheld)
                        """)
                .param("application", application)
                .param("no", no)
                .param("attempt", attempt)
                .query(Boolean.class)
                .single();
    }

    /** On the desks of these bodies, the longest waiting first. */
    List<Waiting> onDesk(Collection<String> bodies) {
        return db.sql("""
                        select f.number, f.no, f.name_zh, f.name_en, f.applicant_name, count(*) as objections, min(o.filed_at) as since
                        from casework.objection o
                        join casework.case_file f on f.application_id = o.application_id and f.no = o.no and f.attempt = o.attempt
                        where o.answered_at is null and f.body_id = any(:bodies) and f.state in ('SPECIAL_PROCEDURE', 'ACCEPTED')
                        group by f.number, f.no, f.name_zh, f.name_en, f.applicant_name order by since limit :most
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("most", MOST_SHOWN)
                .query((row, _) -> new Waiting(
                        row.getString("number").replaceFirst("-\\d\\d$", ""),
                        row.getInt("no"),
                        Translated.of(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("applicant_name"),
                        row.getInt("objections"),
                        Bundles.instant(row, "since").orElseThrow()))
                .list();
    }

    /** A file that came with a form, also one that did not go through; not any more once the objection is made. */
    void keepFile(UUID application, UUID objection, Given file, Instant at) {
        db.sql("""
                        insert into casework.objection_file (application_id, objection, attachment, file_name, kept_at)
                        select :application, :objection, :attachment, :fileName, :at
                        where not exists (select 1 from casework.objection where application_id = :application and id = :objection)
                        on conflict (application_id, objection) do update set
                            attachment = excluded.attachment, file_name = excluded.file_name, kept_at = excluded.kept_at
                        """)
                .param("application", application)
                .param("objection", objection)
                .param("attachment", file.attachment())
                .param("fileName", file.fileName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Given> file(UUID application, UUID objection) {
        return db.sql("""
                        select attachment, file_name from casework.objection_file
                        where application_id = :application and objection = :objection
                        """)
                .param("application", application)
                .param("objection", objection)
                .query((row, _) -> new Given(row.getObject("attachment", UUID.class), row.getString("file_name")))
                .optional();
    }

    /** Whether a file came with an objection to this case. */
    boolean brought(UUID application, int no, UUID attachment) {
        return db.sql("""
                        select exists (select 1 from casework.objection_file f
                            join casework.objection o on o.application_id = f.application_id and o.id = f.objection
                            where f.application_id = :application and o.no = :no and f.attachment = :attachment)
                        """)
                .param("application", application)
                .param("no", no)
                .param("attachment", attachment)
                .query(Boolean.class)
                .single();
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var answeredAt = Bundles.instant(row, "answered_at");
        boolean upheld = row.getBoolean("upheld");
        String answer = row.getString("answer");
        var attachment = Optional.ofNullable(row.getObject("attachment", UUID.class));
        String fileName = row.getString("file_name");
        return new Objection(
                row.getObject("application_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("no"),
                row.getInt("attempt"),
                row.getString("name"),
                row.getString("contact"),
                row.getString("reason"),
                Bundles.instant(row, "filed_at").orElseThrow(),
                answeredAt.map(at -> new Answer(upheld, answer, at)),
                attachment.map(id -> new Given(id, fileName)));
    }
}
