package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** Works, their editions and how far each is. */
@Component
class KeptWorks {

    private static final String WORK = """
            select w.id, w.slug, w.kind, w.form, w.area, w.body, w.source_name, w.source_url, w.formed_on, w.fields
            from publication.work w
            """;

    private static final String STOOD = """
            select e.work, e.language, e.number, e.title, e.summary, e.markdown, e.made_from, e.translator, e.change_note, e.written_by,
                e.written_name, e.written_at, s.state, s.reviews, s.publish_at, s.published_at, s.reason
            from publication.edition e join publication.standing s using (work, language, number)
            """;

    private final JdbcClient db;

    KeptWorks(JdbcClient db) {
        this.db = db;
    }

    Optional<Work> find(String slug) {
        return db.sql(WORK + " where w.slug = :slug")
                .param("slug", slug)
                .query((row, _) -> work(row))
                .optional();
    }

    Work get(UUID id) {
        return db.sql(WORK + " where w.id = :id")
                .param("id", id)
                .query((row, _) -> work(row))
                .single();
    }

    /** Where a work went, or why it is gone. */
    record Moved(Optional<String> slug, String reason) {}

    Optional<Moved> moved(String former) {
        return db.sql("""
                        select w.slug, f.reason from publication.former_slug f left join publication.work w on w.id = f.work
                        where f.slug = :former
                        """)
                .param("former", former)
                .query((row, _) -> new Moved(Optional.ofNullable(row.getString("slug")), row.getString("reason")))
                .optional();
    }

    /** All of it, Chinese first, the newest edition of each language first. */
    List<Stood> editions(UUID work) {
        return db.sql(STOOD + " where e.work = :work order by e.language <> 'zh', e.language, e.number desc")
                .param("work", work)
                .query((row, _) -> stood(row))
                .list();
    }

    Optional<Stood> edition(UUID work, Language language, int number) {
        return db.sql(STOOD + " where e.work = :work and e.language = :language and e.number = :number")
                .param("work", work)
                .param("language", language.code())
                .param("number", number)
                .query((row, _) -> stood(row))
                .optional();
    }

    /** For an act: whoever else acts on this work waits. */
    void lock(UUID work) {
        db.sql("select id from publication.work where id = :work for update")
                .param("work", work)
                .query(UUID.class)
                .single();
    }

    List<Translation.Untranslated> untranslated(UUID work) {
        return db.sql("select language, reason from publication.untranslated where work = :work order by language")
                .param("work", work)
                .query((row, _) -> new Translation.Untranslated(language(row), row.getString("reason")))
                .list();
    }

    void add(Work work) {
        db.sql("""
                        insert into publication.work (id, slug, kind, form, area, body, source_name, source_url, formed_on, fields)
                        values (:id, :slug, :kind, :form, :area, :body, :sourceName::jsonb, :sourceUrl, :formedOn, :fields::jsonb)
                        """)
                .param("id", work.id())
                .param("slug", work.slug())
                .param("kind", work.kind())
                .param("form", work.form())
                .param("area", work.area())
                .param("body", work.body())
                .param("sourceName", Texts.json(work.sourceName()))
                .param("sourceUrl", work.sourceUrl())
                .param("formedOn", work.formedOn())
                .param("fields", Texts.json(work.fields()))
                .update();
    }

    /** Everything but its area and its kind. */
    void describe(Work work) {
        db.sql("""
                        update publication.work set slug = :slug, form = :form, body = :body, source_name = :sourceName::jsonb,
                            source_url = :sourceUrl, formed_on = :formedOn, fields = :fields::jsonb
                        where id = :id
                        """)
                .param("id", work.id())
                .param("slug", work.slug())
                .param("form", work.form())
                .param("body", work.body())
                .param("sourceName", Texts.json(work.sourceName()))
                .param("sourceUrl", work.sourceUrl())
                .param("formedOn", work.formedOn())
                .param("fields", Texts.json(work.fields()))
                .update();
    }

