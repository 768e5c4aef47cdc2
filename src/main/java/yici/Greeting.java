package yici;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal that the house is open, where, and who may try it; tells a program its port by a file. */
@Component
class Greeting implements ApplicationListener<ApplicationReadyEvent> {

    private static final String ACCOUNTS = """

            演示账号 · demonstration accounts (password yici-demo-2026)
              13900000001            李娜，市民 · citizen
              13900000002            王强，市民 · citizen
              firm-demo              湘味小馆，企业 · firm
              officer-police-430523  邵阳县公安局，工作人员 · officer
              admin-430523           邵阳县，管理员 · administrator
            """;

    private static final String FIRST_WAY_IN = """

            没有演示账号。还没有安全管理员时，请在另一个窗口运行：
            No demonstration accounts. While there is no security administrator, run in another window:
              ./yici first-administrator
            """;

    private final Environment environment;
    private final boolean wanted;
    private final String portFile;

    Greeting(
            Environment environment,
            @Value("${yici.greeting}") boolean wanted,
            @Value("${yici.port-file}") String portFile) {
        this.environment = environment;
        this.wanted = wanted;
        this.portFile = portFile;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!ready.getApplicationContext().isActive()) return; // Ctrl-C while the house was still opening

        var port = environment.getRequiredProperty("local.server.port");
        if (!portFile.isBlank()) write(port);
        if (wanted) System.out.println(text(port, age()));
    }

    /** Since the process began, the JDK's own start included: what the person waited. */
    private static Duration age() {
        var now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }

    private String text(String port, Duration taken) {
        var sample = environment.getRequiredProperty("yici.sample");
        boolean demonstration = !sample.isBlank() && Files.exists(Path.of(sample, "accounts.csv"));
        var accounts = demonstration ? ACCOUNTS : FIRST_WAY_IN;
        var data = Path.of(environment.getRequiredProperty("yici.data"))
                .toAbsolutePath()
                .normalize();
        var database =
                environment.getRequiredProperty("yici.db.url").isBlank() ? data : "PostgreSQL (YICI_DB_URL), " + data;
        return """

                一次 Yici 已就绪 · ready in %.1f s
                  http://localhost:%s
                %s
                Ctrl-C 停止，数据保存在 %s · Ctrl-C stops, data stays in %s
                """.formatted(taken.toMillis() / 1000.0, port, accounts, database, database);
    }

    /** Moved into place whole: whoever waits for the file never reads half of it. */
    private void write(String port) {
        try {
            var file = Path.of(portFile).toAbsolutePath();
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, port);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("The port cannot be written to " + portFile + ": " + e.getMessage(), e);
        }
    }
}
