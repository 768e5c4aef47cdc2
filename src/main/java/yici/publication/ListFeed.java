package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** What was published or changed last, for feeds and for search engines. */
@Component
class ListFeed {

    /** As many as a reader who looks in once a month may have missed. */
    static final int MOST = 50;

    private final JdbcClient db;

    ListFeed(JdbcClient db) {
        this.db = db;
    }

    /** @param column empty: of the whole site */
    List<Feed.Entry> newest(String column, Language language, String base) {
        return db.sql("""
                        select w.id, w.slug, w.kind, w.body, t.language, t.title, t.summary, t.published_at, f.first_at
                        from publication.work w
                        cross join lateral (
                            select e.language, e.title, e.summary, s.published_at
                            from publication.edition e join publication.standing s using (work, language, number)
                            where e.work = w.id and e.language in (:language, 'zh') and s.state = 'PUBLISHED'
                            order by e.language = 'zh' limit 1) t
                        cross join lateral (
                            select min(s.published_at) as first_at from publication.standing s
                            where s.work = w.id and s.language = t.language and s.published_at is not null) f
                        where :column = ''
                           or exists (select from publication.membership m where m.work = w.id and m.special_column = :column)
                           or exists (select from publication.special_column c where c.key = :column and c.rule_kind = w.kind
                                and c.area = w.area and c.rule_topic in ('', w.fields ->> 'topic'))
                        order by t.published_at desc, w.id desc limit :most
                        """)
                .param("column", column)
                .param("language", language.code())
                .param("most", MOST)
                .query((row, _) -> entry(row, base))
                .list();
    }

    static Feed.Entry entry(ResultSet row, String base) throws SQLException {
        var language = KeptWorks.language(row);
        return new Feed.Entry(
                row.getObject("id", UUID.class),
                language,
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                row.getString("kind"),
                KeptWorks.instant(row, "first_at").orElseThrow(),
                KeptWorks.instant(row, "published_at").orElseThrow(),
                base + "/" + language.code() + "/works/" + row.getString("slug"));
    }

    /**
     * A work or a column in the languages it can be read in.
     *
     * @param path after the language, such as {@code /works/x}
     */
    record Listed(String path, List<Language> languages, java.time.Instant changed) {}

    /** Everything that is published, works first. A search engine takes 50,000 addresses in one list. */
    List<Listed> everything(int skip, int most) {
        return db.sql("""
                        select '/works/' || w.slug as path, string_agg(s.language, ',' order by s.language <> 'zh', s.language) as languages,
                            max(s.published_at) as changed
                        from publication.work w join publication.standing s on s.work = w.id
                        where s.state = 'PUBLISHED' group by w.id
                        order by w.id offset :skip limit :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> new Listed(
                        row.getString("path"),
                        List.of(row.getString("languages").split(",")).stream()
                                .flatMap(code -> Language.of(code).stream())
                                .toList(),
                        KeptWorks.instant(row, "changed").orElseThrow()))
                .list();
    }

    int works() {
        return db.sql("select count(distinct work) from publication.standing where state = 'PUBLISHED'")
                .query(Integer.class)
                .single();
    }
}