    void add(Edition edition, Standing standing) {
        db.sql("""
                        insert into publication.edition (work, language, number, title, summary, markdown, made_from, translator,
                            change_note, written_by, written_name, written_at)
                        values (:work, :language, :number, :title, :summary, :markdown, :madeFrom, :translator, :changeNote, :writtenBy,
                            :writtenName, :writtenAt)
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .param("title", edition.title())
                .param("summary", edition.summary())
                .param("markdown", edition.markdown())
                .param(
                        "madeFrom",
                        edition.madeFrom().isPresent() ? edition.madeFrom().getAsInt() : null,
                        java.sql.Types.INTEGER)
                .param("translator", edition.translator())
                .param("changeNote", edition.changeNote())
                .param("writtenBy", edition.author().account().orElse(null), java.sql.Types.OTHER)
                .param("writtenName", edition.author().name())
                .param("writtenAt", at(edition.author().at()))
                .update();
        db.sql("""
                        insert into publication.standing (work, language, number, state, reviews, publish_at, published_at, reason)
                        values (:work, :language, :number, :state, :reviews, :publishAt, :publishedAt, :reason)
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .params(row(standing))
                .update();
    }

    void stand(Edition edition, Standing standing) {
        db.sql("""
                        update publication.standing set state = :state, reviews = :reviews, publish_at = :publishAt,
                            published_at = :publishedAt, reason = :reason
                        where work = :work and language = :language and number = :number
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .params(row(standing))
                .update();
    }

    private static java.util.Map<String, Object> row(Standing standing) {
        var row = new java.util.HashMap<String, Object>();
        row.put("state", standing.state().name());
        row.put("reviews", standing.reviews());
        row.put("publishAt", moment(standing.publishAt()));
        row.put("publishedAt", moment(standing.publishedAt()));
        row.put("reason", standing.reason());
        return row;
    }

    /** Typed, so that the database knows what kind of nothing it is. */
    private static org.springframework.jdbc.core.SqlParameterValue moment(Optional<Instant> at) {
        return new org.springframework.jdbc.core.SqlParameterValue(
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE, at.map(KeptWorks::at).orElse(null));
    }

    /** Follows what stood there: one edition of a language is shown, the one before it is kept. */
    void archive(UUID work, Language language) {
        db.sql("""
                        update publication.standing set state = 'ARCHIVED'
                        where work = :work and language = :language and state in ('PUBLISHED', 'WITHDRAWN')
                        """).param("work", work).param("language", language.code()).update();
    }

    void explains(UUID explainer, UUID document) {
        db.sql(
                        "insert into publication.explanation (explainer, document) values (:explainer, :document) on conflict do nothing")
                .param("explainer", explainer)
                .param("document", document)
                .update();
    }

    void leaveOut(UUID work, Language language, String reason) {
        db.sql("""
                        insert into publication.untranslated (work, language, reason) values (:work, :language, :reason)
                        on conflict (work, language) do update set reason = excluded.reason
                        """)
                .param("work", work)
                .param("language", language.code())
                .param("reason", reason)
                .update();
    }

    /** The language waits for its text again. */
    void takeUp(UUID work, Language language) {
        db.sql("delete from publication.untranslated where work = :work and language = :language")
                .param("work", work)
                .param("language", language.code())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Language language(ResultSet row) throws SQLException {
        var code = row.getString("language");
        return Language.of(code).orElseThrow(() -> new IllegalStateException("no language: " + code));
    }

    static Work work(ResultSet row) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("form"),
                row.getString("area"),
                row.getString("body"),
                Texts.of(row.getString("source_name")),
                row.getString("source_url"),
                row.getObject("formed_on", java.time.LocalDate.class),
                Texts.map(row.getString("fields")));
    }

    private static Stood stood(ResultSet row) throws SQLException {
        int madeFrom = row.getInt("made_from");
        var edition = new Edition(
                row.getObject("work", UUID.class),
                language(row),
                row.getInt("number"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("markdown"),
                madeFrom == 0 ? OptionalInt.empty() : OptionalInt.of(madeFrom),
                row.getString("translator"),
                row.getString("change_note"),
                new Edition.Author(
                        Optional.ofNullable(row.getObject("written_by", UUID.class)),
                        row.getString("written_name"),
                        instant(row, "written_at").orElseThrow()));
        var standing = new Standing(
                Standing.State.valueOf(row.getString("state")),
                row.getInt("reviews"),
                instant(row, "publish_at"),
                instant(row, "published_at"),
                row.getString("reason"));
        return new Stood(edition, standing);
    }
}
