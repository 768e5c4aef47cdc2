package yici.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A word editors are asked to put better: {@code publication/wording.tsv}, one a line, the word, a tab, what to write instead. */
record Wording(String bad, String better) {

    static final List<Wording> LIST = read();

    boolean stands(String words) {
        return words.toLowerCase(Locale.ROOT).contains(bad);
    }

    private static List<Wording> read() {
        try (var in = Wording.class.getResourceAsStream("/publication/wording.tsv")) {
            if (in == null) throw new IllegalStateException("publication/wording.tsv is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\t") && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Wording(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
