package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Filed;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.Reach.Columns;
import yici.identity.Thing.Trait;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Post.Role;
import yici.jurisdiction.PublicBody;

/** Random people, every kind of thing, every deed: the list shows a thing if and only if the decision about it says yes, and no page leaks one. */
class PolicyTest {

    private static final Product PRODUCT = Product.running();
    private static final JdbcClient DB = PRODUCT.bean(JdbcClient.class);
    private static final Policy POLICY = PRODUCT.bean(Policy.class);
    private static final Random RANDOM = new Random(20261123);
    private static final List<String> AREAS = List.of("430523000000", "430102000000", "430921000000", "433101000000");

    /** Things of one kind: where they lie, what tells each of them apart, and which deeds are done to them. */
    private record Kind(String name, String id, Columns columns, Set<Deed> deeds) {}

    private record Stored(String id, Thing thing) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "casework.case_file c join casework.bundle b using (application_id)",
                    "c.application_id || '/' || c.no",
                    new Columns(
                            Map.of(Trait.OWNER, "b.applicant", Trait.BODY, "c.body_id", Trait.AREA, "c.area"), true),
                    Set.of(Deed.HANDLE_CASE, Deed.FILL_GAP, Deed.OWN_MATTER)),
            new Kind(
                    "application.application a",
                    "a.application_id::text",
                    Columns.of(Map.of(Trait.OWNER, "a.applicant", Trait.AREA, "a.area")),
                    Set.of(Deed.OWN_MATTER)),
            new Kind(
                    "supervision.card c",
                    "c.id::text",
                    Columns.of(Map.of(Trait.BODY, "c.body_id", Trait.AREA, "c.area")),
                    Set.of(Deed.SEE_CARD, Deed.EXPLAIN_CARD, Deed.SETTLE_CARD)),
            new Kind(
                    "jurisdiction.post p",
                    "p.account || p.role || p.area || p.body || p.valid_from",
                    Columns.of(Map.of(
                            Trait.OWNER,
                            "p.account",
                            Trait.BODY,
                            "p.body",
                            Trait.AREA,
                            "p.area",
                            Trait.ROLE,
                            "p.role")),
                    Set.of(Deed.SEE_POST, Deed.MANAGE_POST, Deed.COUNTERSIGN)),
            new Kind(
                    "jurisdiction.area a",
                    "a.code",
                    Columns.of(Map.of(Trait.AREA, "a.code")),
                    Set.of(
                            Deed.SEE_CALENDAR,
                            Deed.PUBLISH_DAYS,
                            Deed.READ_AUDIT,
                            Deed.DRAFT_GUIDE,
                            Deed.SEE_FINDINGS,
                            Deed.PROPOSE_STANDARD,
                            Deed.ANSWER_PROPOSAL)));

    private static List<People.Someone> people = List.of();
    private static List<String> numbers = List.of();

    @BeforeAll
    static void peopleAndThings() {
        people = new ArrayList<>(List.of(
                People.citizen(),
                People.citizen(),
                People.firm(),
                People.officer("police@430523000000"),
                People.officer("civil-affairs@430102000000"),
                People.officer("housing@430921000000"),
                People.administrator("430523000000"),
                People.administrator("430500000000"),
                People.administrator("430000000000"),
                People.staff(Role.SYSTEM_ADMIN, "430000000000"),
                People.staff(Role.SECURITY_ADMIN, "430000000000"),
                People.staff(Role.AUDIT_ADMIN, "430000000000")));
        numbers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            var citizen = people.get(i % 3).me();
            numbers.add(Filed.by(
                            citizen.account(),
                            citizen.name(),
                            "43PCP0008",
                            AREAS.get(i % AREAS.size()),
                            Map.of("deathCertNo", "4305230001", "deathDate", "2026-11-20", "deceasedName", "李大山"),
                            "death-normal",
                            "household-cancel",
                            "cremation",
                            "mi-terminate",
                            "pension-stop")
                    .number());
        }
        var bodies = everyBody();
        for (int i = 0; i < 150; i++) {
            var body = bodies.get(RANDOM.nextInt(bodies.size()));
            DB.sql("""
                            insert into supervision.card (id, application_id, no, attempt, rule, level, number, body_id, area, name_zh, due_on,
                                since, issued_at)
                            values (:id, :id, 1, 1, 'licence.promised', 2, '0', :body, :area, '试', current_date, current_date, now())
                            """)
                    .param("id", UUID.randomUUID())
                    .param("body", i % 5 == 0 ? "" : body.id())
                    .param("area", body.area())
                    .update();
        }
    }

    @Test
    void what_is_listed_is_what_may_be_opened() {
        var everybody = IntStream.range(0, 60).mapToObj(_ -> anybody()).collect(Collectors.toList());
        people.forEach(someone -> everybody.add(someone.me()));
        long triples = 0;
        for (var kind : KINDS) {
            var stored = stored(kind);
            assertThat(stored).as(kind.name()).isNotEmpty();
            for (var me : everybody)
                for (var deed : kind.deeds()) {
                    var reach = POLICY.reach(me, deed);
                    var allowed = new HashSet<String>();
                    for (var thing : stored) if (reach.covers(thing.thing())) allowed.add(thing.id());

                    assertThat(listed(kind, reach))
                            .as("%s %s %s", me.posts(), deed, kind.name())
                            .isEqualTo(allowed);
                    triples += stored.size();
                }
        }

        assertThat(triples).isGreaterThan(100_000);
    }

    /** Of a bundle whoever may see one of its cases sees the rest. */
    @Test
    void the_net_below_opens_what_the_policy_allows_and_nothing_else() {
        var cases = stored(KINDS.getFirst());
        var applications = stored(KINDS.get(1));
        long pairs = 0;
        for (int i = 0; i < 80; i++) {
            var me = i < people.size() ? people.get(i).me() : anybody();
            var mine = allowed(me, cases, Deed.OWN_MATTER, Deed.HANDLE_CASE, Deed.FILL_GAP);
            var bundles = mine.stream().map(id -> id.replaceFirst("/.*", "")).collect(Collectors.toSet());

            assertThat(open(me, "application_id || '/' || no", "casework.case_file"))
                    .as("%s", me.posts())
                    .isEqualTo(mine);
            for (var table : List.of("bundle", "act", "clock"))
                assertThat(open(me, "application_id", "casework." + table))
                        .as("%s %s", table, me.posts())
                        .isEqualTo(bundles);
            assertThat(open(me, "application_id", "application.application"))
                    .isEqualTo(allowed(me, applications, Deed.OWN_MATTER));
            pairs += cases.size() + applications.size();
        }

        assertThat(pairs).isGreaterThan(10_000);
    }

    private static Set<String> allowed(SignedIn me, List<Stored> stored, Deed... deeds) {
        return stored.stream()
                .filter(thing -> Stream.of(deeds).anyMatch(deed -> POLICY.allows(me, deed, thing.thing())))
                .map(Stored::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> open(SignedIn me, String id, String table) {
        return POLICY.badge(me)
                .wearing(() -> DB.sql("select distinct (" + id + ")::text from " + table)
                        .query(String.class)
                        .set());
    }

    @Test
    void the_bodies_and_areas_of_a_list_that_walks_an_index_are_those_of_the_condition() {
        var cases = KINDS.getFirst();
        for (int i = 0; i < 60; i++) {
            var me = anybody();
            var walked = DB.sql("select " + cases.id() + " from " + cases.name() + " where c.body_id = any(:bodies)")
                    .param(
                            "bodies",
                            POLICY.reach(me, Deed.HANDLE_CASE).each(Trait.BODY).toArray(String[]::new))
                    .query(String.class)
                    .set();

            assertThat(walked).isEqualTo(listed(cases, POLICY.reach(me, Deed.HANDLE_CASE)));
        }
    }

    @Test
    void no_page_shows_what_the_policy_does_not_allow_and_each_shows_what_it_does() {
        int asked = 0;
        for (var someone : people) {
            var http = new Http();
            http.signIn(someone.login());
            for (var page : pages(someone.me())) {
                int status = http.get(page.path()).statusCode();
                asked++;
                if (page.may())
                    assertThat(status)
                            .as("%s %s", someone.me().posts(), page.path())
                            .isEqualTo(200);
                else
                    assertThat(status)
                            .as("%s %s", someone.me().posts(), page.path())
                            .isIn(403, 404);
            }
        }

        assertThat(asked).isGreaterThan(1500);
    }

    private record Asked(String path, boolean may) {}

    private static List<Asked> pages(SignedIn me) {
        var pages = new ArrayList<Asked>();
        DB.sql("""
                        select b.number, c.no, b.applicant, c.body_id, c.area from casework.bundle b join casework.case_file c using (application_id)
                        where b.number = any(:numbers)
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> {
                    var thing = new Thing(
                            row.getString("applicant"),
                            Optional.ofNullable(row.getString("body_id")).orElse(""),
                            row.getString("area"),
                            "");
                    var path = row.getString("number") + "/" + row.getInt("no");
                    pages.add(new Asked("/desk/" + path, POLICY.allows(me, Deed.HANDLE_CASE, thing)));
                    if (row.getInt("no") == 1)
                        pages.add(
                                new Asked("/my/" + row.getString("number"), POLICY.allows(me, Deed.OWN_MATTER, thing)));
                    return path;
                })
                .list();
        pages.add(new Asked("/desk", POLICY.allows(me, Deed.HANDLE_CASE)));
        pages.add(new Asked("/desk/cards", POLICY.allows(me, Deed.HANDLE_CASE)));
        pages.add(new Asked("/admin", me.isAdministrator()));
        pages.add(new Asked("/admin/gaps", POLICY.allows(me, Deed.FILL_GAP)));
        pages.add(new Asked("/admin/cards", POLICY.allows(me, Deed.SETTLE_CARD)));
        pages.add(new Asked("/admin/countersign", me.isAdministrator()));
        pages.add(new Asked("/admin/locks", POLICY.allows(me, Deed.END_LOCK)));
        pages.add(new Asked("/admin/audit", POLICY.allows(me, Deed.READ_AUDIT)));
        pages.add(new Asked("/admin/clocks", POLICY.allows(me, Deed.SEE_CLOCKS)));
        pages.add(new Asked("/admin/linter", POLICY.allows(me, Deed.SEE_FINDINGS)));
        pages.add(new Asked("/admin/drift", POLICY.allows(me, Deed.SEE_DRIFT)));
        pages.add(new Asked("/admin/drift/43PCN0009", POLICY.allows(me, Deed.SEE_DRIFT)));
        pages.add(new Asked("/admin/registers", POLICY.allows(me, Deed.OPERATE_REGISTERS)));
        pages.add(new Asked("/admin/data-requests", POLICY.allows(me, Deed.ANSWER_DATA_REQUEST)));
        for (var area : AREAS) {
            pages.add(new Asked("/admin/calendar?of=" + area, POLICY.allows(me, Deed.SEE_CALENDAR, Thing.in(area))));
            boolean people = List.of(Role.values()).stream()
                    .anyMatch(role -> POLICY.allows(me, Deed.SEE_POST, new Thing("", "", area, role.name())));
            pages.add(new Asked("/admin/people?in=" + area, people));
        }
        return pages;
    }

    private static Set<String> listed(Kind kind, Reach reach) {
        var condition = reach.on(kind.columns());
        return DB.sql("select " + kind.id() + " from " + kind.name() + " where " + condition.sql())
                .params(condition.parameters())
                .query(String.class)
                .set();
    }

    private static List<Stored> stored(Kind kind) {
        var columns = kind.columns().names();
        return DB.sql("select %s as id, %s as owner, %s as body, %s as area, %s as role from %s"
                        .formatted(
                                kind.id(),
                                text(columns, Trait.OWNER),
                                text(columns, Trait.BODY),
                                text(columns, Trait.AREA),
                                text(columns, Trait.ROLE),
                                kind.name()))
                .query((row, _) -> new Stored(
                        row.getString("id"),
                        new Thing(
                                row.getString("owner"),
                                row.getString("body"),
                                row.getString("area"),
                                row.getString("role"))))
                .list();
    }

    private static String text(Map<Trait, String> columns, Trait trait) {
        return columns.containsKey(trait) ? "coalesce(" + columns.get(trait) + "::text, '')" : "''";
    }

    /** Anybody there could be: a citizen, an officer of some bodies, an administrator of some areas, one of the three. */
    private static SignedIn anybody() {
        var account = RANDOM.nextInt(4) == 0
                ? people.get(RANDOM.nextInt(people.size())).me().account()
                : UUID.randomUUID();
        var role = Role.values()[RANDOM.nextInt(Role.values().length)];
        var posts = new ArrayList<Post>();
        for (int i = RANDOM.nextInt(4); i > 0; i--) posts.add(post(account, role));
        return new SignedIn(account, SignedIn.Kind.STAFF, "某人", List.copyOf(posts));
    }

    private static Post post(UUID account, Role role) {
        if (role == Role.OFFICER) {
            var bodies = everyBody();
            var body = RANDOM.nextBoolean()
                    ? bodies.get(RANDOM.nextInt(bodies.size()))
                    : PRODUCT.bean(Bodies.class).get("police@" + AREAS.get(RANDOM.nextInt(AREAS.size())));
            return new Post(account, role, body.area(), Optional.of(body.id()));
        }
        var areas = PRODUCT.bean(Areas.class).all();
        var area = RANDOM.nextBoolean()
                ? areas.get(RANDOM.nextInt(areas.size()))
                : PRODUCT.bean(Areas.class)
                        .path(AREAS.get(RANDOM.nextInt(AREAS.size())))
                        .get(RANDOM.nextInt(3));
        return new Post(account, role, area.code(), Optional.empty());
    }

    private static List<PublicBody> everyBody() {
        return PRODUCT.bean(Areas.class).all().stream()
                .filter(area -> area.level() != Area.Level.OWN_LEVEL)
                .flatMap(area -> PRODUCT.bean(Bodies.class).of(area.code()).stream())
                .toList();
    }
}
