package yici.openid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import yici.house.Launched;
import yici.house.Load;
import yici.house.Times;

/**
 * What a sign-on costs, beside other providers measured by the same people in the same run, in turn, on the same PostgreSQL.
 *
 * <pre>
 * ./yici bench sign-on
 * ./yici bench sign-on keycloak=/opt/keycloak-26.7.3
 * ./yici bench sign-on other=provider.properties
 * </pre>
 *
 * The file of another provider says {@code name issuer client secret redirect logins password pid}.
 */
public final class SignOnBench {

    private static final int PEOPLE = 8;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int COUNTED = 100;

    /** PostgreSQL tells of rows written at the latest when a connection was idle that long. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(11);

    private record Operation(String name, boolean needsSession, Consumer<Somebody> once) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("sign-in page, nobody there", false, Somebody::loginPage),
            new Operation("password, code, token, userinfo", false, Somebody::signIn),
            new Operation("hop with a session", true, Somebody::hop),
            new Operation("refresh", true, Somebody::refresh),
            new Operation("client credentials", false, Somebody::clientCredentials),
            new Operation("userinfo", true, Somebody::userInfo));

    private SignOnBench() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-sign-on-");
        try (var product = Launched.byScript(data, Ours.OPTIONS).untilReady()) {
            var providers = new ArrayList<Provider>();
            var ours = new Ours(product);
            providers.add(ours.provider(PEOPLE));
            try (var keycloak = keycloak(arguments, product)) {
                if (keycloak.isPresent()) providers.add(keycloak.get().provider(Ours.REDIRECT));
                other(arguments).ifPresent(providers::add);
                new SignOnBench().run(providers, product);
            }
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    private record Rival(Optional<Keycloak> running) implements AutoCloseable {
        boolean isPresent() {
            return running.isPresent();
        }

        Keycloak get() {
            return running.orElseThrow();
        }

        @Override
        public void close() throws InterruptedException {
            if (running.isPresent()) running.get().close();
        }
    }

    private static Rival keycloak(String[] arguments, Launched product) throws Exception {
        var folder = argument(arguments, "keycloak");
        return folder.isEmpty()
                ? new Rival(Optional.empty())
                : new Rival(
                        Optional.of(Keycloak.started(Path.of(folder.get()), product.jdbcUrl(), Ours.REDIRECT, PEOPLE)));
    }

    private static Optional<Provider> other(String[] arguments) throws IOException, InterruptedException {
        var file = argument(arguments, "other");
        if (file.isEmpty()) return Optional.empty();
        var said = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file.get()))) {
            said.load(reader);
        }
        var process = ProcessHandle.of(Long.parseLong(said.getProperty("pid", "0"))).stream()
                .toList();
        return Optional.of(Provider.discovered(
                said.getProperty("name"),
                said.getProperty("issuer"),
                said.getProperty("client"),
                said.getProperty("secret"),
                said.getProperty("redirect"),
                List.of(said.getProperty("logins").split(",")),
                said.getProperty("password"),
                process,
                ""));
    }

    private static Optional<String> argument(String[] arguments, String name) {
        return List.of(arguments).stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst();
    }

    private void run(List<Provider> providers, Launched product) throws Exception {
        var costs = OPERATIONS.stream()
                .map(operation -> providers.stream()
                        .map(provider -> new Cost(provider, people(provider), operation))
                        .toList())
                .toList();
        for (var both : costs) countRows(both, product); // before there is much for jobs to tidy up
        for (var both : costs) for (var cost : both) cost.run(WARM_UP, product, false);
        for (int round = 0; round < ROUNDS; round++)
            for (var both : costs) for (var cost : both) cost.run(ROUND, product, true);
        print(costs);
        providers.forEach(provider ->
                System.out.printf("%n%-12s resident after all this %d MB", provider.name(), provider.megabytes()));
        System.out.println();
        if (providers.size() > 1)
            Limits.print(costs.stream()
                    .map(both -> both.stream().map(Cost::figures).toList())
                    .toList());
    }

    /** Each provider has a database of its own, so they are counted side by side. */
    private static void countRows(List<Cost> all, Launched product) throws IOException, InterruptedException {
        for (var cost : all)
            if (cost.operation.needsSession()) cost.people.getFirst().signIn();
        TimeUnit.NANOSECONDS.sleep(UNTIL_TOLD.toNanos());
        for (var cost : all) cost.beginCounting(product);
        TimeUnit.NANOSECONDS.sleep(UNTIL_TOLD.toNanos());
        for (var cost : all) cost.endCounting(product);
    }

