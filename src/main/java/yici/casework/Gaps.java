package yici.casework;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.Reach;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** What nobody decides in an administrator's areas: cases that were taken without a body or whose body is closed, and items that will come without one. */
@Component
class Gaps {

    private static final int SHOWN = 100;

    /** @param choices whom one may assign: the bodies of the area and of those above it */
    record Gap(
            UUID application,
            int no,
            String number,
            Translated name,
            String department,
            Translated area,
            String applicant,
            LocalDate dueOn,
            List<PublicBody> choices) {
        String applicationNumber() {
            return number.substring(0, number.lastIndexOf('-'));
        }
    }

    /** An item of today's guides without a body in some areas. */
    record Blank(Translated item, Translated department, List<Area> areas) {}

    private static final Reach.Columns OF_CASE = new Reach.Columns(Map.of(BODY, "body_id", AREA, "area"), true);

    private final JdbcClient db;
    private final Policy policy;
    private final Areas areas;
    private final Bodies bodies;
    private final Catalogue catalogue;

    Gaps(JdbcClient db, Policy policy, Areas areas, Bodies bodies, Catalogue catalogue) {
        this.db = db;
        this.policy = policy;
        this.areas = areas;
        this.bodies = bodies;
        this.catalogue = catalogue;
    }

    /** What is due first comes first; at most a hundred. */
    List<Gap> cases(SignedIn me) {
        var mine = policy.reach(me, Deed.FILL_GAP).on(OF_CASE);
        return db.sql("""
                        select application_id, no, number, name_zh, name_en, department, area, applicant_name, due_on
                        from casework.case_file
                        where stage < 5 and\s""" + mine.sql() + """
                         order by due_on, application_id, no limit :limit
                        """)
                .params(mine.parameters())
                .param("limit", SHOWN)
                .query((row, _) -> new Gap(
                        row.getObject("application_id", UUID.class),
                        row.getInt("no"),
                        row.getString("number"),
                        Translated.of(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("department"),
                        areas.get(row.getString("area")).name(),
                        row.getString("applicant_name"),
                        row.getObject("due_on", LocalDate.class),
                        choices(row.getString("area"))))
                .list();
    }

    List<PublicBody> choices(String area) {
        return areas.path(area).reversed().stream()
                .flatMap(a -> bodies.of(a.code()).stream())
                .distinct()
                .toList();
    }

    List<Blank> catalogue(SignedIn me) {
        var missing = missing(me);
        var blanks = new ArrayList<Blank>();
        for (var item : items())
            if (missing.containsKey(item.department()))
                blanks.add(new Blank(
                        item.name(),
                        bodies.departmentName(item.department()),
                        List.copyOf(missing.getOrDefault(item.department(), new LinkedHashSet<>()))));
        return blanks;
    }

    /** By department, the areas where none decides. */
    private Map<String, LinkedHashSet<Area>> missing(SignedIn me) {
        var departments =
                items().stream().map(Guide.Item::department).distinct().toList();
        var missing = new LinkedHashMap<String, LinkedHashSet<Area>>();
        for (var area : governed(me)) {
            if (area.level() == Area.Level.OWN_LEVEL) continue;
            var deciding = bodies.deciding(departments, area.code());
            for (var department : departments)
                if (!deciding.containsKey(department))
                    missing.computeIfAbsent(department, _ -> new LinkedHashSet<>())
                            .add(area);
        }
        return missing;
    }

    private Collection<Guide.Item> items() {
        var items = new LinkedHashMap<String, Guide.Item>();
        for (var offered : catalogue.offers(areas.province().code())) {
            var guide = offered.edition().guide();
            guide.items().forEach(i -> items.putIfAbsent(guide.code() + i.key(), i));
        }
        return items.values();
    }

    private List<Area> governed(SignedIn me) {
        return policy.reach(me, Deed.FILL_GAP).each(AREA).stream()
                .map(areas::get)
                .toList();
    }
}
