package yici.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Editions are added and never changed; which one is in force follows from its day and, of one day, from its number. */
@Repository
class Editions {

    private static final String HEAD = """
            id, subject, variant, number, published_at, effective_from, base, content_hash, followed, note, by_whom, confirmed_by
            """;

    /** @param content empty for an edition that is told by its differences */
    record Kept(EditionHead head, Optional<JsonNode> content, List<Change> changes) {}

    private final JdbcClient db;

    Editions(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else publishes this subject, so that editions are numbered and inherited one after the other. */
    void hold(String subject) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('catalogue.edition ' || :subject, 0))")
                .param("subject", subject)
                .query((_, _) -> subject)
                .single();
    }

    /** @param objections rules that would have refused it; none unless it was taken from a source as it is */
    void add(Kept edition, int objections) {
        var head = edition.head();
        db.sql("""
                        insert into catalogue.edition (id, subject, variant, number, published_at, effective_from, base, content_hash,
                                                       followed, note, by_whom, confirmed_by, objections, content, changes)
                        values (:id, :subject, :variant, :number, :publishedAt, :effectiveFrom, :base, :hash,
                                :followed, :note, :by, :confirmedBy, :objections, :content::jsonb, :changes::jsonb)
                        """)
                .param("id", head.id())
                .param("subject", head.subject())
                .param("variant", head.variant())
                .param("number", head.number())
                .param("publishedAt", OffsetDateTime.ofInstant(head.publishedAt(), ZoneOffset.UTC))
                .param("effectiveFrom", head.effectiveFrom())
                .param("base", head.base().orElse(null))
                .param("hash", head.contentHash())
                .param("followed", head.followed())
                .param("note", head.note())
                .param("by", head.by().orElse(null))
                .param("confirmedBy", head.confirmedBy().orElse(null))
                .param("objections", objections)
                .param("content", edition.content().map(GuideJson::write).orElse(null))
                .param("changes", GuideJson.write(edition.changes()))
                .update();
    }

    /** Of every variant of every subject, what is in force on that day. */
    List<EditionHead> inForce(LocalDate day) {
        return db.sql("select distinct on (subject, variant) " + HEAD + """
                        from catalogue.edition where effective_from <= :day
                        order by subject, variant, effective_from desc, number desc
                        """)
                .param("day", day)
                .query(Editions::head)
                .list();
    }

    /** Empty before the first edition of the variant is in force. */
    Optional<EditionHead> inForce(String subject, String variant, LocalDate day) {
        return db.sql("select " + HEAD + """
                        from catalogue.edition where subject = :subject and variant = :variant and effective_from <= :day
                        order by effective_from desc, number desc limit 1
                        """)
                .param("subject", subject)
                .param("variant", variant)
                .param("day", day)
                .query(Editions::head)
                .optional();
    }

    /** All editions of a variant, the newest day first; of one day, the one that counts first. */
    List<EditionHead> history(String subject, String variant) {
        return db.sql("select " + HEAD + """
                        from catalogue.edition where subject = :subject and variant = :variant
                        order by effective_from desc, number desc
                        """)
                .param("subject", subject)
                .param("variant", variant)
                .query(Editions::head)
                .list();
    }

    int lastNumber(String subject, String variant) {
        return db.sql(
                        "select coalesce(max(number), 0) from catalogue.edition where subject = :subject and variant = :variant")
                .param("subject", subject)
                .param("variant", variant)
                .query(Integer.class)
                .single();
    }

    /** Somebody has written here: files do not overwrite it. */
    boolean isEditedHere(String subject) {
        return db.sql("select exists (select from catalogue.edition where subject = :subject and by_whom is not null)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(UUID id) {
        return db.sql("select content::text as content, changes::text as changes, " + HEAD
                        + " from catalogue.edition where id = :id")
                .param("id", id)
                .query((row, number) -> new Kept(
                        head(row, number),
                        Optional.ofNullable(row.getString("content")).map(GuideJson::tree),
                        GuideJson.readChanges(row.getString("changes"))))
                .optional();
    }

    private static EditionHead head(ResultSet row, int number) throws SQLException {
        return new EditionHead(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("variant"),
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_from", LocalDate.class),
                Optional.ofNullable(row.getObject("base", UUID.class)),
                row.getString("content_hash"),
                row.getBoolean("followed"),
                row.getString("note"),
                Optional.ofNullable(row.getObject("by_whom", UUID.class)),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)));
    }
}
