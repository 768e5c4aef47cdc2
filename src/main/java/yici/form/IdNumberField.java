package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yici.kit.IdNumber;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.View;

/** The number of a citizen's ID card (GB 11643) or, chosen on purpose, of another document, so that nobody is locked out. */
record IdNumberField(DataElement element) implements Field {

    /** What stands in the inputs: the citizen's number, or the kind and number of another document. */
    record Typing(String citizen, String kind, String other) {

        String raw() {
            String document = kind.isBlank() && other.isBlank() ? "" : kind + ":" + other;
            if (document.isEmpty()) return citizen;
            return citizen.isBlank() ? document : Parts.join(List.of(citizen, document));
        }

        static Typing of(String raw) {
            if (Parts.isJoined(raw)) {
                var both = Parts.split(raw, 2);
                var document = of(both.get(1));
                return new Typing(both.get(0), document.kind(), document.other());
            }
            int colon = raw.indexOf(':');
            boolean isDocument = colon == 0
                    || colon > 0 && OtherDocument.of(raw.substring(0, colon)).isPresent();
            return isDocument
                    ? new Typing("", raw.substring(0, colon), raw.substring(colon + 1))
                    : new Typing(raw, "", "");
        }

        String number() {
            return OtherDocument.Number.of(other).number();
        }

        String nationality() {
            return OtherDocument.Number.of(other).nationality();
        }

        boolean isOther() {
            return !kind.isBlank() || !other.isBlank();
        }
    }

    @Override
    public String read(Posted posted) {
        return read(element.key(), posted);
    }

    static String read(String key, Posted posted) {
        String kind =
                OtherDocument.of(posted.first(key + ".kind")).map(Enum::name).orElse("");
        var number = new OtherDocument.Number(posted.first(key + ".other"), posted.first(key + ".nationality"));
        boolean isPassport =
                kind.equals(OtherDocument.PASSPORT.name()) && !number.number().isBlank();
        return new Typing(posted.first(key), kind, isPassport ? number.text() : number.number()).raw();
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        return checked(raw, today);
    }

    static Verdict checked(String raw, LocalDate today) {
        var typing = Typing.of(raw);
        if (!typing.isOther()) return citizen(typing.citizen(), today);
        if (!typing.citizen().isBlank()) return Verdict.refused("id.both");
        return OtherDocument.of(typing.kind())
                .map(kind -> kind.check(typing.other()))
                .orElse(Verdict.refused("document.kind"));
    }

    private static Verdict citizen(String typed, LocalDate today) {
        return switch (IdNumber.read(typed)) {
            case IdNumber.Reading.Good(var number) ->
                new IdNumber(number).birthday().isAfter(today)
                        ? Verdict.refused("id.BIRTHDAY")
                        : new Verdict.Accepted(number);
            case IdNumber.Reading.Flawed(var flaw) ->
                flaw == IdNumber.Flaw.EMPTY ? new Verdict.Accepted("") : Verdict.refused("id." + flaw, length(typed));
        };
    }

    private static int length(String typed) {
        return Typed.compact(typed).length();
    }

    @Override
    public String display(String value, View view) {
        return words(value, false, view);
    }

    @Override
    public String masked(String value, View view) {
        return words(value, true, view);
    }

    static String words(String value, boolean masked, View view) {
        var typing = Typing.of(value);
        String number = typing.isOther() ? typing.number() : typing.citizen();
        String shown = masked ? hidden(number) : number;
        return OtherDocument.of(typing.kind())
                .map(kind -> view.t("form.document", kind.words(view), shown))
                .orElse(shown);
    }

    private static String hidden(String number) {
        return number.length() > 12 ? Masked.number(number) : Masked.keep(number, 1, 2);
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.idNumber");
    }

    static List<Option> kinds(View view) {
        return Arrays.stream(OtherDocument.values())
                .map(kind -> new Option(kind.name(), Said.of("form.document." + kind.name(), view)))
                .toList();
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteidNumberGenerated.render(out, Page.PLAIN, Typing.of(drawing.raw()), drawing));
    }
}
