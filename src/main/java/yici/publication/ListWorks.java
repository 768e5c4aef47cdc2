package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** Columns and what the public finds in them. */
@Component
class ListWorks {

    static final int PAGE = 20;

    /** Who belongs to a column: whoever was put there, and whom its rule takes in. */
    private static final String MEMBERS = """
            select w.* from publication.work w
            where exists (select from publication.membership m where m.work = w.id and m.special_column = c.key)
               or (c.rule_kind <> '' and w.area = c.area and w.kind = c.rule_kind and c.rule_topic in ('', w.fields ->> 'topic'))
            """;

    /** What is shown of a work: in the reader's language, else in Chinese. */
    private static final String SHOWN = """
            select e.language, e.title, e.summary, s.published_at
            from publication.edition e join publication.standing s using (work, language, number)
            where e.work = w.id and e.language in (:language, 'zh') and s.state = 'PUBLISHED'
            order by e.language = 'zh' limit 1
            """;

    private static final String LINE =
            "select w.slug, w.kind, w.form, w.formed_on, t.language, t.title, t.summary, t.published_at ";

    private final JdbcClient db;

    ListWorks(JdbcClient db) {
        this.db = db;
    }

    /** Those that have something in them, in their order. */
    List<Column> columns() {
        return columns("true", "").stream().filter(c -> c.works() > 0).toList();
    }

    /** Also those that have nothing in them. */
    List<Column> allColumns() {
        return columns("true", "");
    }

    Optional<Column> column(String key) {
        return columns("c.key = :key", key).stream().findFirst();
    }

    List<Column> of(UUID work) {
        return columns("""
                exists (select from publication.membership m where m.work::text = :key and m.special_column = c.key)
                or exists (select from publication.work w where w.id::text = :key and c.rule_kind <> '' and w.area = c.area
                    and w.kind = c.rule_kind and c.rule_topic in ('', w.fields ->> 'topic'))
                """, work.toString());
    }

    private List<Column> columns(String condition, String key) {
        return db.sql("""
                        select c.key, c.area, c.names, c.descriptions, c.curator, c.freshness_days, c.counterpart, c.rule_kind, c.rule_topic, c.template, c.position, n.works, n.newest
                        from publication.special_column c
                        cross join lateral (
                            select count(distinct w.id) as works, max(s.published_at) as newest
                            from (%s) w join publication.standing s on s.work = w.id and s.state = 'PUBLISHED') n
                        where %s order by c.area, c.position, c.key
                        """.formatted(MEMBERS, condition))
                .param("key", key)
                .query((row, _) -> column(row))
                .list();
    }

    /** The newest first; one more than a page tells that there is another. */
    List<Line> in(String column, Language language, int skip, int most) {
        return lines("""
                from publication.special_column c cross join lateral (%s) w cross join lateral (%s) t
                where c.key = :key
                order by case c.template when 'BY_KIND' then w.kind else '' end, w.formed_on desc, w.slug offset :skip limit :most
                """.formatted(MEMBERS, SHOWN), column, language, skip, most);
    }

    /** What explains a document. */
    List<Line> explainers(UUID document, Language language) {
        return lines("""
                from publication.explanation x join publication.work w on w.id = x.explainer cross join lateral (%s) t
                where x.document::text = :key order by w.formed_on, w.slug offset :skip limit :most
                """.formatted(SHOWN), document.toString(), language, 0, 100);
    }

    /** What an explainer explains. */
    List<Line> explained(UUID explainer, Language language) {
        return lines("""
                from publication.explanation x join publication.work w on w.id = x.document cross join lateral (%s) t
                where x.explainer::text = :key order by w.formed_on, w.slug offset :skip limit :most
                """.formatted(SHOWN), explainer.toString(), language, 0, 100);
    }

    /** The newest of an area, or of all where none is named. */
    List<Line> newest(String area, Language language, int most) {
        return lines("""
                from publication.work w cross join lateral (%s) t
                where :key in ('', w.area) order by w.formed_on desc, w.slug offset :skip limit :most
                """.formatted(SHOWN), area, language, 0, most);
    }

    private List<Line> lines(String from, String key, Language language, int skip, int most) {
        return db.sql(LINE + from)
                .param("key", key)
                .param("language", language.code())
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("slug"),
                row.getString("kind"),
                row.getString("form"),
                KeptWorks.language(row),
                row.getString("title"),
                row.getString("summary"),
                row.getObject("formed_on", LocalDate.class),
                KeptWorks.instant(row, "published_at").orElseThrow());
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("key"),
                row.getString("area"),
                Texts.of(row.getString("names")),
                Texts.of(row.getString("descriptions")),
                row.getString("curator"),
                row.getInt("freshness_days"),
                row.getString("counterpart"),
                new Column.Rule(row.getString("rule_kind"), row.getString("rule_topic")),
                Column.Template.valueOf(row.getString("template")),
                row.getInt("position"),
                row.getInt("works"),
                KeptWorks.instant(row, "newest"));
    }
}
