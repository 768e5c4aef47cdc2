package yici.mandate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yici.kit.Document;

/** The fields of a form that say whom it is about: name and document. What is wrong is put under the field's name. */
final class WhoFields {

    private static final int LONGEST_NAME = 150;

    private WhoFields() {}

    static String name(String typed, Map<String, String> flaws) {
        var name = typed.replaceAll("[\\s\\p{Zs}]+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) flaws.put("name", "identity.name.empty");
        else if (name.codePointCount(0, name.length()) > LONGEST_NAME) flaws.put("name", "identity.name.long");
        return name;
    }

    static Optional<Document> document(String kind, String number, String nationality, Map<String, String> flaws) {
        var chosen = Document.Kind.of(kind);
        if (chosen.isEmpty()) {
            flaws.put("document", "identity.document.choose");
            return Optional.empty();
        }
        return switch (Document.read(chosen.get(), number, nationality)) {
            case Document.Reading.Good(var document) -> Optional.of(document);
            case Document.Reading.Flawed(var flaw) -> {
                if (flaw == Document.Flaw.NATIONALITY) flaws.put("nationality", "identity.nationality.choose");
                else if (flaw == Document.Flaw.SHAPE)
                    flaws.put("number", "identity.document.shape." + key(chosen.get()));
                else flaws.put("number", "identity.id-number." + key(flaw));
                yield Optional.empty();
            }
        };
    }

    /** The names people write are compared, not how they set spaces and capitals. */
    static boolean sameName(String one, String other) {
        return one.replaceAll("[\\s·•・.]", "").equalsIgnoreCase(other.replaceAll("[\\s·•・.]", ""));
    }

    private static String key(Enum<?> flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
