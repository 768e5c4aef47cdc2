package yici.casework;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import yici.application.Applicants;
import yici.application.Numbers;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Area;
import yici.jurisdiction.Bodies;
import yici.kit.Ids;

/**
 * Loads cases by the hundred thousand. One application of each kind is really filed; the others are copies of it in the same tables, by
 * other people in other areas, decided by the bodies there. Four of five are closed, over three years; the rest is on the desks.
 *
 * <p>Written are bundles, cases, edges, acts, applications, drafts and accounts; clocks, papers and files, which no list reads, are not.
 */
final class ManyCases {

    private static final int SEED = 20261123;
    private static final double OPEN = 0.2;
    private static final double APPLICATIONS_EACH = 2.5;
    private static final double WITH_OPEN_DRAFT = 0.1;
    private static final int DAYS_BACK = 1095;
    private static final int DAYS_OPEN = 15;

    /** The first area has some forty times as many people as the last, as counties do. */
    private static final int FLATTENING = 3;

    private static final List<List<String>> KINDS = List.of(
            List.of("43PCN0009", "q-extras=social-card,resident-insurance"),
            List.of("43PCN0010"),
            List.of("43PCN0012", "q-card=new", "q-benefits=training,medical-enrol"),
            List.of("43PCN0013"),
            List.of("43PCP0007"),
            List.of("43PCP0008"),
            List.of("43TCN0003", "q-scale=restaurant", "q-fire=general", "q-sign=no"),
            List.of("43TCN0004", "q-utilities=water,power,gas,broadcast", "q-works=no", "q-earlier=no"),
            List.of("43TCN0008"));

    /** Really filed; the others of its kind are copies. */
    private record Sample(UUID application, boolean byFirm, int cases) {}

    private record Person(UUID id, String name) {}

    private final UUID begun;
    private final List<Area> areas;
    private final Random random = new Random(SEED);
    private final Instant now = Product.running().clock().instant();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private final List<Person> firms = new ArrayList<>();
    private long serial = 1_000_000;
    private int people;

    /** @param areas those with the most people first */
    ManyCases(List<Area> areas) {
        this.areas = areas;
        var home = areas.getFirst().code();
        for (var kind : KINDS) {
            var code = kind.getFirst();
            var application = Applicants.submit(
                    Applicants.for_(code), code, home, kind.stream().skip(1).toArray(String[]::new));
            samples.add(new Sample(
                    application.id(),
                    code.startsWith("43T"),
                    application.plan().items().size()));
        }
        begun = Applicants.begin(Applicants.for_("43PCN0009"), "43PCN0009", home);
    }

    /**
     * Until so many cases are there; then what PostgreSQL does by itself in time.
     *
     * @param first only in the first so many areas
     * @param own people who get some of the applications
     * @param each how many of them
     */
    void fill(long cases, int first, List<People.Someone> own, int each) throws SQLException, IOException {
        double average = samples.stream().mapToInt(Sample::cases).average().orElseThrow();
        try (var connection = Office.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true); // no badge: these are the owner's
            for (var sql : AS_OWNER) run(connection, sql);
            int applications = (int) ((cases - count(connection)) / average);
            addPeople(connection, (int) (applications / APPLICATIONS_EACH) + 1);
            copy(connection, "decider", this::deciders);
            copy(connection, "fresh", () -> fresh(applications, first, own, each));
            for (var sql : COPIES) run(connection, sql);
            for (var sql : AS_BEFORE) run(connection, sql);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from casework.case_file")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String deciders() {
        var departments = samples.stream()
                .flatMap(s -> Office.bean(Bundles.class).cases(s.application()).stream())
                .map(c -> c.planned().department())
                .distinct()
                .toList();
        var rows = new StringBuilder();
        for (var area : areas)
            Office.bean(Bodies.class)
                    .deciding(departments, area.code())
                    .forEach((department, body) -> line(rows, area.code(), department, body.id()));
        return rows.toString();
    }

