package yici.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Change;
import yici.catalogue.PublishEdition;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.View;
import yici.kit.Words;

/**
 * Files taken at the machine itself. No second person is asked: who may do this could as well write into the database. It stands among the
 * imports and in the record of acts like any other.
 */
@Component
public class ImportAtConsole {

    /**
     * @param from today or later; today where it is empty
     * @param note what is new, for everybody to read
     * @param rehearse nothing of it stays
     */
    public record Asked(List<Path> files, Optional<LocalDate> from, String note, boolean rehearse) {}

    private static final String CONSOLE = "console";

    private final ReadFile read;
    private final TakeRecords take;
    private final Imports imports;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final Words words;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportAtConsole(
            ReadFile read,
            TakeRecords take,
            Imports imports,
            Catalogue catalogue,
            AuditLog audit,
            Words words,
            TransactionTemplate transaction,
            Clock clock) {
        this.read = read;
        this.take = take;
        this.imports = imports;
        this.catalogue = catalogue;
        this.audit = audit;
        this.words = words;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Prints what came of each record.
     *
     * @return false where something was refused; the rest is taken all the same, but nothing where a file cannot be told apart into records
     */
    public boolean take(Asked asked, PrintStream out) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(now, View.ZONE);
        var from = asked.from().orElse(today);
        if (from.isBefore(today)) return refused(out, "", new Problem(0, "", "", "TOO_EARLY", today.toString()));

        var files = new ArrayList<Import.File>();
        var records = new ArrayList<Incoming>();
        for (var path : asked.files()) {
            var text = text(path);
            if (text.isEmpty()) return refused(out, path.toString(), new Problem(1, "", "", "NOT_UTF8", ""));
            var file = new Import.File(path.getFileName().toString(), text.get());
            switch (read.read(file.name(), file.content())) {
                case ReadFile.Read.Records(var found) -> records.addAll(found);
                case ReadFile.Read.Unreadable(var problem) -> {
                    return refused(out, path.toString(), problem);
                }
            }
            files.add(file);
        }
        if (records.isEmpty()) return refused(out, "", new Problem(1, "", "", "NO_RECORDS", ""));
        if (records.size() > LookThroughFiles.MOST_RECORDS)
            return refused(out, "", new Problem(1, "", "", "TOO_MANY", String.valueOf(LookThroughFiles.MOST_RECORDS)));

        var terms = new PublishEdition.Terms(from, asked.note(), Optional.empty(), Optional.empty(), false);
        var lines = asked.rehearse() ? take.rehearse(records, terms) : taken(files, records, terms, now);
        lines.forEach(line -> print(out, line));
        summarise(out, lines, asked.rehearse(), from);
        return lines.stream().noneMatch(line -> line.outcome() == Line.Outcome.REFUSED);
    }

    private List<Line> taken(List<Import.File> files, List<Incoming> records, PublishEdition.Terms terms, Instant now) {
        return transaction.execute(_ -> {
            var made = new Import(
                    Ids.fresh(clock),
                    terms.effectiveFrom(),
                    terms.note(),
                    Import.State.LOOKED_THROUGH,
                    Optional.empty(),
                    CONSOLE,
                    now,
                    catalogue.stamp(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
            imports.add(made, files);
            var lines = take.take(records, terms);
            imports.report(made.id(), made.stamp(), lines);
            imports.settle(made.id(), Import.State.TAKEN, Optional.empty(), CONSOLE, now);
            audit.record(new AuditEvent(
                    ExchangeAct.TAKEN, "system:console", CONSOLE, "", "import " + made.id(), terms.note(), now));
            return lines;
        });
    }

    // --- printing --------------------------------------------------------------------------------------------------

    private void print(PrintStream out, Line line) {
        out.printf(
                "%-9s  %s %s  (%s, line %d)%n",
                say("exchange.outcome." + line.outcome()),
                say("exchange.kind." + line.kind()),
                line.key(),
                line.file(),
                line.line());
        if (line.outcome() == Line.Outcome.CHANGED && line.changes().isEmpty())
            out.println("           " + say("exchange.import.order"));
        for (var change : line.changes()) out.println("           " + told(change));
        for (var problem : line.problems()) out.println("           " + told(problem));
    }

    private static String told(Change change) {
        return change.field() + ": " + text(change.was()) + " → " + text(change.now());
    }

    private static String text(Optional<JsonNode> value) {
        return value.map(JsonNode::toString).orElse("–");
    }

    private String told(Problem problem) {
        var where = say("exchange.problem.line", problem.line())
                + (problem.field().isEmpty() ? "" : ", " + problem.field())
                + (problem.value().isEmpty() ? "" : " \"" + problem.value() + "\"");
        return where + ": " + rule(problem);
    }

    private boolean refused(PrintStream out, String file, Problem problem) {
        var where = file.isEmpty() ? "" : say("exchange.error.where", file, problem.line()) + " ";
        out.println(where + rule(problem));
        out.println("Nothing was taken.");
        return false;
    }

    private static void summarise(PrintStream out, List<Line> lines, boolean rehearsed, LocalDate from) {
        var counts = lines.stream().collect(Collectors.groupingBy(Line::outcome, Collectors.counting()));
        out.println(Arrays.stream(Line.Outcome.values())
                .map(outcome ->
                        counts.getOrDefault(outcome, 0L) + " " + outcome.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(
                        ", ",
                        "",
                        rehearsed ? ". A rehearsal: nothing has changed." : ", in force from " + from + ".")));
    }

    private String rule(Problem problem) {
        return say("exchange.rule." + problem.rule(), problem.detail(), problem.value());
    }

    /** What is said at the console is English, like everything of the machine. */
    private String say(String key, Object... arguments) {
        return words.say(Language.EN, key, arguments);
    }

    private static Optional<String> text(Path path) {
        try {
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
