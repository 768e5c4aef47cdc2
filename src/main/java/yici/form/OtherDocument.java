package yici.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Document;
import yici.kit.Nationality;
import yici.kit.View;

/** What people without an 18-character number of their own carry instead. Canonical: {@code HK_MACAO_PERMIT:H01234567}, {@code PASSPORT:E12345678/FRA}. */
enum OtherDocument {
    PASSPORT,
    PERMANENT_RESIDENCE,
    HK_MACAO_PERMIT,
    TAIWAN_PERMIT;

    private static final Pattern WITH_NATIONALITY = Pattern.compile("(.*)/([A-Z]{3})");

    /** @param nationality of a passport's holder; empty when it is not said */
    record Number(String number, String nationality) {

        static Number of(String typed) {
            var both = WITH_NATIONALITY.matcher(typed);
            return both.matches() ? new Number(both.group(1), both.group(2)) : new Number(typed, "");
        }

        String text() {
            return nationality.isEmpty() ? number : number + "/" + nationality;
        }
    }

    static Optional<OtherDocument> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** A passport's nationality may stay open: guides of before had no place for it. */
    Verdict check(String typed) {
        var parts = Number.of(typed);
        return switch (Document.read(Document.Kind.valueOf(name()), parts.number())) {
            case Document.Reading.Good(var document) ->
                new Verdict.Accepted(name() + ":" + new Number(document.number(), nationality(parts)).text());
            case Document.Reading.Flawed(var flaw) ->
                Verdict.refused(flaw == Document.Flaw.CHECK ? "document.check" : "document." + name());
        };
    }

    private String nationality(Number parts) {
        return this == PASSPORT && Nationality.is(parts.nationality()) ? parts.nationality() : "";
    }

    /** Such as 护照. */
    String words(View view) {
        return view.t("form.document." + name());
    }
}
