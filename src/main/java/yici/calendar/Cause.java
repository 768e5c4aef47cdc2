package yici.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why the authority's time may stand still; nothing else stops it (Administrative Licence Law, art. 45). */
public enum Cause {
    CORRECTION(End.BY_ACT, "licence", "32"),
    /** A document that may come later (容缺): what was promised is counted without the wait for it; what the law allows at most is not. */
    OWED(End.BY_ACT, "tolerated-absence", ""),
    HEARING(End.BY_ACT_TIME_NAMED, "licence", "45"),
    TENDER(End.BY_ACT_TIME_NAMED, "licence", "45"),
    AUCTION(End.BY_ACT_TIME_NAMED, "licence", "45"),
    INSPECTION(End.BY_ACT_TIME_NAMED, "licence", "45"),
    TEST(End.BY_ACT_TIME_NAMED, "licence", "45"),
    QUARANTINE(End.BY_ACT_TIME_NAMED, "licence", "45"),
    APPRAISAL(End.BY_ACT_TIME_NAMED, "licence", "45"),
    EXPERT_REVIEW(End.BY_ACT_TIME_NAMED, "licence", "45"),
    PUBLIC_NOTICE(End.BY_ITSELF, "business-environment", ""),
    INTERMEDIARY(End.BY_ACT_TIME_NAMED, "business-environment", "43"),
    THIRD_PARTY(End.BY_ITSELF, "disclosure", "32"),
    CO_MAKER(End.BY_ITSELF, "disclosure", "34");

    private enum End {
        BY_ACT,
        BY_ACT_TIME_NAMED,
        BY_ITSELF
    }

    private final End end;
    private final Article article;

    Cause(End end, String law, String article) {
        this.end = end;
        this.article = new Article(law, article);
    }

    /** At its planned end the time runs again without anybody's act: a public notice is over, a third party's silence is an answer. */
    public boolean resumesByItself() {
        return end == End.BY_ITSELF;
    }

    /** The person is told in writing how long it will take; without that there is no pause. */
    public boolean namesItsTime() {
        return end != End.BY_ACT;
    }

    /** What allows it, unless the act names another article. */
    public Article article() {
        return article;
    }

    /** As the table of clocks and the words {@code calendar.cause.*} write it: {@code expert-review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Cause> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
