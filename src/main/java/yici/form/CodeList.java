package yici.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import yici.kit.Language;
import yici.kit.Translated;

/** A list of a national standard that fields offer: code and name in the five languages, a line each. */
final class CodeList {

    private CodeList() {}

    /** @param name of a file beside the messages: {@code form/provinces.csv} */
    static List<Option> read(String name) {
        var stream = Objects.requireNonNull(CodeList.class.getResourceAsStream("/form/" + name), name);
        try (var file = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var columns = file.readLine().split(",");
            return file.lines().map(line -> option(columns, line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Option option(String[] columns, String[] cells) {
        var names = new EnumMap<Language, String>(Language.class);
        Arrays.stream(Language.values())
                .forEach(language ->
                        names.put(language, cells[Arrays.asList(columns).indexOf(language.code())]));
        return new Option(cells[0], new Translated(names));
    }
}