    private String fresh(int applications, int first, List<People.Someone> own, int each) {
        double[] reach = reach(first);
        int apart = own.isEmpty() ? applications : applications / (own.size() * each);
        var rows = new TreeMap<UUID, String>(); // the oldest first, as they would have come
        for (int i = 0; i < applications; i++) {
            var area = areas.get(at(reach)).code();
            int of = i / apart;
            var sample = samples.get(random.nextInt(samples.size()));
            boolean ones = i % apart == 0 && of < own.size() * each;
            while (ones && sample.byFirm()) sample = samples.get(random.nextInt(samples.size()));
            var applicants = sample.byFirm() ? firms : persons;
            var applicant = ones
                    ? new Person(
                            own.get(of % own.size()).me().account(),
                            own.get(of % own.size()).me().name())
                    : applicants.get(random.nextInt(applicants.size()));
            var outcome = outcome();
            boolean open = outcome.equals("OPEN");
            var submitted = now.minusSeconds((long) ((open ? DAYS_OPEN : DAYS_OPEN + DAYS_BACK)
                    * random.nextDouble()
                    * Duration.ofDays(1).toSeconds()));
            var took =
                    Duration.between(submitted, now).toSeconds() * Math.min(1, 20.0 * random.nextDouble() / DAYS_BACK);
            var id = id(submitted);
            var row = new StringBuilder();
            line(
                    row,
                    id,
                    UUID.randomUUID(),
                    sample.application(),
                    Numbers.of(area, submitted, serial++),
                    area,
                    applicant.id(),
                    applicant.name(),
                    outcome,
                    submitted,
                    open ? "\\N" : submitted.plusSeconds((long) took));
            rows.put(id, row.toString());
        }
        return String.join("", rows.values());
    }

    /** Where the share of each area ends. */
    private static double[] reach(int areas) {
        var reach = new double[areas];
        double sum = 0;
        for (int i = 0; i < areas; i++) reach[i] = sum += 1.0 / (i + FLATTENING);
        for (int i = 0; i < areas; i++) reach[i] /= sum;
        return reach;
    }

    private int at(double[] reach) {
        double luck = random.nextDouble();
        int i = 0;
        while (i < reach.length - 1 && reach[i] <= luck) i++;
        return i;
    }

    private String outcome() {
        if (random.nextDouble() < OPEN) return "OPEN";
        double luck = random.nextDouble();
        if (luck < 0.93) return "COMPLETED";
        if (luck < 0.97) return "PARTIAL";
        return luck < 0.99 ? "REFUSED" : "WITHDRAWN";
    }

    /** As {@link Ids} makes them, on that day. */
    private UUID id(Instant at) {
        return Ids.fresh(Clock.fixed(at, ZoneOffset.UTC));
    }

    private static final String ACCOUNTS = """
            identity.account (id, kind, login, name, number, representative, representative_number, phone, address, password_hash,
                password_temporary, demo, created_at)""";

    private void addPeople(Connection connection, int more) throws SQLException, IOException {
        int known = persons.size();
        copy(connection, ACCOUNTS, () -> {
            var rows = new StringBuilder();
            for (int i = 0; i < more; i++) {
                boolean firm = i % 4 == 0;
                var name = Names.of(random) + (firm ? "餐饮店" : "");
                var someone = new Person(Ids.fresh(Product.running().clock()), name);
                (firm ? firms : persons).add(someone);
                var number = "4313%014d".formatted(people++);
                line(
                        rows,
                        someone.id(),
                        firm ? "FIRM" : "PERSON",
                        "many-" + people,
                        name,
                        number,
                        firm ? Names.of(random) : "",
                        "",
                        "13700000000",
                        "湖南省娄底市",
                        "not to be signed in with",
                        false,
                        false,
                        now);
            }
            return rows.toString();
        });
        beginDrafts(connection, persons.subList(known, known + (int) ((persons.size() - known) * WITH_OPEN_DRAFT)));
    }

