package yici.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.application.Application;
import yici.attachment.Attachments;
import yici.attachment.Upload;

/** Files for a correction or a new attempt, from the moment they are chosen until it is sent. The caller has found the applicant's own case. */
@Component
class HandedIn {

    static final int MOST_FILES = 5;

    private final JdbcClient db;
    private final Attachments attachments;
    private final Clocks clocks;

    HandedIn(JdbcClient db, Attachments attachments, Clocks clocks) {
        this.db = db;
        this.attachments = attachments;
        this.clocks = clocks;
    }

    /** Empty when it was taken; else why not, and nothing that was there is lost. */
    Optional<Upload> add(UUID application, int no, String evidence, String fileName, InputStream content) {
        try (content) {
            return switch (attachments.take(fileName, content)) {
                case Upload.Stored(var file) -> {
                    keep(application, no, new Application.Supplied(evidence, file.id(), file.fileName()));
                    yield Optional.empty();
                }
                case Upload refused -> Optional.of(refused);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(UUID application, int no, Application.Supplied file) {
        db.sql("""
                        insert into casework.handed_in (application_id, no, evidence, attachment, file_name, added_at)
                        select :id, :no, :evidence, :attachment, :name, :at
                        where (select count(*) from casework.handed_in
                               where application_id = :id and no = :no and evidence = :evidence) < :most
                        """)
                .param("id", application)
                .param("no", no)
                .param("evidence", file.evidence())
                .param("attachment", file.attachment())
                .param("name", file.fileName())
                .param("at", clocks.now().atOffset(ZoneOffset.UTC))
                .param("most", MOST_FILES)
                .update();
    }

    List<Application.Supplied> of(UUID application, int no) {
        return db.sql("""
                        select evidence, attachment, file_name from casework.handed_in
                        where application_id = :id and no = :no order by added_at
                        """)
                .param("id", application)
                .param("no", no)
                .query((row, _) -> new Application.Supplied(
                        row.getString("evidence"), row.getObject("attachment", UUID.class), row.getString("file_name")))
                .list();
    }

    void remove(UUID application, int no, UUID attachment) {
        db.sql("delete from casework.handed_in where application_id = :id and no = :no and attachment = :attachment")
                .param("id", application)
                .param("no", no)
                .param("attachment", attachment)
                .update();
    }

    /** Sent: they belong to the application now. */
    void clear(UUID application, int no) {
        db.sql("delete from casework.handed_in where application_id = :id and no = :no")
                .param("id", application)
                .param("no", no)
                .update();
    }
}
