package yici.casework;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import yici.house.Product;
import yici.house.Server;
import yici.house.Statements;
import yici.house.Times;

/** {@code ./yici bench casework}: how near the product comes to what its database can do. Explained in bench/README.md. */
public final class CaseworkBench {

    private static final Path DATA = Path.of("target", "bench", "casework");
    private static final int WORKERS = 4;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final int AT_ONCE = 300;
    private static final int COUNTED = 20;

    private final Statements statements;
    private final boolean listStatements;
    private final Server server = new Server(JdbcClient.create(Office.bean(DataSource.class)), DATA);
    private final RawPostgres.Script script;
    private final Measured raw;
    private final Measured useCases;
    private final Measured overHttp;
    private final Measured asInBrowser;

    public static void main(String[] args) throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(DATA.toFile()));
        var statements = new Statements();
        Product.asShipped(DATA, context -> context.getBeanFactory().addBeanPostProcessor(statements));
        new CaseworkBench(statements, List.of(args).contains("--statements")).run();
        System.exit(0);
    }

    private CaseworkBench(Statements statements, boolean listStatements) throws SQLException {
        this.statements = statements;
        this.listStatements = listStatements;
        var workers =
                IntStream.range(0, WORKERS).mapToObj(_ -> new FourConnections()).toList();
        workers.getFirst().prepareDrafts(1);
        script = RawPostgres.Script.of(workers.getFirst());
        var connections = connections();
        raw = new Measured("(a) raw PostgreSQL", workers, server, i -> new RawPostgres(script, connections.get(i)));
        useCases = new Measured("(b) use cases", workers, server, i -> Way.useCases(workers.get(i)));
        overHttp = new Measured("(c) over HTTP", workers, server, i -> new OverHttp(workers.get(i), false));
        asInBrowser = new Measured("    with all pages", workers, server, i -> new OverHttp(workers.get(i), true));
    }

    private static List<Connection> connections() throws SQLException {
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < WORKERS; i++) {
            var connection = Office.bean(DataSource.class).getConnection();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("reset role"); // as the owner, for whom no row is closed
            }
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        return connections;
    }

    private void run() throws Exception {
        System.out.printf(
                "Four parallel approvals. %d workers, %d rounds of %d s for each way in turn, the middle round counts.%n"
                        + "PostgreSQL %s, %s; %d processors.%n%n",
                WORKERS,
                ROUNDS,
                ROUND.toSeconds(),
                server.version(),
                server.isDurable() ? "every commit on disk" : "NOT DURABLE",
                Runtime.getRuntime().availableProcessors());
        var ways = List.of(raw, useCases, overHttp, asInBrowser);
        for (var way : ways) way.warmUp(WARM_UP);
        for (int round = 0; round < ROUNDS; round++) for (var way : ways) way.round(ROUND);
        System.out.printf(
                "%-20s %9s %7s %10s %7s %7s %10s %12s   %-17s %-17s%n",
                "",
                "bundles/s",
                "of raw",
                "statements",
                "commits",
                "WAL kB",
                "CPU ms Java",
                "+ PostgreSQL",
                "submit p50 p99 ms",
                "decide p50 p99 ms");
        print(raw, script.rows(), script.steps().size());
        double most = 0;
        for (var way : List.of(useCases, overHttp)) most = Math.max(most, counted(way));
        counted(asInBrowser); // open to see; the limit is on submitting and deciding

        var atOnce = new AtOnce();
        atOnce.run(new FourConnections(), AT_ONCE, server);
        System.out.printf(
                "(d) at the same instant: %d bundles, %d decisions, %d conflicts, %d deadlocks, %d rollbacks; p50 %.1f p99 %.1f ms%n%n",
                AT_ONCE,
                atOnce.decisions,
                atOnce.conflicts,
                atOnce.deadlocks,
                atOnce.rollbacks,
                atOnce.decide.percentile(50),
                atOnce.decide.percentile(99));
        aim("(b) at least 0.35 of raw", useCases.ratio(raw), useCases.ratio(raw) >= 0.35);
        aim("(c) at least 0.20 of raw", overHttp.ratio(raw), overHttp.ratio(raw) >= 0.20);
        aim("(b) (c) at most 80 statements", most, most <= 80);
        aim("no conflict", atOnce.conflicts + atOnce.deadlocks, atOnce.conflicts + atOnce.deadlocks == 0);
    }

    private double counted(Measured way) {
        var counted = way.count(statements, COUNTED);
        print(way, counted.statements() / (double) COUNTED, counted.commits() / (double) COUNTED);
        if (listStatements)
            counted.bySql()
                    .forEach((sql, times) ->
                            System.out.printf("    %5.2f × %.150s%n", times.get() / (double) COUNTED, sql));
        return counted.statements() / (double) COUNTED;
    }

    private void print(Measured way, double statements, double commits) {
        System.out.printf(
                "%-20s %9.0f %7.2f %10.1f %7.1f %7.1f %11.1f %12.1f   %-17s %-17s%n",
                way.name,
                way.perSecond(),
                way.ratio(raw),
                statements,
                commits,
                way.walKilobytes(),
                way.productMilliseconds(),
                way.databaseMilliseconds(),
                both(way.submit),
                both(way.decide));
    }

    private static String both(Times times) {
        return "%6.1f %9.1f".formatted(times.percentile(50), times.percentile(99));
    }

    private static void aim(String aim, double is, boolean reached) {
        System.out.printf("%-36s %6.2f  %s%n", aim, is, reached ? "reached" : "MISSED");
    }
}
