package yici.linter;

import static yici.identity.Thing.Trait.AREA;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import yici.identity.Reach;
import yici.kit.Translated;

/** What is wrong in the texts of some areas, what weighs most first. A page is a stretch of an index. */
@Repository
class WorkList {

    static final int PAGE = 20;

    /** Only these; empty for all. */
    record Filter(Optional<String> area, Optional<String> body, Optional<Rule> rule, Optional<Rule.Severity> severity) {
        static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param areas how many of the asking person's areas have this text
     * @param area one of them
     */
    record Entry(
            UUID id,
            Text text,
            Translated name,
            Finding finding,
            OffsetDateTime firstSeen,
            Optional<OffsetDateTime> mendedAt,
            int areas,
            String area) {}

    /** Where a page begins: after this one. */
    record Place(int severity, int rule, String code, String variant, UUID id) {
        static final Place FIRST = new Place(0, 0, "", "", new UUID(0, 0));

        /** As it travels in an address. */
        String text() {
            return severity + "~" + rule + "~" + code + "~" + variant + "~" + id;
        }

        /** Nonsense in an address begins at the beginning. */
        static Place read(String text) {
            var parts = text.split("~");
            if (parts.length != 5) return FIRST;
            try {
                return new Place(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        parts[2],
                        parts[3],
                        UUID.fromString(parts[4]));
            } catch (IllegalArgumentException e) {
                return FIRST;
            }
        }
    }

    /** @param next where the next page begins; empty on the last */
    record Listing(List<Entry> entries, Optional<Place> next) {}

    /** How often a rule is broken. */
    record Broken(Rule rule, int findings) {}

    /** @param key of an area or a body; @param open findings; @param percent of the checks that are kept */
    record Score(String key, int texts, int open, int percent) {}

    private static final Reach.Columns OF_HOLDER = Reach.Columns.of(Map.of(AREA, "h.area"));

    private final JdbcClient db;

    WorkList(JdbcClient db) {
        this.db = db;
    }

    Listing list(Reach mine, Filter filter, Place after) {
        var limits = new Limits(mine, filter);
        var entries = db.sql("""
                        select f.*, t.name_zh, t.name_en, held.areas, held.area
                        from linter.finding f join linter.text t using (kind, code, variant)
                        cross join lateral (
                            select count(*)::int as areas, min(h.area) as area from linter.held_by h
                            where h.kind = f.kind and h.code = f.code and h.variant = f.variant and """ + limits.holders + """
                            ) held
                        where f.mended_at is null and held.areas > 0
                          and (f.severity, f.rule, f.code, f.variant, f.id) > (:severity, :rule, :code, :variant, :id)""" + limits.findings + """
                         order by f.severity, f.rule, f.code, f.variant, f.id limit :limit
                        """)
                .params(limits.parameters)
                .param("severity", after.severity())
                .param("rule", after.rule())
                .param("code", after.code())
                .param("variant", after.variant())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .query(WorkList::entry)
                .list();
        if (entries.size() <= PAGE) return new Listing(entries, Optional.empty());
        return new Listing(new ArrayList<>(entries.subList(0, PAGE)), Optional.of(place(entries.get(PAGE - 1))));
    }

    private static Place place(Entry entry) {
        var rule = entry.finding().rule();
        return new Place(
                rule.severity().rank(),
                rule.number(),
                entry.text().code(),
                entry.text().variant(),
                entry.id());
    }

    /** A mended one too: the address of its page stays. */
    Optional<Entry> find(Reach mine, UUID id) {
        var limits = new Limits(mine, Filter.ALL);
        return db.sql("""
                        select f.*, t.name_zh, t.name_en, held.areas, held.area
                        from linter.finding f join linter.text t using (kind, code, variant)
                        cross join lateral (
                            select count(*)::int as areas, min(h.area) as area from linter.held_by h
                            where h.kind = f.kind and h.code = f.code and h.variant = f.variant and """ + limits.holders + """
                            ) held
                        where f.id = :id and held.areas > 0
                        """)
                .params(limits.parameters)
                .param("id", id)
                .query(WorkList::entry)
                .optional();
    }

