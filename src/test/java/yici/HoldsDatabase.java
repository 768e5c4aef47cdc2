package yici;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts the database, commits a row, says so and waits to be killed. */
final class HoldsDatabase {

    private HoldsDatabase() {}

    static Process startedOn(Path data, Path programs) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsDatabase.class.getName(),
                        data.toString(),
                        programs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader().readLine();
        if (!"committed".equals(said)) throw new IllegalStateException("said " + said);
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        var database = OwnPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), true);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (word text primary key)");
            statement.execute("insert into kept values ('committed') on conflict do nothing");
        }
        System.out.println("committed");
        new CountDownLatch(1).await();
    }
}
