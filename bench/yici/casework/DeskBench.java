package yici.casework;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import yici.application.Applicants;
import yici.house.People;
import yici.house.Product;
import yici.house.Server;
import yici.house.Statements;
import yici.house.Times;
import yici.house.TwoDatabases;
import yici.house.Visitor;
import yici.house.Visits;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;

/**
 * {@code ./yici bench desk}: do the lists stay as fast when there are a hundred times as many cases? One county with 10,000 cases
 * first, then the same county in a province with 1,000,000: the same people ask for the same pages, on both in turn ({@link TwoDatabases}). How users arrive is told in {@link Visits};
 * how the cases are spread in {@link ManyCases}; how to read the figures in bench/README.md.
 */
public final class DeskBench {

    private static final Path DATA = Path.of("target", "bench", "desk");
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int USERS = 16;
    private static final int BODIES = 3;
    private static final int MATTERS_EACH = 6;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int COUNTED = 20;
    private static final double MOST_GROWTH = 1.3;
    private static final double MOST_OF_ONE_ROW = 3;
    private static final double GUIDE_MS = 60;

    private final Statements statements;
    private final TwoDatabases databases;
    private final boolean listStatements;
    private final JdbcClient db = JdbcClient.create(Office.bean(DataSource.class));
    private final Server server = new Server(db, DATA);

