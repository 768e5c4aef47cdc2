package yici.kit;

/** A unified social credit code of 18 characters (GB 32100), checked; firms, public bodies and associations have one. */
public record CreditCode(String value) {

    /** Without I, O, S, V and Z, which look like digits or each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!(read(value) instanceof Reading.Good(var read)) || !read.equals(value))
            throw new IllegalArgumentException("not a credit code: " + value);
    }

    /** What is wrong with a code, so that a page can say it. */
    public enum Flaw {
        EMPTY,
        LENGTH,
        /** A character that no code has; often I for 1, O for 0, S for 5, Z for 2. */
        CHARACTERS,
        /** A slip of the finger: the last character does not follow from the others. */
        CHECK
    }

    public sealed interface Reading {
        /** @param value as it is kept: 18 characters, no spaces, capitals */
        record Good(String value) implements Reading {}

        record Flawed(Flaw flaw) implements Reading {}
    }

    /** Takes what a person types: spaces, full-width characters and small letters are put right. */
    public static Reading read(String typed) {
        String code = IdNumber.tidy(typed);
        if (code.isEmpty()) return new Reading.Flawed(Flaw.EMPTY);
        if (code.length() != 18) return new Reading.Flawed(Flaw.LENGTH);
        if (!code.matches("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}"))
            return new Reading.Flawed(Flaw.CHARACTERS);
        if (check(code) != code.charAt(17)) return new Reading.Flawed(Flaw.CHECK);
        return new Reading.Good(code);
    }

    /** The 18th character that follows from the first 17. */
    public static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += WEIGHTS[i] * ALPHABET.indexOf(first17.charAt(i));
        return ALPHABET.charAt((31 - sum % 31) % 31); // remainder 0 gives 0, not a 32nd character
    }

    /** For pages others may see. */
    public String masked() {
        return Masked.number(value);
    }
}
