package yici.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** What the public read at an instant that is past, and what it will read at one to come as things stand: what is scheduled by then is there. */
@Component
class SiteAsOf {

    private static final int MOST = 200;

    /** Of each work the edition that stands then: in the reader's language, else in Chinese; none where that was withdrawn by then. */
    private static final String THEN = """
            select distinct on (e.work) e.work, e.language, e.number, e.title, e.summary,
                coalesce(s.published_at, s.publish_at) as published_at,
                exists (select from publication.step t where t.work = e.work and t.language = e.language and t.number = e.number
                    and t.kind = 'WITHDRAWN' and t.at <= :at) as gone
            from publication.edition e join publication.standing s using (work, language, number)
            where e.language in (:language, 'zh') and coalesce(s.published_at, s.publish_at) <= :at
            order by e.work, e.language = 'zh', coalesce(s.published_at, s.publish_at) desc, e.number desc
            """;

    private static final String LINE =
            "select w.slug, w.kind, w.form, w.formed_on, t.language, t.title, t.summary, t.published_at ";

    private final JdbcClient db;
    private final ListWorks list;
    private final KeptWorks kept;

    SiteAsOf(JdbcClient db, ListWorks list, KeptWorks kept) {
        this.db = db;
        this.list = list;
        this.kept = kept;
    }

    /** Those that have something in them then; who belongs to which is as it is today. */
    List<Column> columns(Instant at) {
        return list.allColumns().stream()
                .filter(column -> !in(column.key(), Language.ZH, at).isEmpty())
                .toList();
    }

    List<Line> in(String column, Language language, Instant at) {
        return lines("""
                from (%s) t join publication.work w on w.id = t.work join publication.special_column c on c.key = :key
                where not t.gone and (
                    exists (select from publication.membership m where m.work = w.id and m.special_column = c.key)
                    or (c.rule_kind <> '' and w.area = c.area and w.kind = c.rule_kind and c.rule_topic in ('', w.fields ->> 'topic')))
                order by w.formed_on desc, w.slug limit :most
                """.formatted(THEN), column, language, at);
    }

    List<Line> newest(String area, Language language, Instant at) {
        return lines("""
                from (%s) t join publication.work w on w.id = t.work
                where not t.gone and w.area = :key order by t.published_at desc, w.slug limit :most
                """.formatted(THEN), area, language, at);
    }

    private List<Line> lines(String from, String key, Language language, Instant at) {
        return db.sql(LINE + from)
                .param("key", key)
                .param("language", language.code())
                .param("at", KeptWorks.at(at))
                .param("most", MOST)
                .query((row, _) -> ListWorks.line(row))
                .list();
    }

    /** The edition of a work that is read then. */
    Optional<Stood> edition(UUID work, Language language, Instant at) {
        return db.sql("select t.language, t.number from (" + THEN + ") t where t.work = :work and not t.gone")
                .param("work", work)
                .param("language", language.code())
                .param("at", KeptWorks.at(at))
                .query((row, _) -> kept.edition(work, KeptWorks.language(row), row.getInt("number")))
                .optional()
                .flatMap(stood -> stood);
    }
}