    /** Whose text it is, of those the person governs. */
    List<Text.Holder> holders(Reach mine, Text text, int limit) {
        var limits = new Limits(mine, Filter.ALL);
        return db.sql(
                        "select h.area, h.body from linter.held_by h where h.kind = :kind and h.code = :code and h.variant = :variant and "
                                + limits.holders + " order by h.area limit :limit")
                .params(limits.parameters)
                .param("kind", text.kind().name())
                .param("code", text.code())
                .param("variant", text.variant())
                .param("limit", limit)
                .query((row, _) -> new Text.Holder(row.getString("area"), row.getString("body")))
                .list();
    }

    /** By rule, in the order of the list. */
    List<Broken> broken(Reach mine, Filter filter) {
        var limits = new Limits(mine, filter);
        return db.sql("""
                        select f.rule, count(*)::int as findings from linter.finding f
                        where f.mended_at is null""" + limits.findings + """
                          and exists (select from linter.held_by h
                                      where h.kind = f.kind and h.code = f.code and h.variant = f.variant and """ + limits.holders + """
                        ) group by f.severity, f.rule order by f.severity, f.rule
                        """)
                .params(limits.parameters)
                .query((row, _) -> new Broken(Rule.of(row.getInt("rule")), row.getInt("findings")))
                .list();
    }

    /** The lowest first. */
    List<Score> areas(Reach mine, int limit) {
        return scores(mine, "h.area", limit);
    }

    /** The lowest first; where no body leads there is none to score. */
    List<Score> bodies(Reach mine, int limit) {
        return scores(mine, "h.body", limit);
    }

    private List<Score> scores(Reach mine, String by, int limit) {
        var limits = new Limits(mine, Filter.ALL);
        return db.sql("""
                        with open as (
                            select kind, code, variant, count(*) as findings from linter.finding where mended_at is null group by kind, code, variant)
                        select\s""" + by + """
                         as key, count(*)::int as texts, coalesce(sum(o.findings), 0)::int as open,
                            (100 * sum(t.kept) / greatest(sum(t.rules), 1))::int as percent
                        from linter.held_by h join linter.text t using (kind, code, variant) left join open o using (kind, code, variant)
                        where """ + limits.holders + " and " + by + " <> '' group by " + by
                        + " order by percent, open desc, key limit :limit")
                .params(limits.parameters)
                .param("limit", limit)
                .query((row, _) ->
                        new Score(row.getString("key"), row.getInt("texts"), row.getInt("open"), row.getInt("percent")))
                .list();
    }

    /** What a person governs and a filter leaves, as conditions on whose it is and on the finding. */
    private static final class Limits {

        private final Map<String, Object> parameters = new HashMap<>();
        private final String holders;
        private final String findings;

        Limits(Reach mine, Filter filter) {
            var reach = mine.on(OF_HOLDER);
            parameters.putAll(reach.parameters());
            var holder = new StringBuilder(reach.sql());
            filter.area().ifPresent(area -> add(holder, "h.area", "area", area));
            filter.body().ifPresent(body -> add(holder, "h.body", "body", body));
            var finding = new StringBuilder(" ");
            filter.rule().ifPresent(rule -> add(finding, "f.rule", "onlyRule", rule.number()));
            filter.severity().ifPresent(severity -> add(finding, "f.severity", "onlySeverity", severity.rank()));
            holders = holder.toString();
            findings = finding.toString();
        }

        private void add(StringBuilder where, String column, String name, Object value) {
            where.append(" and ").append(column).append(" = :").append(name).append(' ');
            parameters.put(name, value);
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new Text(Text.Kind.valueOf(row.getString("kind")), row.getString("code"), row.getString("variant")),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                new Finding(Rule.of(row.getInt("rule")), row.getString("field"), row.getString("value")),
                row.getObject("first_seen", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("mended_at", OffsetDateTime.class)),
                row.getInt("areas"),
                row.getString("area"));
    }
}
