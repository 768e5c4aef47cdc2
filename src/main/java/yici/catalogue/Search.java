package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Translated;

/** Finds life events, services and areas by words in them. */
@Component
class Search {

    static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int MOST = 40;
    private static final int MOST_NEAR = 5;
    private static final int MOST_AREAS = 5;
    private static final int MOST_REASONS = 3;

    /** @param reasons where the words were found, beside the name; at most three */
    record Found(Listed listed, List<SearchLine> reasons) {}

    sealed interface Answer {
        record NothingAsked() implements Answer {}

        /** Everything asked for occurs in these. */
        record Hits(List<Found> found, List<Area> areas, List<String> needles) implements Answer {}

        /** Nothing contains all of it; these come closest. */
        record Near(List<Found> found, List<String> needles) implements Answer {}

        record Nothing() implements Answer {}
    }

    private final SearchLines lines;
    private final InForce inForce;
    private final Areas areas;

    Search(SearchLines lines, InForce inForce, Areas areas) {
        this.lines = lines;
        this.inForce = inForce;
        this.areas = areas;
    }

    /** @param asked as typed; what is longer than {@link #LONGEST} is cut off */
    Answer search(String asked) {
        String bounded = bounded(asked);
        var needles = Fold.needles(bounded).stream().limit(MOST_WORDS).toList();
        if (needles.isEmpty()) return new Answer.NothingAsked();

        var subjects = lines.find(needles, needles.size(), MOST);
        var named = areas(bounded.strip());
        if (!subjects.isEmpty() || !named.isEmpty()) return new Answer.Hits(found(subjects, needles), named, needles);

        var loose = Fold.looseNeedles(bounded);
        if (loose.isEmpty()) return new Answer.Nothing();
        var near = lines.find(loose, (loose.size() + 2) / 3, MOST_NEAR);
        return near.isEmpty() ? new Answer.Nothing() : new Answer.Near(found(near, loose), loose);
    }

    static String bounded(String asked) {
        return asked.codePointCount(0, asked.length()) <= LONGEST
                ? asked
                : asked.substring(0, asked.offsetByCodePoints(0, LONGEST));
    }

    private List<Found> found(List<SearchLines.Subject> subjects, List<String> needles) {
        if (subjects.isEmpty()) return List.of();
        var reasons = lines.reasons(subjects, needles);
        var now = inForce.now();
        return subjects.stream()
                .flatMap(s -> now.listed(s.kind(), s.code()).map(l -> found(l, reasons, needles)).stream())
                .toList();
    }

    private static Found found(Listed listed, List<SearchLine> reasons, List<String> needles) {
        return new Found(
                listed,
                reasons.stream()
                        .filter(r -> r.kind() == listed.kind() && r.code().equals(listed.code()))
                        .limit(MOST_REASONS)
                        .map(r -> r.field() == SearchLine.Field.WORDS ? onlyFitting(r, needles) : r)
                        .toList());
    }

    /** Of all that people call it, what was asked for. */
    private static SearchLine onlyFitting(SearchLine words, List<String> needles) {
        String fitting = Arrays.stream(words.shown().zh().split(" "))
                .filter(word -> needles.stream().anyMatch(Fold.text(word)::contains))
                .collect(joining(" "));
        return new SearchLine(words.kind(), words.code(), words.field(), Translated.zh(fitting));
    }

    private List<Area> areas(String asked) {
        var needle =
                Optional.of(asked).filter(a -> a.length() >= 2).map(Fold::text).map(String::strip);
        if (needle.isEmpty()) return List.of();
        return areas.all().stream()
                .filter(a -> a.level() != Area.Level.OWN_LEVEL)
                .filter(a -> a.name().texts().values().stream()
                        .anyMatch(name -> Fold.text(name).contains(needle.get())))
                .limit(MOST_AREAS)
                .toList();
    }
}
