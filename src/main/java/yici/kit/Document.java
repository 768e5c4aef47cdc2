package yici.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a natural person shows to say who he or she is: whatever the person's state or region issues, so that nobody is locked out.
 *
 * @param nationality ISO 3166-1 alpha-3, of a passport's holder; empty for all others
 */
public record Document(Kind kind, String number, String nationality) {

    private static final Pattern OLD_RESIDENCE = Pattern.compile("[A-Z]{3}[0-9]{12}");
    private static final int[] ICAO_WEIGHTS = {7, 3, 1};

    public enum Kind {
        /** 居民身份证: GB 11643. */
        RESIDENT_ID("[1-7][0-9]{16}[0-9X]"),
        /** 港澳居民居住证 (国办发〔2018〕81号): GB 11643 with 810000 or 820000 for the address. */
        HK_MACAO_RESIDENCE("8[12]0000[0-9]{11}[0-9X]"),
        /** 台湾居民居住证: GB 11643 with 830000. */
        TAIWAN_RESIDENCE("830000[0-9]{11}[0-9X]"),
        /** 外国人永久居留身份证: since December 2023 built like GB 11643 behind a 9, before that 15 characters checked as ICAO Doc 9303 does. */
        PERMANENT_RESIDENCE("9[0-9]{16}[0-9X]|" + OLD_RESIDENCE),
        /** 港澳居民来往内地通行证: H or M and the person's eight digits; older cards add two for the issue. Has no check digit. */
        HK_MACAO_PERMIT("[HM][0-9]{8}([0-9]{2})?"),
        /** 台湾居民来往大陆通行证: eight digits on cards, ten and perhaps a letter in the booklets before. Has no check digit. */
        TAIWAN_PERMIT("[0-9]{8}|[0-9]{10}[A-Z]?"),
        /** Any state's; what a number looks like is each state's own affair. */
        PASSPORT("[A-Z0-9]{5,12}");

        private final Pattern shape;

        Kind(String shape) {
            this.shape = Pattern.compile(shape);
        }

        public static Optional<Kind> of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }
    }

    public enum Flaw {
        EMPTY,
        /** A resident's number of the first generation. */
        FIFTEEN_DIGITS,
        LENGTH,
        CHARACTERS,
        /** Not the shape of this kind of document. */
        SHAPE,
        BIRTHDAY,
        CHECK,
        NATIONALITY
    }

    public sealed interface Reading {
        record Good(Document document) implements Reading {}

        record Flawed(Flaw flaw) implements Reading {}
    }

    /** Takes what a person types, a passport with the nationality it names. */
    public static Reading read(Kind kind, String typed, String nationality) {
        if (!(read(kind, typed) instanceof Reading.Good(var document)) || kind != Kind.PASSPORT)
            return read(kind, typed);
        return Nationality.is(nationality)
                ? new Reading.Good(new Document(kind, document.number(), nationality))
                : new Reading.Flawed(Flaw.NATIONALITY);
    }

    /** The number alone. The permits and cards that are numbered like a resident's are recognised among residents' numbers. */
    public static Reading read(Kind kind, String typed) {
        return switch (kind) {
            case RESIDENT_ID, HK_MACAO_RESIDENCE, TAIWAN_RESIDENCE -> likeResident(kind, typed);
            case PERMANENT_RESIDENCE -> permanentResidence(tidy(typed));
            case HK_MACAO_PERMIT, TAIWAN_PERMIT, PASSPORT -> ofShape(new Document(kind, tidy(typed), ""));
        };
    }

    private static Reading likeResident(Kind kind, String typed) {
        return switch (IdNumber.read(typed)) {
            case IdNumber.Reading.Flawed(var flaw) -> new Reading.Flawed(Flaw.valueOf(flaw.name()));
            case IdNumber.Reading.Good(var number) -> {
                var found = of(number);
                yield kind == Kind.RESIDENT_ID || kind == found.kind()
                        ? new Reading.Good(found)
                        : new Reading.Flawed(Flaw.SHAPE);
            }
        };
    }

    private static Reading permanentResidence(String number) {
        if (number.isEmpty()) return new Reading.Flawed(Flaw.EMPTY);
        if (OLD_RESIDENCE.matcher(number).matches()) return oldResidence(number);
        return likeResident(Kind.PERMANENT_RESIDENCE, number) instanceof Reading.Flawed(var flaw)
                ? new Reading.Flawed(flaw == Flaw.CHECK || flaw == Flaw.BIRTHDAY ? flaw : Flaw.SHAPE)
                : new Reading.Good(of(number));
    }

    private static Reading oldResidence(String number) {
        if (bornInTheCentury(number).isEmpty()) return new Reading.Flawed(Flaw.BIRTHDAY);
        if (icaoCheck(number.substring(0, 14)) != number.charAt(14)) return new Reading.Flawed(Flaw.CHECK);
        return new Reading.Good(new Document(Kind.PERMANENT_RESIDENCE, number, ""));
    }

    private static Reading ofShape(Document document) {
        if (document.number().isEmpty()) return new Reading.Flawed(Flaw.EMPTY);
        return document.kind().shape.matcher(document.number()).matches()
                ? new Reading.Good(document)
                : new Reading.Flawed(Flaw.SHAPE);
    }

    /** The 15th character of a residence card before 2023: weights 7, 3, 1 over the first 14, letters count from A = 10, modulo 10. */
    public static char icaoCheck(String first14) {
        int sum = 0;
        for (int i = 0; i < first14.length(); i++)
            sum += Character.digit(first14.charAt(i), 36) * ICAO_WEIGHTS[i % ICAO_WEIGHTS.length];
        return (char) ('0' + sum % 10);
    }

    /** From the text it is kept as: {@link #text}. */
    public static Document of(String text) {
        int colon = text.indexOf(':');
        var named = colon < 0 ? Optional.<Kind>empty() : Kind.of(text.substring(0, colon));
        if (named.isEmpty()) return new Document(ofNumber(text), text, "");
        var parts = text.substring(colon + 1).split("/", 2);
        return new Document(named.get(), parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static Kind ofNumber(String number) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.shape.matcher(number).matches())
                .findFirst()
                .orElse(Kind.RESIDENT_ID);
    }

    /** As accounts and forms keep it: a number of 18 as it stands, {@code HK_MACAO_PERMIT:H01234567}, {@code PASSPORT:E12345678/FRA}. */
    public String text() {
        if (number.length() == 18) return number;
        return kind + ":" + number + (nationality.isEmpty() ? "" : "/" + nationality);
    }

    /** Where the number tells it. */
    public Optional<LocalDate> birthday() {
        if (number.length() == 18) return date(number.substring(6, 14));
        return kind == Kind.PERMANENT_RESIDENCE ? bornInTheCentury(number) : Optional.empty();
    }

    /** Such as 居民身份证. */
    public String words(View view) {
        return view.t("kit.document." + kind);
    }

    /** For pages and papers others may see. */
    public String masked() {
        return number.length() > 12 ? Masked.number(number) : Masked.keep(number, 1, 2);
    }

    /** Two digits for the year: cards were given from 2004 on, so that the later century counts only for those born in it by then. */
    private static Optional<LocalDate> bornInTheCentury(String number) {
        var short6 = number.substring(7, 13);
        boolean after2000 = Integer.parseInt(short6.substring(0, 2)) <= 23;
        return date((after2000 ? "20" : "19") + short6);
    }

    private static Optional<LocalDate> date(String digits) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String tidy(String typed) {
        return IdNumber.tidy(typed).replaceAll("[()./]", "").toUpperCase(Locale.ROOT);
    }
}
