package yici.casework;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import yici.application.Application;
import yici.calendar.Calendars;
import yici.calendar.Kind;
import yici.calendar.SpecialDay;
import yici.calendar.YearOfDays;
import yici.house.People;
import yici.house.Product;
import yici.house.Times;
import yici.house.Visitor;
import yici.house.Visits;

/**
 * A day off is published that touches a million open clocks: how long until every one has followed, and what officers notice of it. The
 * applications are copies of some really filed on the last days, so every clock stands as the product set it. All of them are touched: the
 * worst case, a real one touches those that are open around the day.
 */
public final class OpenClocks {

    private static final Path DATA = Path.of("target", "bench", "clocks");
    private static final int CLOCKS = 1_000_000;
    private static final int OFFICERS = 4;
    private static final int DAYS = 4;
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final double MOST_SECONDS = 60;

    private final JdbcClient db = JdbcClient.create(Office.bean(DataSource.class));

    private OpenClocks() {}

    /** Starts the product as it is shipped, on a folder of its own. */
    public static void measure() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(DATA.toFile()));
        Product.asShipped(DATA, _ -> {});
        try {
            new OpenClocks().run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the product would run on
        }
    }

    private void run() throws Exception {
        var samples = file();
        long began = System.nanoTime();
        copy(samples);
        System.out.printf(
                "%,d open clocks of %,d cases in %,d applications loaded in %.0f s%n",
                count("casework.clock where state <> 'ENDED'"),
                count("casework.case_file"),
                count("casework.bundle"),
                seconds(began));

        var officers = officers(samples);
        var desks = new Visits(officers, _ -> "/desk");
        desks.warmUp(Duration.ofSeconds(4));
        var quiet = desks.round(QUIET);

        var meanwhile = new Times();
        began = System.nanoTime();
        publish();
        var job = CompletableFuture.runAsync(this::untilFollowed);
        while (!job.isDone()) desks.round(SLICE, meanwhile);
        job.get();
        double took = seconds(began);

        System.out.printf(
                "all follow a day off published today: %.1f s, %,.0f clocks per second%n", took, CLOCKS / took);
        System.out.printf("lines in the trails: %,d%n", count("casework.act where kind = 'CALENDAR_MOVED'"));
        System.out.printf(
                "the desk of %d officers, p50 p95 p99 ms: quiet %s, meanwhile %s%n",
                OFFICERS, three(quiet), three(meanwhile));
        System.out.printf(
                "%-62s %6.1f  %s%n", "recompute at most 60 s", took, took <= MOST_SECONDS ? "reached" : "MISSED");
    }

    /** One application on each of the last working days, of a firm that opens a restaurant. */
    private static List<Application> file() {
        var samples = new ArrayList<Application>();
        var calendar = Office.bean(Calendars.class).of("");
        var today = LocalDate.now(Product.running().clock());
        for (int ago = 0; ago < DAYS; ago++) {
            var day = ago == 0 ? today : calendar.before(today, ago);
            if (ago > 0) Product.running().clock().to(day);
            samples.add(Office.files(
                    Office.applicant("湘味小馆"), "43TCN0003", Map.of(), "food-licence", "fire-general", "food-small"));
            Product.running().clock().back();
        }
        return samples;
    }

    private void copy(List<Application> samples) throws SQLException {
        var ids = samples.stream().map(Application::id).toArray(UUID[]::new);
        long each = count("casework.clock") / samples.size();
        long copies = CLOCKS / (each * samples.size());
        try (var connection = Office.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true); // no badge: these are the owner's
            for (var sql : BEFORE) run(connection, sql);
            try (var fresh = connection.prepareStatement("""
                    insert into fresh select gen_random_uuid(), sample, n
                    from unnest(?::uuid[]) as sample, generate_series(1, ?) as n
                    """)) {
                fresh.setArray(1, connection.createArrayOf("uuid", ids));
                fresh.setLong(2, copies - 1);
                fresh.execute();
            }
            for (var table : List.of("bundle", "case_file", "clock")) run(connection, copies(table));
            for (var sql : AFTER) run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final List<String> BEFORE = List.of(
            "reset role",
            "set session_replication_role = replica", // the keys are right by construction
            "create temp table fresh (application_id uuid, sample uuid, n int)");

    private static final List<String> AFTER =
            List.of("discard temp", "vacuum (analyze)", "checkpoint", "reset all", "set role yici_app");

    private String copies(String table) {
        var columns = db.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'casework' and table_name = :table and is_generated = 'NEVER' and column_name <> 'application_id'
                        order by ordinal_position
                        """).param("table", table).query(String.class).list();
        return "insert into casework.%s (application_id, %s) select f.application_id, %s from fresh f join casework.%s s on s.application_id = f.sample"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map("s."::concat).collect(Collectors.joining(", ")),
                        table);
    }

    private static List<Visitor> officers(List<Application> samples) {
        var bodies = Office.bean(Bundles.class).cases(samples.getFirst().id()).stream()
                .flatMap(c -> c.body().stream())
                .toList();
        return IntStream.range(0, OFFICERS)
                .mapToObj(i -> Visitor.signedIn(
                        People.officer(bodies.get(i % bodies.size())).login()))
                .toList();
    }

    /** The day after tomorrow's morning, as a State Council notice would have it. */
    private static void publish() {
        var calendars = Office.bean(Calendars.class);
        var day = calendars.of("").after(LocalDate.now(Product.running().clock()), 2);
        var entries = new ArrayList<YearOfDays.Entry>();
        calendars
                .current("", day.getYear())
                .ifPresent(p -> p.days().forEach(d -> entries.add(new YearOfDays.Entry(1, d))));
        entries.add(new YearOfDays.Entry(1, new SpecialDay(day, Kind.HOLIDAY, "临时放假")));
        Office.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> calendars.publish(
                        new YearOfDays("", day.getYear(), entries), "system:bench", "国办发明电〔2026〕99号", ""));
    }

    /** The durable job does it, as in life; its row is gone when it is done. */
    private void untilFollowed() {
        while (count("casework.scheduled_tasks where task_name = 'follow-calendar'") > 0)
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(200).toNanos());
    }

    private long count(String what) {
        return db.sql("select count(*) from " + what).query(Long.class).single();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String three(Times times) {
        return "%.1f %.1f %.1f".formatted(times.percentile(50), times.percentile(95), times.percentile(99));
    }
}
