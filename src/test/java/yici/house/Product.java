package yici.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import yici.Yici;
import yici.kit.Badge;

/**
 * The whole product, started once for all tests of this JVM: real PostgreSQL, real HTTP on a free port, the sample province loaded, and a clock
 * that tests move. Tests share it, so each makes its own people and applications.
 */
public final class Product {

    private static final URL TESTS =
            Product.class.getProtectionDomain().getCodeSource().getLocation();

    private static @Nullable Product running;

    private final ConfigurableApplicationContext context;
    private final MovableClock clock;

    private Product(Path data, ApplicationContextInitializer<GenericApplicationContext> more, String... settings) {
        clock = new MovableClock();
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--yici.data=" + data.toAbsolutePath(),
                "--yici.db.programs=" + Path.of("target", "postgresql").toAbsolutePath(),
                "--yici.sample=" + Path.of("sample").toAbsolutePath()));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(Yici.class)
                .initializers(
                        (GenericApplicationContext c) -> {
                            c.registerBean("clock", java.time.Clock.class, () -> clock);
                            c.registerBean(Badge.Unbound.class, () -> Product::ofThread);
                        },
                        more)
                .run(arguments.toArray(String[]::new)); // as arguments, because they outrank application.properties
    }

    /** A test looks everywhere. What the product does by itself, or starts a thread for, gets no more than in life. */
    private static Badge ofThread() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(c -> c == SpringApplication.class || isOfTests(c))
                        .findFirst()
                        .filter(Product::isOfTests)
                        .map(_ -> Badge.HOUSE)
                        .orElse(Badge.NOBODY));
    }

    private static boolean isOfTests(Class<?> type) {
        return type != Product.class
                && type.getProtectionDomain().getCodeSource() != null
                && TESTS.equals(type.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Product forTests() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(data.toFile()));
            return new Product(
                    data,
                    _ -> {},
                    "--yici.db.fsync=false",
                    "--yici.pages.ahead=false",
                    "--yici.party-networks=127.0.0.0/8", // relying parties of tests live here
                    "--yici.password.memory-kib=1024", // hundreds of people are made here
                    "--yici.password.iterations=1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized Product running() {
        if (running == null) running = forTests();
        return running;
    }

    /**
     * For benchmarks: with the settings it is shipped with, above all a durable database, on a folder of its own. Helpers that ask for
     * {@link #running} then meet this one.
     */
    public static synchronized Product asShipped(
            Path data, ApplicationContextInitializer<GenericApplicationContext> more) {
        if (running != null) throw new IllegalStateException("already running");
        running = new Product(data, more, "--logging.level.yici=warn");
        return running;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public MovableClock clock() {
        return clock;
    }

    /** Such as {@code http://localhost:41234}, without a slash at the end. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }
}
