package yici.catalogue;

import java.util.List;
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

    void replace(Listed.Kind kind, String code, List<SearchLine> lines) {
        db.sql("delete from catalogue.search_line where kind = :kind and code = :code")
                .param("kind", kind.name())
                .param("code", code)
                .update();
        db.sql("""
                        insert into catalogue.search_line (kind, code, position, field, weight, shown, folded)
                        select :kind, :code, l.position, l.field, l.weight, l.shown::jsonb, l.folded
                        from unnest(cast(:fields as text[]), cast(:weights as int[]), cast(:shown as text[]),
                                    cast(:folded as text[]))
                             with ordinality as l (field, weight, shown, folded, position)
                        """)
                .param("kind", kind.name())
                .param("code", code)
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

    /** What contains at least so many of the needles; those where more occur and in better places first. */
    List<Subject> find(List<String> needles, int least, int limit) {
        return db.sql("""
                        select kind, code, count(*) as words, sum(best) as score
                        from (select l.kind, l.code, n.needle, max(l.weight) as best
                              from catalogue.search_line l
                              join unnest(cast(:needles as text[])) as n (needle) on strpos(l.folded, n.needle) > 0
                              group by l.kind, l.code, n.needle) hit
                        group by kind, code
                        having count(*) >= :least
                        order by score desc, kind, code
                        limit :limit
                        """)
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
    List<SearchLine> reasons(List<Subject> subjects, List<String> needles) {
        return db.sql("""
                        select kind, code, field, shown
                        from catalogue.search_line l
                        where l.kind || '/' || l.code = any (cast(:subjects as text[])) and l.field <> 'NAME'
                          and exists (select from unnest(cast(:needles as text[])) as n (needle)
                                      where strpos(l.folded, n.needle) > 0)
                        order by weight desc, position
                        """)
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
