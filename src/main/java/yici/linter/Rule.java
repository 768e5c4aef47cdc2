package yici.linter;

import java.util.Locale;

/**
 * What a guide has to keep. R1 to R25 are the rules of the handbook of guides; the further ones were found in published guides. What each
 * asks, why, and how to mend it are words of this room.
 */
public enum Rule {
    R1(Severity.WARNS, Source.CHECKER),
    R2(Severity.WARNS, Source.CHECKER),
    R3(Severity.WARNS, Source.CHECKER),
    R4(Severity.BLOCKS, Source.CHECKER),
    R5(Severity.BLOCKS, Source.CHECKER),
    R6(Severity.WARNS, Source.CHECKER),
    R7(Severity.BLOCKS, Source.CHECKER),
    R8(Severity.WARNS, Source.CHECKER),
    R9(Severity.WARNS, Source.CHECKER),
    R10(Severity.WARNS, Source.CHECKER),
    R11(Severity.HINTS, Source.CHECKER),
    R12(Severity.WARNS, Source.CHECKER),
    R13(Severity.WARNS, Source.CHECKER),
    R14(Severity.BLOCKS, Source.CHECKER),
    R15(Severity.BLOCKS, Source.BUSINESS_36),
    R16(Severity.BLOCKS, Source.FOUND),
    R17(Severity.WARNS, Source.FOUND),
    R18(Severity.BLOCKS, Source.FOUND),
    R19(Severity.WARNS, Source.STANDARD),
    R20(Severity.WARNS, Source.FOUND),
    R21(Severity.WARNS, Source.ONLINE_7),
    R22(Severity.BLOCKS, Source.BUSINESS_44),
    R23(Severity.WARNS, Source.FOUND),
    R24(Severity.BLOCKS, Source.FOUND),
    R25(Severity.WARNS, Source.FOUND),
    R26(Severity.WARNS, Source.FOUND),
    R27(Severity.HINTS, Source.FOUND),
    R28(Severity.HINTS, Source.FOUND),
    R29(Severity.HINTS, Source.FOUND),
    R30(Severity.WARNS, Source.FOUND),
    R31(Severity.WARNS, Source.FOUND),
    R32(Severity.WARNS, Source.FOUND),
    R33(Severity.WARNS, Source.STANDARD),
    R34(Severity.HINTS, Source.FOUND);

    public enum Severity {
        /** A guide with this is not published. */
        BLOCKS,
        WARNS,
        HINTS;

        /** What weighs most comes first. */
        int rank() {
            return ordinal() + 1;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its words. */
        public String words() {
            return "linter.severity." + key();
        }
    }

    /** Where the rule comes from. */
    public enum Source {
        /** The rules a province's own checker of guides goes by. */
        CHECKER,
        /** Regulation on the business environment, article 36: a promise keeps within the law's limit. */
        BUSINESS_36,
        /** The same, article 44: no proof that is not on the list. */
        BUSINESS_44,
        /** Provisions on online government services, article 7: not asked what sharing gives. */
        ONLINE_7,
        /** GB/T 39554.2-2020. */
        STANDARD,
        /** Faults seen in published guides. */
        FOUND;

        /** Key of its words. */
        public String words() {
            return "linter.source." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;
    private final Source source;

    Rule(Severity severity, Source source) {
        this.severity = severity;
        this.source = source;
    }

    public Severity severity() {
        return severity;
    }

    public Source source() {
        return source;
    }

    /** 16 is R16. */
    public int number() {
        return ordinal() + 1;
    }

    static Rule of(int number) {
        return values()[number - 1];
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the words that say what it asks. */
    public String what() {
        return "linter.rule." + key() + ".what";
    }

    public String why() {
        return "linter.rule." + key() + ".why";
    }

    public String mend() {
        return "linter.rule." + key() + ".mend";
    }
}
