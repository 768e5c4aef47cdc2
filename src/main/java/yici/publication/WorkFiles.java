package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/** Pictures and papers of works. */
@Component
class WorkFiles {

    /** @param alt what a picture shows; empty of a paper */
    record File(
            UUID id,
            UUID work,
            String name,
            String mediaType,
            UUID attachment,
            Optional<Translated> alt,
            int width,
            int height) {

        boolean isPicture() {
            return width > 0;
        }

        private String ending() {
            return mediaType.equals("image/png") ? "png" : "jpg";
        }

        /** Where it is read: a picture in its largest width, with its measures in the name. */
        String address() {
            return isPicture()
                    ? "/media/" + id + "/" + width + "x" + height + "." + ending()
                    : "/media/" + id + "/" + name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        }

        /** As it is written in a text. */
        String markdown() {
            return isPicture()
                    ? "![" + alt.orElseThrow().zh() + "](" + address() + ")"
                    : "[" + name + "](" + address() + ")";
        }
    }

    private final JdbcClient db;

    WorkFiles(JdbcClient db) {
        this.db = db;
    }

    void add(File file, UUID by, String byName, Instant at) {
        db.sql("""
                        insert into publication.file (id, work, name, media_type, attachment, alt, width, height, by_account, by_name, at)
                        values (:id, :work, :name, :mediaType, :attachment, :alt::jsonb, :width, :height, :by, :byName, :at)
                        """)
                .param("id", file.id())
                .param("work", file.work())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("attachment", file.attachment())
                .param("alt", file.alt().map(Texts::json).orElse("{}"))
                .param("width", file.width())
                .param("height", file.height())
                .param("by", by)
                .param("byName", byName)
                .param("at", KeptWorks.at(at))
                .update();
    }

    void addRendition(UUID file, int width, UUID attachment) {
        db.sql("insert into publication.rendition (file, width, attachment) values (:file, :width, :attachment)")
                .param("file", file)
                .param("width", width)
                .param("attachment", attachment)
                .update();
    }

    /** The newest first. */
    List<File> of(UUID work) {
        return db.sql("select * from publication.file where work = :work order by at desc, id limit 200")
                .param("work", work)
                .query((row, _) -> file(row))
                .list();
    }

    Optional<File> find(UUID id) {
        return db.sql("select * from publication.file where id = :id")
                .param("id", id)
                .query((row, _) -> file(row))
                .optional();
    }

    /** The attachment with the picture in that width. */
    Optional<UUID> rendition(UUID file, int width) {
        return db.sql("select attachment from publication.rendition where file = :file and width = :width")
                .param("file", file)
                .param("width", width)
                .query((row, _) -> row.getObject("attachment", UUID.class))
                .optional();
    }

    /** Something of its work is read by the public just now. */
    boolean isPublic(UUID work) {
        return db.sql("select exists (select from publication.standing where work = :work and state = 'PUBLISHED')")
                .param("work", work)
                .query(Boolean.class)
                .single();
    }

    private static File file(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        return new File(
                row.getObject("id", UUID.class),
                row.getObject("work", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getObject("attachment", UUID.class),
                width == 0 ? Optional.empty() : Optional.of(Texts.of(row.getString("alt"))),
                width,
                row.getInt("height"));
    }
}
