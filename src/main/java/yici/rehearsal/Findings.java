package yici.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rehearsals have found: how many, and the list. Nothing of it leads to a person. */
@Repository
class Findings {

    static final String LOOKED = "LOOKED";
    static final String ANY = "ANY";

    /** @param masked number of the application, covered; @param filed the month */
    record Case(int no, String masked, String area, String filed, List<Difference> differences) {}

    /** By area: how many were looked at, how many differ, how many in each kind. */
    record Counts(Map<String, Map<String, Integer>> byArea) {
        int looked(String area) {
            return byArea.getOrDefault(area, Map.of()).getOrDefault(LOOKED, 0);
        }

        int differing(String area) {
            return byArea.getOrDefault(area, Map.of()).getOrDefault(ANY, 0);
        }

        int of(Difference.Kind kind) {
            return byArea.values().stream()
                    .mapToInt(kinds -> kinds.getOrDefault(kind.name(), 0))
                    .sum();
        }
    }

    private final JdbcClient db;

    Findings(JdbcClient db) {
        this.db = db;
    }

    /** Begun once more from the beginning. */
    void forget(UUID rehearsal) {
        db.sql("delete from rehearsal.counted where rehearsal = :id")
                .param("id", rehearsal)
                .update();
        db.sql("delete from rehearsal.difference where rehearsal = :id")
                .param("id", rehearsal)
                .update();
    }

    void add(UUID rehearsal, List<Case> cases) {
        var rows = new ArrayList<Object[]>();
        for (var one : cases)
            for (int i = 0; i < one.differences().size(); i++) {
                var d = one.differences().get(i);
                rows.add(new Object[] {
                    one.no(),
                    i + 1,
                    one.masked(),
                    one.area(),
                    one.filed(),
                    d.kind().name(),
                    d.thing(),
                    d.was(),
                    d.now()
                });
            }
        if (rows.isEmpty()) return;
        db.sql("""
                        insert into rehearsal.difference (rehearsal, case_no, no, masked, area, filed, kind, thing, was, now)
                        select :id, case_no, no, masked, area, filed, kind, thing, was, now
                        from unnest(:caseNo::int[], :no::int[], :masked::text[], :area::text[], :filed::text[], :kind::text[],
                                    :thing::text[], :was::text[], :now::text[])
                             as d(case_no, no, masked, area, filed, kind, thing, was, now)
                        """)
                .param("id", rehearsal)
                .param("caseNo", rows.stream().map(row -> (Integer) row[0]).toArray(Integer[]::new))
                .param("no", rows.stream().map(row -> (Integer) row[1]).toArray(Integer[]::new))
                .param("masked", texts(rows, 2))
                .param("area", texts(rows, 3))
                .param("filed", texts(rows, 4))
                .param("kind", texts(rows, 5))
                .param("thing", texts(rows, 6))
                .param("was", texts(rows, 7))
                .param("now", texts(rows, 8))
                .update();
    }

    private static String[] texts(List<Object[]> rows, int column) {
        return rows.stream().map(row -> (String) row[column]).toArray(String[]::new);
    }

    /** Adds to what was counted before; by area and kind. */
    void count(UUID rehearsal, Map<String, Map<String, Integer>> more) {
        var areas = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        var cases = new ArrayList<Integer>();
        more.forEach((area, byKind) -> byKind.forEach((kind, count) -> {
            areas.add(area);
            kinds.add(kind);
            cases.add(count);
        }));
        if (areas.isEmpty()) return;
        db.sql("""
                        insert into rehearsal.counted (rehearsal, area, kind, cases)
                        select :id, area, kind, cases from unnest(:areas::text[], :kinds::text[], :cases::int[]) as c(area, kind, cases)
                        on conflict (rehearsal, area, kind) do update set cases = counted.cases + excluded.cases
                        """)
                .param("id", rehearsal)
                .param("areas", areas.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("cases", cases.toArray(Integer[]::new))
                .update();
    }

    Counts counts(UUID rehearsal) {
        var byArea = new LinkedHashMap<String, Map<String, Integer>>();
        db.sql("select area, kind, cases from rehearsal.counted where rehearsal = :id order by area, kind")
                .param("id", rehearsal)
                .query((row, _) -> byArea.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                        .put(row.getString(2), row.getInt(3)))
                .list();
        return new Counts(byArea);
    }

    /** @param kind and {@code area} may be empty; @param after the case to go on behind */
    List<Case> list(UUID rehearsal, String kind, String area, int after, int limit) {
        var found = new LinkedHashMap<Integer, Case>();
        db.sql("""
                        select d.case_no, d.masked, d.area, d.filed, d.kind, d.thing, d.was, d.now
                        from rehearsal.difference d
                        where d.rehearsal = :id and d.case_no in (
                            select distinct case_no from rehearsal.difference
                            where rehearsal = :id and case_no > :after and (:kind = '' or kind = :kind) and (:area = '' or area = :area)
                            order by case_no limit :limit)
                        order by d.case_no, d.no
                        """)
                .param("id", rehearsal)
                .param("kind", kind)
                .param("area", area)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> {
                    var one = found.computeIfAbsent(
                            row.getInt("case_no"),
                            no -> new Case(
                                    no, text(row, "masked"), text(row, "area"), text(row, "filed"), new ArrayList<>()));
                    return one.differences()
                            .add(new Difference(
                                    Difference.Kind.valueOf(row.getString("kind")),
                                    row.getString("thing"),
                                    row.getString("was"),
                                    row.getString("now")));
                })
                .list();
        return List.copyOf(found.values());
    }

    private static String text(java.sql.ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