    private static List<Somebody> people(Provider provider) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Somebody(provider, provider.logins().get(i)))
                .toList();
    }

    private static void print(List<List<Cost>> costs) {
        System.out.printf(
                "%-34s %-10s %8s %20s %8s %8s %8s %7s%n",
                "", "", "per s", "CPU ms app+database", "p50 ms", "p95 ms", "p99 ms", "rows");
        for (var both : costs)
            for (var cost : both) {
                var figures = cost.figures();
                System.out.printf(
                        "%-34s %-10s %8.0f %10.2f + %7.2f %8.1f %8.1f %8.1f %7.2f%n",
                        figures.operation(),
                        figures.provider(),
                        figures.perSecond(),
                        figures.appMilliseconds(),
                        figures.databaseMilliseconds(),
                        cost.times.percentile(50),
                        cost.times.percentile(95),
                        cost.times.percentile(99),
                        figures.rows());
            }
    }

    /** One operation at one provider, over all rounds. */
    private static final class Cost {
        final Times times = new Times();
        private final Provider provider;
        private final List<Somebody> people;
        private final Operation operation;
        private final List<Double> perSecond = new ArrayList<>();
        private Duration app = Duration.ZERO;
        private Duration database = Duration.ZERO;
        private long done;
        private long rowsBefore;
        private double rows = Double.NaN;

        Cost(Provider provider, List<Somebody> people, Operation operation) {
            this.provider = provider;
            this.people = people;
            this.operation = operation;
        }

        void run(Duration time, Launched product, boolean counts) throws IOException {
            if (operation.needsSession()) people.forEach(Somebody::signIn);
            var measured = counts ? times : new Times();
            var appBefore = provider.cpu();
            var databaseBefore = databaseCpu(product);
            var load = Load.repeat(PEOPLE, time, worker -> {
                long begun = System.nanoTime();
                operation.once().accept(people.get(worker));
                measured.add(System.nanoTime() - begun);
                return true;
            });
            if (!counts) return;
            app = app.plus(provider.cpu().minus(appBefore));
            database = database.plus(databaseCpu(product).minus(databaseBefore));
            done += load.times();
            perSecond.add(load.perSecond());
        }

        void beginCounting(Launched product) throws IOException {
            if (provider.database().isEmpty()) return;
            rowsBefore = written(product);
            for (int i = 0; i < COUNTED; i++) operation.once().accept(people.getFirst());
        }

        void endCounting(Launched product) throws IOException {
            if (provider.database().isEmpty()) return;
            rows = (written(product) - rowsBefore) / (double) COUNTED;
        }

        /** Without the clock of the jobs, which ticks whether or not anybody comes, and what they tidy up of earlier operations. */
        private long written(Launched product) throws IOException {
            var own = product.jdbcUrl().replace("/postgres?", "/" + provider.database() + "?");
            var db = JdbcClient.create(new DriverManagerDataSource(own));
            return db.sql("""
                            select sum(n_tup_ins + n_tup_upd) from pg_stat_user_tables where relname <> 'scheduled_tasks'
                            """).query(Long.class).single();
        }

        private static Duration databaseCpu(Launched product) throws IOException {
            return product.database()
                    .descendants()
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        Limits.Figures figures() {
            return new Limits.Figures(
                    operation.name(),
                    provider.name(),
                    perSecond.stream().sorted().toList().get(perSecond.size() / 2),
                    app.toNanos() / 1e6 / done,
                    database.toNanos() / 1e6 / done,
                    rows,
                    provider.megabytes());
        }
    }
}