    public static void main(String[] args) throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(DATA.toFile()));
        var statements = new Statements();
        var databases = new TwoDatabases();
        Product.asShipped(DATA, context -> {
            context.getBeanFactory().addBeanPostProcessor(databases);
            context.getBeanFactory().addBeanPostProcessor(statements);
        });
        try {
            new DeskBench(statements, databases, List.of(args).contains("--statements")).run();
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the product would run on
        }
    }

    private DeskBench(Statements statements, TwoDatabases databases, boolean listStatements) {
        this.statements = statements;
        this.databases = databases;
        this.listStatements = listStatements;
    }

    /** @param few with 10,000 cases, round by round; {@code many} with 1,000,000 */
    private record Page(String name, Visits visits, List<Times> few, List<Times> many) {
        Page(String name, Visits visits) {
            this(name, visits, new ArrayList<>(), new ArrayList<>());
        }

        /** Round by round, for what disturbs one disturbs both; the middle one counts. */
        double growth() {
            return ratio(many, few);
        }

        double of(Page other) {
            return ratio(many, other.many);
        }

        private static double ratio(List<Times> these, List<Times> those) {
            return middle(IntStream.range(0, these.size())
                    .mapToObj(i -> these.get(i).percentile(95) / those.get(i).percentile(95)));
        }

        static double percentile(List<Times> rounds, double percent) {
            return middle(rounds.stream().map(round -> round.percentile(percent)));
        }

        private static double middle(Stream<Double> values) {
            var sorted = values.sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    private void run() throws Exception {
        System.out.printf(
                "%d users at a time, each looks at a page for 0.1 s on average; %d rounds of %d s for each page in turn, the middle round counts.%n"
                        + "PostgreSQL %s, %s; %d processors.%n%n",
                USERS,
                ROUNDS,
                ROUND.toSeconds(),
                server.version(),
                server.isDurable() ? "every commit on disk" : "NOT DURABLE",
                Runtime.getRuntime().availableProcessors());
        var areas = areas();
        var citizens = Stream.generate(People::citizen).limit(USERS).toList();
        for (int i = 0; i < USERS; i += 2) Applicants.begin(citizens.get(i).me(), "43PCN0009", Office.AREA);

        var cases = new ManyCases(areas);
        load(cases, FEW, 1, citizens, MATTERS_EACH);
        var bodies = busiest();
        var pages = pages(citizens, bodies);
        tellPiles(bodies);
        var jobs = Office.bean(Scheduler.class);
        jobs.pause();
        databases.keepCopy();
        jobs.resume();

        load(cases, MANY, areas.size(), List.of(), 0);
        tellPiles(bodies);
        for (var page : pages) onBoth(page, few -> page.visits().warmUp(WARM_UP));
        for (int round = 0; round < ROUNDS; round++)
            for (var page : pages)
                onBoth(
                        page,
                        few -> (few ? page.few() : page.many())
                                .add(page.visits().round(ROUND)));
        tell(pages);
    }

    private void onBoth(Page page, Consumer<Boolean> work) {
        for (boolean few : List.of(true, false)) {
            databases.turnToCopy(few);
            page.visits().first(); // the connections are open
            work.accept(few);
        }
    }

    /** The measured one first. */
    private static List<Area> areas() {
        var counties = Office.bean(Areas.class).all().stream()
                .filter(a -> a.level() == Area.Level.COUNTY)
                .toList();
        return Stream.concat(
                        counties.stream().filter(a -> a.code().equals(Office.AREA)),
                        counties.stream().filter(a -> !a.code().equals(Office.AREA)))
                .toList();
    }

    private void load(ManyCases cases, int until, int areas, List<People.Someone> own, int each) throws Exception {
        long start = System.nanoTime();
        cases.fill(until, areas, own, each);
        System.out.printf(
                "%,d cases of %,d applications in %d of the counties; %s; loaded, vacuumed and analysed in %.0f s%n",
                db.sql("select count(*) from casework.case_file")
                        .query(Long.class)
                        .single(),
                db.sql("select count(*) from casework.bundle").query(Long.class).single(),
                areas,
                db.sql("select pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single(),
                (System.nanoTime() - start) / 1e9);
    }

    /** The bodies whose desks are the fullest, so that a page is full with few cases as with many. */
    private List<String> busiest() {
        return db.sql("""
                        select body_id from casework.case_file where body_id is not null and stage in (1, 2)
                        group by body_id
                        order by least(count(*) filter (where stage = 1), count(*) filter (where stage = 2)) desc, body_id limit :bodies
                        """).param("bodies", BODIES).query(String.class).list();
    }

    private void tellPiles(List<String> bodies) {
        System.out.println("on the measured desks, fewest – middle – most:");
        Map<String, String> piles = new LinkedHashMap<>();
        piles.put("to accept", "stage = 1");
        piles.put("in review", "stage = 2");
        piles.put("all that is open", "stage < 5");
        piles.put("decided", "stage = 5");
        piles.forEach((name, where) -> {
            var rows = db.sql("select count(*) filter (where " + where + ") from casework.case_file"
                            + " where body_id = any(:bodies) group by body_id order by 1")
                    .param("bodies", bodies.toArray(String[]::new))
                    .query(Long.class)
                    .list();
            System.out.printf(
                    "  %-18s %,9d %,9d %,9d%n", name, rows.getFirst(), rows.get(rows.size() / 2), rows.getLast());
        });
        System.out.println();
    }

    private List<Page> pages(List<People.Someone> citizens, List<String> bodies) {
        var officers = IntStream.range(0, USERS)
                .mapToObj(i ->
                        Visitor.signedIn(People.officer(bodies.get(i % BODIES)).login()))
                .toList();
        var people = citizens.stream().map(c -> Visitor.signedIn(c.login())).toList();
        var items = bodies.stream().map(this::mostFrequentItem).toList();
        var numbers = bodies.stream().map(this::aNumber).toList();
        var further =
                officers.stream().map(o -> next(o.get("/desk?pile=decided"))).toList();
        var receipts = citizens.stream().map(this::aReceipt).toList();
        return List.of(
                new Page("one row: receipt", new Visits(people, receipts::get)),
                new Page("desk", new Visits(officers, _ -> "/desk")),
                new Page("desk, in review", new Visits(officers, _ -> "/desk?pile=review")),
                new Page(
                        "desk, one service",
                        new Visits(officers, i -> "/desk?pile=review&item=" + items.get(i % BODIES))),
                new Page("desk, decided", new Visits(officers, _ -> "/desk?pile=decided")),
                new Page("desk, decided, next", new Visits(officers, further::get)),
                new Page("desk, by name", new Visits(officers, _ -> "/desk?q=%E6%9D%8E")), // 李, the most frequent
                new Page("desk, by number", new Visits(officers, i -> "/desk?q=" + numbers.get(i % BODIES))),
                new Page("my matters", new Visits(people, _ -> "/my")));
    }

    private String mostFrequentItem(String body) {
        return db.sql("""
                        select item from casework.case_file where body_id = :body and stage = 2
                        group by item order by count(*) desc, item limit 1
                        """).param("body", body).query(String.class).single();
    }

    private String aNumber(String body) {
        return db.sql(
                        "select number from casework.case_file where body_id = :body and stage = 1 order by number limit 1")
                .param("body", body)
                .query(String.class)
                .single();
    }

    private String aReceipt(People.Someone citizen) {
        var number = db.sql("select number from casework.bundle where applicant = :applicant order by number limit 1")
                .param("applicant", citizen.me().account())
                .query(String.class)
                .single();
        return "/applications/" + number + "/receipt";
    }

    private static String next(String page) {
        int at = page.indexOf("after=");
        if (at < 0) throw new IllegalStateException("no second page");
        int from = page.lastIndexOf('"', at) + 1;
        return page.substring(from, page.indexOf('"', at)).replace("&amp;", "&");
    }

    private void tell(List<Page> pages) {
        var oneRow = pages.getFirst();
        System.out.printf(
                "%-20s %10s %8s %26s   %26s   %7s %10s%n",
                "", "statements", "kB", "10,000: p50 p95 p99 ms", "1,000,000: p50 p95 p99 ms", "growth", "of one row");
        for (var page : pages) {
            var counted = statements.during(
                    () -> IntStream.range(0, COUNTED).forEach(_ -> page.visits().first()));
            System.out.printf(
                    "%-20s %10.1f %8.1f %26s   %26s   %7.2f %10.2f%n",
                    page.name(),
                    counted.statements() / (double) COUNTED,
                    page.visits().first().length() / 1000.0,
                    three(page.few()),
                    three(page.many()),
                    page.growth(),
                    page.of(oneRow));
            if (listStatements)
                counted.bySql()
                        .forEach((sql, times) ->
                                System.out.printf("    %5.2f × %.150s%n", times.get() / (double) COUNTED, sql));
        }
        System.out.println();
        for (var page : pages.subList(1, pages.size())) {
            double many = Page.percentile(page.many(), 95);
            double growth = page.growth();
            double ofOneRow = page.of(oneRow);
            aim(page.name() + ": p95 at most 1.3 of that with 10,000", growth, growth <= MOST_GROWTH);
            aim(page.name() + ": p95 at most 3 of one row", ofOneRow, ofOneRow <= MOST_OF_ONE_ROW);
            aim(page.name() + ": guide, p95 at most 60 ms", many, many <= GUIDE_MS);
        }
    }

    private static String three(List<Times> rounds) {
        return "%8.1f %8.1f %8.1f"
                .formatted(Page.percentile(rounds, 50), Page.percentile(rounds, 95), Page.percentile(rounds, 99));
    }

    private static void aim(String aim, double is, boolean reached) {
        System.out.printf("%-62s %6.2f  %s%n", aim, is, reached ? "reached" : "MISSED");
    }
}
