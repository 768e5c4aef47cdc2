package yici;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import yici.kit.View;
import yici.kit.Words;
import yici.survival.CopySite;

/** {@code ./yici export-site [--from URL] [--area CODE]… [--no-pdf] [--warc FILE] FOLDER}: the public site of a running product as a folder of plain files. */
final class ExportSite {

    private ExportSite() {}

    public static void main(String[] arguments) {
        try {
            var asked = asked(arguments, Settings.publicUrl());
            System.exit(say(
                    new CopySite(new Words(), Clock.system(View.ZONE)).copy(asked),
                    asked,
                    new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
        }
        System.exit(2);
    }

    static CopySite.Asked asked(String[] arguments, String publicUrl) {
        var left = new ArrayDeque<>(List.of(arguments));
        var areas = new HashSet<String>();
        var folder = Optional.<Path>empty();
        var from = publicUrl;
        boolean papers = true;
        var archive = Optional.<Path>empty();
        while (!left.isEmpty()) {
            var argument = left.pop();
            switch (argument) {
                case "--no-pdf" -> papers = false;
                case "--warc" -> archive = Optional.of(Path.of(value(argument, left)));
                case "--from" -> from = value(argument, left).replaceFirst("/$", "");
                case "--area" -> areas.add(value(argument, left));
                default -> {
                    if (argument.startsWith("--"))
                        throw new CannotStart("There is no " + argument
                                + ". Use --area CODE, --no-pdf, --warc FILE, --from URL and a folder.");
                    if (folder.isPresent()) throw new CannotStart("One folder is enough: ./yici export-site FOLDER");
                    folder = Optional.of(Path.of(argument));
                }
            }
        }
        return new CopySite.Asked(
                address(from),
                address(publicUrl),
                folder.orElseThrow(() -> new CannotStart("Name the folder: ./yici export-site FOLDER")),
                areas,
                papers,
                archive);
    }

    private static String value(String argument, ArrayDeque<String> left) {
        if (left.isEmpty()) throw new CannotStart(argument + " needs something after it.");
        return left.pop();
    }

    private static URI address(String typed) {
        if (!typed.matches("https?://[^/?#\\s]+"))
            throw new CannotStart("\"" + typed + "\" is no address of a site; write it like http://localhost:8080.");
        return URI.create(typed + "/");
    }

    /** @return the exit status */
    static int say(CopySite.Copied copied, CopySite.Asked asked, PrintStream out) {
        return switch (copied) {
            case CopySite.Copied.Whole(int pages, int files, int missing) -> {
                asked.archive().ifPresent(file -> out.println("Every answer as it came is in " + file + "."));
                out.printf("%s holds %,d pages, %,d files in all.%n", asked.folder(), pages, files);
                if (missing > 0)
                    out.printf("%,d addresses that pages name are not there; links to them are taken out.%n", missing);
                yield 0;
            }
            case CopySite.Copied.NotOurs(var folder) -> {
                out.println(folder + " holds something that is no copy of a site; nothing is overwritten.");
                yield 1;
            }
            case CopySite.Copied.Broken(var why) -> {
                out.println("No copy was made, and one that was there is as it was: " + why);
                yield 1;
            }
        };
    }
}
