package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;

/** What the site of one area shows: its own works, those it took from others by hand, and those that came by a rule. */
@Component
public class AreaWorks {

    /** What every area takes from those above it until it says otherwise. */
    private static final List<String> TAKEN_BY_DEFAULT = List.of("notice", "policy");

    private static final int IN_COLUMN = 2;

    private static final String TEASER = """
            select w.slug, w.kind, w.form, w.formed_on, w.area, t.language, t.title, t.summary
            from publication.work w
            cross join lateral (
                select e.language, e.title, e.summary
                from publication.edition e join publication.standing s using (work, language, number)
                where e.work = w.id and e.language in (:language, 'zh') and s.state = 'PUBLISHED'
                order by e.language = 'zh' limit 1) t
            """;

    private static final String OWN_OR_TAKEN = """
            (w.area = :area
                or exists (select from publication.offering o where o.work = w.id and o.area = :area and o.taken_at is not null))
            """;

    private static final String BY_RULE = """
            (w.area <> :area
                and not exists (select from publication.offering o where o.work = w.id and o.area = :area and o.taken_at is not null)
                and (exists (
                        select from publication.sharing_rule r
                        where r.taker = :area and r.giver = w.area and r.kind in ('', w.kind)
                          and (r.special_column = '' or exists (
                              select from publication.membership m where m.work = w.id and m.special_column = r.special_column)))
                    or (w.area = any(:above::text[]) and w.kind = any(:byDefault::text[])
                        and not exists (select from publication.sharing_rule r where r.taker = :area))))
            """;

    private final JdbcClient db;
    private final ListWorks columns;
    private final Areas areas;

    AreaWorks(JdbcClient db, ListWorks columns, Areas areas) {
        this.db = db;
        this.columns = columns;
        this.areas = areas;
    }

    /** Own ones and those taken by hand, the newest first. Whoever does not read Chinese gets what is translated before what is not. */
    public List<Teaser> own(String area, Set<String> kinds, Language language, int most) {
        return db.sql("select * from (" + TEASER + " where " + OWN_OR_TAKEN + """
                        and w.kind = any(:kinds::text[])
                        order by t.language <> :language, w.formed_on desc, w.slug limit :most) n
                        order by n.formed_on desc, n.slug
                        """)
                .param("area", area)
                .param("language", language.code())
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** What came from other areas by a rule, the newest first. */
    public List<Teaser> byRule(String area, Language language, int most) {
        var above = areas.path(area).stream()
                .map(Area::code)
                .filter(code -> !code.equals(area))
                .toArray(String[]::new);
        return db.sql(TEASER + " where " + BY_RULE + " order by w.formed_on desc, w.slug limit :most")
                .param("area", area)
                .param("language", language.code())
                .param("above", above)
                .param("byDefault", TAKEN_BY_DEFAULT.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> teaser(row))
                .list();
    }

    /** The columns of an area that have something in them, in their order. */
    public List<ColumnTeaser> columns(String area, Language language) {
        return columns.columns().stream()
                .filter(column -> column.area().equals(area))
                .map(column -> new ColumnTeaser(
                        column.key(),
                        column.name(),
                        column.description(),
                        column.works(),
                        columns.in(column.key(), language, 0, IN_COLUMN).stream()
                                .map(line -> teaser(line, area))
                                .toList()))
                .toList();
    }

    private static Teaser teaser(Line line, String area) {
        return new Teaser(
                line.slug(),
                line.kind(),
                line.form(),
                line.language(),
                line.title(),
                line.summary(),
                line.formedOn(),
                area);
    }

    private static Teaser teaser(ResultSet row) throws SQLException {
        return new Teaser(
                row.getString("slug"),
                row.getString("kind"),
                row.getString("form"),
                KeptWorks.language(row),
                row.getString("title"),
                row.getString("summary"),
                row.getObject("formed_on", LocalDate.class),
                row.getString("area"));
    }
}
