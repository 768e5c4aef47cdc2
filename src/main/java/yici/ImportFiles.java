package yici;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import yici.exchange.ImportAtConsole;

/**
 * {@code ./yici import [--rehearse] [--from DAY] [--note TEXT] FILE…}: takes files into the catalogue and prints what came of each record. Who may
 * run it holds the machine and its database already. A running product notices by itself; where none runs its database is started for the purpose.
 */
final class ImportFiles {

    private static final String[] ROOMS = {
        "yici.exchange",
        "yici.catalogue",
        "yici.linter",
        "yici.form",
        "yici.calendar",
        "yici.jurisdiction",
        "yici.audit",
        "yici.kit"
    };

    private ImportFiles() {}

    public static void main(String[] arguments) {
        SomeRooms.quietly();
        try {
            System.exit(run(asked(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        } catch (CannotStart | IOException | UncheckedIOException | SQLException e) {
            System.err.println(e.getMessage());
        } catch (DataAccessException e) {
            System.err.println("The database cannot be read. Start Yici once, so that it is set up; then try again. ("
                    + e.getMostSpecificCause().getMessage() + ")");
        }
        System.exit(2);
    }

    static ImportAtConsole.Asked asked(String[] arguments) {
        var left = new ArrayDeque<>(List.of(arguments));
        var files = new ArrayList<Path>();
        var from = Optional.<LocalDate>empty();
        var note = "";
        boolean rehearse = false;
        while (!left.isEmpty()) {
            var argument = left.pop();
            switch (argument) {
                case "--rehearse" -> rehearse = true;
                case "--from" -> from = Optional.of(day(value(argument, left)));
                case "--note" -> note = value(argument, left);
                default -> {
                    if (argument.startsWith("--"))
                        throw new CannotStart(
                                "There is no " + argument + ". Use --rehearse, --from DAY, --note TEXT and files.");
                    files.add(Path.of(argument));
                }
            }
        }
        if (files.isEmpty()) throw new CannotStart("Name at least one file: ./yici import FILE…");
        return new ImportAtConsole.Asked(files, from, note, rehearse);
    }

    private static String value(String argument, ArrayDeque<String> left) {
        if (left.isEmpty()) throw new CannotStart(argument + " needs something after it.");
        return left.pop();
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new CannotStart("\"" + typed + "\" is no day; write it like 2026-12-01.");
        }
    }

    private static int run(ImportAtConsole.Asked asked, PrintStream out) throws IOException, SQLException {
        if (!Settings.databaseUrl().isBlank()) return take(SomeRooms.configured(), asked, out);
        var data = Settings.data();
        if (!Files.isDirectory(data.resolve("pg")))
            throw new CannotStart("There is no database in " + data + " yet: start Yici once.");
        if (DataFolder.isTaken(data)) return take(OwnPostgres.runningOn(data), asked, out);
        try (var own = OwnPostgres.start(data, Settings.programs(), true)) {
            return take(own.address(), asked, out);
        }
    }

    /** @return the exit status: 1 where something was refused */
    static int take(OwnPostgres.Address database, ImportAtConsole.Asked asked, PrintStream out) {
        try (var rooms = SomeRooms.open(database, ROOMS)) {
            return rooms.get(ImportAtConsole.class).take(asked, out) ? 0 : 1;
        }
    }
}
