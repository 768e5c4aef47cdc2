package yici.linter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import yici.application.OneNotice;
import yici.catalogue.GeneratedProvince;
import yici.drift.EveryDrift;
import yici.house.Load;
import yici.house.Product;
import yici.house.Times;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Badge;
import yici.kit.SampleLoader;

/**
 * {@code ./yici bench catalogue}: 58 life events with a variant of its own in each of 145 areas, made from the nine. Imported by the
 * catalogue's own loader, all checked by every rule and kept, all compared with their standards, and notices resolved for areas and answers
 * by chance.
 */
public final class CatalogueBench {

    private static final Path DATA = Path.of("target", "bench", "catalogue");
    private static final int LIFE_EVENTS = 58;
    private static final int AREAS = 145;
    private static final int WORKERS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration NOTICES = Duration.ofSeconds(15);

    private final List<String> areas;
    private List<String> codes = List.of();

    public static void main(String[] args) throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(DATA.toFile()));
        Product.asShipped(DATA.resolve("data"), _ -> {});
        try {
            Badge.HOUSE.wear(() -> new CatalogueBench().run());
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1); // the product would run on
        }
        System.exit(0);
    }

    private CatalogueBench() {
        areas = Product.running().bean(Areas.class).all().stream()
                .filter(area -> area.level() != Area.Level.PROVINCE && area.level() != Area.Level.OWN_LEVEL)
                .map(Area::code)
                .limit(AREAS)
                .toList();
    }

    private void run() {
        int guides = LIFE_EVENTS * areas.size();
        System.out.printf("%d life events, %d areas: %,d variants%n", LIFE_EVENTS, areas.size(), guides);
        var folder = DATA.resolve("sample");
        Load.once(() -> codes = GeneratedProvince.write(Path.of("sample"), folder, LIFE_EVENTS, areas));
        System.out.printf("heap before %d MB%n", heap());

        double imported = seconds(() -> load(folder));
        say("import", imported, guides);
        double lint = seconds(this::lint);
        say("lint: read, check by every rule, keep", lint, guides);
        double again = seconds(this::lint);
        say("lint again: nothing is new", again, guides);
        double drift = seconds(() -> System.out.printf("  areas with other rules: %,d%n", EveryDrift.of(codes)));
        say("drift: read, compare with the standard", drift, guides);
        say("drift again: kept in memory", seconds(() -> EveryDrift.of(codes)), guides);
        var times = notices();
        System.out.printf("heap after all this %d MB%n%n", heap());
        judge("import at most 60 s", imported, 60);
        judge("lint and drift of all at most 15 s", lint + drift, 15);
        judge("a resolved notice, p99, at most 10 ms", times.percentile(99), 10);
    }

    private void load(Path folder) {
        var loader = Product.running().beans(SampleLoader.class).stream()
                .filter(one -> one.room().equals("catalogue"))
                .findFirst()
                .orElseThrow();
        new TransactionTemplate(Product.running().bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> loader.load(folder));
    }

    private void lint() {
        var run = Product.running().bean(LookThrough.class).everything();
        System.out.printf("  %,d texts, %,d findings new, %,d mended%n", run.texts(), run.appeared(), run.mended());
    }

    private Times notices() {
        var times = new Times();
        notices(WARM_UP, new Times());
        var done = notices(NOTICES, times);
        System.out.printf(
                "%-46s %8.0f per second; p50 %.2f p95 %.2f p99 %.2f ms%n",
                "notices resolved, " + WORKERS + " at once",
                done.perSecond(),
                times.percentile(50),
                times.percentile(95),
                times.percentile(99));
        return times;
    }

    private Load.Done notices(Duration time, Times times) {
        var notice = new OneNotice();
        var randoms = List.of(new Random(1), new Random(2));
        var said = new LongAdder();
        var done = Load.repeat(WORKERS, time, worker -> {
            var random = randoms.get(worker);
            var code = codes.get(random.nextInt(codes.size()));
            var area = areas.get(random.nextInt(areas.size()));
            long began = System.nanoTime();
            said.add(notice.resolve(code, area, random));
            times.add(System.nanoTime() - began);
            return true;
        });
        if (said.sum() == 0) throw new IllegalStateException("notices that say nothing");
        return done;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void say(String what, double seconds, int guides) {
        System.out.printf("%-46s %8.1f s %,10.0f guides per second%n", what, seconds, guides / seconds);
    }

    private static void judge(String what, double value, double most) {
        System.out.printf("%-46s %8.2f  %s%n", what, value, value <= most ? "reached" : "MISSED");
    }
}
