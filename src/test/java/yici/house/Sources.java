package yici.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree as the guards read it. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java/yici");
    static final Path TESTS = Path.of("src/test/java/yici");
    static final Path TEMPLATES = Path.of("src/main/jte/yici");
    static final Path MIGRATIONS = Path.of("src/main/resources/db");
    static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** Comments, then text blocks, strings and characters, in one pass so that none hides in another. */
    private static final Pattern TOKENS = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"\"\"(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<string>(?:[^\"\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\\n]|\\\\.)+'",
            Pattern.DOTALL);

    private Sources() {}

    /** Folders with a {@code package-info.java} below the root package: {@code identity}, {@code connector.sandbox}. */
    static Set<String> rooms() {
        var rooms = new TreeSet<String>();
        for (var file : files(JAVA, "package-info.java")) {
            var folder = JAVA.relativize(file.getParent()).toString().replace('/', '.');
            if (!folder.isEmpty() && read(file).contains("@ApplicationModule")) rooms.add(folder);
        }
        return rooms;
    }

    /** The room a file below one of the roots belongs to; empty for the root package. */
    static String room(Path root, Path file) {
        var folder = root.relativize(file.getParent()).toString().replace('/', '.');
        return folder.startsWith("connector.") ? folder : folder.split("\\.", 2)[0];
    }

    static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between quotes in Java source, text blocks included, comments left out. */
    static List<String> strings(String java) {
        var found = new ArrayList<String>();
        var token = TOKENS.matcher(java);
        while (token.find()) {
            if (token.group("block") != null) found.add(token.group("block"));
            else if (token.group("string") != null) found.add(token.group("string"));
        }
        return found;
    }

    /** Java source without comments and without what stands between quotes. */
    static String codeOnly(String java) {
        return TOKENS.matcher(java).replaceAll(token -> token.group().startsWith("/") ? "" : "\"\"");
    }
}
