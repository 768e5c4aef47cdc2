package yici.linter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proofs nobody may be sent for any more, {@code law/proofs.csv}. A list of the proofs a province keeps is not in the source, so what is not
 * named here is not judged.
 */
final class Proofs {

    private static final Pattern NEIGHBOURHOOD = Pattern.compile("村(?!镇)|居委|社区|基层群众性自治组织");
    private static final List<Proof> ALL = read();

    private Proofs() {}

    /** @param name as a document is called; @param source the list it stands on */
    record Proof(String name, String source) {}

    static Optional<Proof> abolished(String document, String issuer) {
        if (!NEIGHBOURHOOD.matcher(document + issuer).find()) return Optional.empty();
        return ALL.stream().filter(proof -> document.contains(proof.name())).findFirst();
    }

    private static List<Proof> read() {
        try (var file = Proofs.class.getResourceAsStream("/law/proofs.csv")) {
            if (file == null) throw new IllegalStateException("law/proofs.csv is missing");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(columns -> new Proof(columns[0], columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
