package yici.kit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** A resident identity number of 18 characters (GB 11643), checked; the last character may be a capital X. */
public record IdNumber(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdNumber {
        if (!(read(value) instanceof Reading.Good(var read)) || !read.equals(value))
            throw new IllegalArgumentException("not an identity number");
    }

    /** What is wrong with a number, so that a page can say it. */
    public enum Flaw {
        EMPTY,
        /** A number of the first generation, 15 digits; today's card shows the 18. */
        FIFTEEN_DIGITS,
        LENGTH,
        CHARACTERS,
        /** Places 7 to 14 are no date of the calendar. */
        BIRTHDAY,
        /** A slip of the finger: the last character does not follow from the others. */
        CHECK
    }

    public sealed interface Reading {
        /** @param value as it is kept: 18 characters, no spaces, capital X */
        record Good(String value) implements Reading {}

        record Flawed(Flaw flaw) implements Reading {}
    }

    /** Takes what a person types: spaces, full-width digits and a small x are put right. */
    public static Reading read(String typed) {
        String number = tidy(typed);
        if (number.isEmpty()) return new Reading.Flawed(Flaw.EMPTY);
        if (number.matches("[0-9]{15}")) return new Reading.Flawed(Flaw.FIFTEEN_DIGITS);
        if (number.length() != 18) return new Reading.Flawed(Flaw.LENGTH);
        if (!number.matches("[1-9][0-9]{16}[0-9X]")) return new Reading.Flawed(Flaw.CHARACTERS);
        if (!isDate(number.substring(6, 14))) return new Reading.Flawed(Flaw.BIRTHDAY);
        if (check(number) != number.charAt(17)) return new Reading.Flawed(Flaw.CHECK);
        return new Reading.Good(number);
    }

    /** The 18th character that follows from the first 17 digits. */
    public static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthday() {
        return date(value.substring(6, 14));
    }

    public boolean isFemale() {
        return (value.charAt(16) - '0') % 2 == 0;
    }

    /** Where the number was first given: six digits of GB/T 2260, which may be an area of former times. */
    public String area6() {
        return value.substring(0, 6);
    }

    /** For pages and papers others may see: {@code 4301**********0028}. */
    public String masked() {
        return Masked.number(value);
    }

    static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}\\p{Cf}-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean isDate(String digits) {
        try {
            return date(digits).getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate date(String digits) {
        return LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)));
    }
}
