package yici.catalogue;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import yici.kit.Translated;

/** The texts that can be found, in PostgreSQL. */
@Repository
class SearchLines {

    private final JdbcClient db;

    SearchLines(JdbcClient db) {
        this.db = db;
    }

    /** The texts of one edition, in place of those it had. */
    void replace(UUID edition, List<SearchLine> lines) {
        db.sql("delete from catalogue.search_line where edition = :edition")
                .param("edition", edition)
                .update();
        db.sql("""
                        insert into catalogue.search_line (edition, kind, code, position, field, weight, shown, folded)
                        select :edition, l.kind, l.code, l.position, l.field, l.weight, l.shown::jsonb, l.folded
                        from unnest(cast(:kinds as text[]), cast(:codes as text[]), cast(:fields as text[]), cast(:weights as int[]),
                                    cast(:shown as text[]), cast(:folded as text[]))
                             with ordinality as l (kind, code, field, weight, shown, folded, position)
                        """)
                .param("edition", edition)
                .param("kinds", lines.stream().map(l -> l.kind().name()).toArray(String[]::new))
                .param("codes", lines.stream().map(SearchLine::code).toArray(String[]::new))
                .param("fields", lines.stream().map(l -> l.field().name()).toArray(String[]::new))
                .param("weights", lines.stream().map(l -> l.field().weight).toArray(Integer[]::new))
                .param(
                        "shown",
                        lines.stream().map(l -> LifeEvents.json(l.shown())).toArray(String[]::new))
                .param("folded", lines.stream().map(SearchLine::folded).toArray(String[]::new))
                .update();
    }

    /** @param words how many of the words asked for occur in it */
    record Subject(Listed.Kind kind, String code, int words, int score) {}

    /** Of what is in force, what contains at least so many of the needles; those where more occur and in better places first. */
    List<Subject> find(List<UUID> inForce, List<String> needles, int least, int limit) {
        return db.sql("""
                        select kind, code, count(*) as words, sum(best) as score
                        from (select l.kind, l.code, n.needle, max(l.weight) as best
                              from catalogue.search_line l
                              join unnest(cast(:needles as text[])) as n (needle) on strpos(l.folded, n.needle) > 0
                              where l.edition = any (cast(:inForce as uuid[]))
                              group by l.kind, l.code, n.needle) hit
                        group by kind, code
                        having count(*) >= :least
                        order by score desc, kind, code
                        limit :limit
                        """)
                .param("inForce", inForce.toArray(UUID[]::new))
                .param("needles", needles.toArray(String[]::new))
                .param("least", least)
                .param("limit", limit)
                .query((row, _) -> new Subject(
                        Listed.Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getInt("words"),
                        row.getInt("score")))
                .list();
    }

    /** The lines of one kind of subjects in which a needle occurs, the best first; names aside, as they are shown anyway. */
    List<SearchLine> reasons(List<UUID> inForce, List<Subject> subjects, List<String> needles) {
        return db.sql("""
                        select kind, code, field, shown
                        from catalogue.search_line l
                        where l.kind || '/' || l.code = any (cast(:subjects as text[])) and l.field <> 'NAME'
                          and l.edition = any (cast(:inForce as uuid[]))
                          and exists (select from unnest(cast(:needles as text[])) as n (needle)
                                      where strpos(l.folded, n.needle) > 0)
                        order by weight desc, position
                        """)
                .param("inForce", inForce.toArray(UUID[]::new))
                .param(
                        "subjects",
                        subjects.stream().map(s -> s.kind() + "/" + s.code()).toArray(String[]::new))
                .param("needles", needles.toArray(String[]::new))
                .query((row, _) -> new SearchLine(
                        Listed.Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        SearchLine.Field.valueOf(row.getString("field")),
                        translated(row.getString("shown"))))
                .list();
    }

    private static Translated translated(String json) {
        return LifeEvents.translated(json);
    }
}