    private void beginDrafts(Connection connection, List<Person> accounts) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into application.draft (id, account, life_event, edition, area, filed_from, scenario, typed, known, touched, version,
                    state, created_at, updated_at)
                select gen_random_uuid(), owner.id, d.life_event, d.edition, d.area, d.filed_from, d.scenario, d.typed, d.known, d.touched,
                    d.version, d.state, d.created_at, d.updated_at
                from application.draft d, unnest(?::uuid[]) as owner (id) where d.id = ?
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", accounts.stream().map(Person::id).toArray()));
            statement.setObject(2, begun);
            statement.execute();
        }
    }

    private static final List<String> AS_OWNER = List.of(
            "reset role",
            "set session_replication_role = replica", // the keys are right by construction
            "set work_mem = '128MB'",
            "set timezone = 'Asia/Shanghai'",
            "select setseed(0.1)",
            "create temp table decider (area text, department text, body text, primary key (area, department))",
            """
            create temp table fresh (application_id uuid, draft uuid, sample uuid, number text, area text, applicant uuid,
                applicant_name text, outcome text, submitted_at timestamptz, closed_at timestamptz)
            """);

    private static final List<String> AS_BEFORE =
            List.of("discard temp", "vacuum (analyze)", "checkpoint", "reset all", "set role yici_app");

    private static final List<String> COPIES = List.of("""
            insert into casework.bundle (application_id, number, life_event, life_event_zh, life_event_en, edition, area, filed_from,
                applicant, applicant_name, state, open_cases, acts, seen_act, submitted_at, joint_due, closed_at)
            select f.application_id, f.number, b.life_event, b.life_event_zh, b.life_event_en, b.edition, f.area, f.area, f.applicant,
                f.applicant_name, f.outcome, case f.outcome when 'OPEN' then counted.cases else 0 end, told.lines, told.lines - (random() < 0.1)::int,
                f.submitted_at, f.submitted_at::date + 20, f.closed_at
            from fresh f join casework.bundle b on b.application_id = f.sample
            cross join lateral (select count(*) from casework.case_file c where c.application_id = f.sample) as counted (cases)
            cross join lateral (select case f.outcome when 'OPEN' then 1 else 1 + counted.cases end) as told (lines)
            """, """
            insert into casework.case_file (application_id, no, number, item, name_zh, name_en, node_type, department, body_id, area,
                applicant, applicant_name, state, waiting_for, limit_value, limit_unit, statutory_value, statutory_unit, hands_over, received_on,
                accept_by, due_on, decided_at, decided_by, filed_on)
            select f.application_id, c.no, f.number || to_char(c.no, 'fm"-"00'), c.item, c.name_zh, c.name_en, c.node_type, c.department,
                d.body, f.area, f.applicant, f.applicant_name, s.state, case s.state when 'WAITING' then before.cases else 0 end, c.limit_value,
                c.limit_unit, c.statutory_value, c.statutory_unit, c.hands_over,
                case when s.state <> 'WAITING' then f.submitted_at::date end,
                case when s.state in ('SUBMITTED', 'CORRECTION_RECEIVED') then current_date + (luck * 10)::int end,
                coalesce(f.closed_at::date + 3, current_date - 2 + (luck2 * 22)::int),
                f.closed_at - c.no * interval '1 minute', case when f.closed_at is null then '' else '周经办' end,
                f.submitted_at::date
            from fresh f join casework.case_file c on c.application_id = f.sample
            left join decider d on d.area = f.area and d.department = c.department
            cross join lateral (
                select count(*) from casework.edge e where e.application_id = c.application_id and e.to_no = c.no) as before (cases)
            cross join lateral ( -- of this very case: else one lot would be drawn for all copies
                select random() + 0 * c.no * length(f.number) as luck, random() + 0 * c.no * length(f.number) as luck2) as lots
            cross join lateral (select case
                when f.outcome = 'COMPLETED' then 'APPROVED'
                when f.outcome = 'PARTIAL' then case c.no when 1 then 'REFUSED' else 'APPROVED' end
                when f.outcome <> 'OPEN' then f.outcome
                when before.cases > 0 then 'WAITING'
                when luck < 0.42 then 'SUBMITTED'
                when luck < 0.45 then 'CORRECTION_RECEIVED'
                when luck < 0.55 then 'CORRECTION_ASKED'
                else 'ACCEPTED' end) as s (state)
            """, """
            insert into casework.edge (application_id, from_no, to_no, passes)
            select f.application_id, e.from_no, e.to_no, e.passes
            from fresh f join casework.edge e on e.application_id = f.sample
            """, """
            insert into casework.act (application_id, seq, no, attempt, kind, by_whom, actor_name, at)
            select application_id, 1, 0, 1, 'SUBMITTED', 'APPLICANT', applicant_name, submitted_at from fresh
            """, """
            insert into casework.act (application_id, seq, no, attempt, kind, by_whom, actor_name, body_id, at)
            select c.application_id, 1 + c.no, c.no, 1, c.state, 'OFFICER', c.decided_by, coalesce(c.body_id, ''), c.decided_at
            from fresh f join casework.case_file c on c.application_id = f.application_id where f.outcome <> 'OPEN'
            """, """
            insert into application.draft (id, account, life_event, edition, area, filed_from, scenario, typed, known, touched, version,
                state, created_at, updated_at)
            select f.draft, f.applicant, d.life_event, d.edition, f.area, f.area, d.scenario, d.typed, d.known, d.touched, d.version,
                'SUBMITTED', f.submitted_at, f.submitted_at
            from fresh f join application.application a on a.application_id = f.sample join application.draft d on d.id = a.draft
            """, """
            insert into application.application (application_id, number, draft, applicant, applicant_name, life_event, edition, area,
                filed_from, scenario, plan, answers, sources, declaration, submitted_at)
            select f.application_id, f.number, f.draft, f.applicant, f.applicant_name, a.life_event, a.edition, f.area, f.area, a.scenario,
                a.plan, a.answers, a.sources, a.declaration, f.submitted_at
            from fresh f join application.application a on a.application_id = f.sample
            """);

    private static void copy(Connection connection, String table, Supplier<String> rows)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(rows.get()));
    }

    private static void line(StringBuilder rows, Object... values) {
        rows.append(Arrays.stream(values).map(Object::toString).collect(Collectors.joining("\t")))
                .append('\n');
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
