package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
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
    private static final int SHORTEST_BODY = 4;

    /** @param reasons where the words were found, beside the name; at most three */
    record Found(Listed listed, List<SearchLine> reasons) {}

    sealed interface Answer {
        record NothingAsked() implements Answer {}

        /** Everything asked for occurs in these. */
        record Hits(List<Found> found, List<Area> areas, List<PublicBody> bodies, List<String> needles)
                implements Answer {}

        /** Nothing contains all of it; these come closest. */
        record Near(List<Found> found, List<String> needles) implements Answer {}

        record Nothing() implements Answer {}
    }

    private final SearchLines lines;
    private final InForce inForce;
    private final ServiceOffers offers;
    private final Areas areas;
    private final Bodies bodies;

    Search(SearchLines lines, InForce inForce, ServiceOffers offers, Areas areas, Bodies bodies) {
        this.lines = lines;
        this.inForce = inForce;
        this.offers = offers;
        this.areas = areas;
        this.bodies = bodies;
    }

    /** @param asked as typed; what is longer than {@link #LONGEST} is cut off */
    Answer search(String asked) {
        String bounded = bounded(asked);
        var needles = Fold.needles(bounded).stream().limit(MOST_WORDS).toList();
        if (needles.isEmpty()) return new Answer.NothingAsked();

        var now = inForce.now();
        var searchable = now.searchable();
        var subjects = lines.find(searchable, needles, needles.size(), MOST);
        var named = areas(bounded.strip());
        var serving = bodies(bounded.strip());
        if (!subjects.isEmpty() || !named.isEmpty() || !serving.isEmpty())
            return new Answer.Hits(found(now, searchable, subjects, needles), named, serving, needles);

        var loose = Fold.looseNeedles(bounded);
        if (loose.isEmpty()) return new Answer.Nothing();
        var near = lines.find(searchable, loose, (loose.size() + 2) / 3, MOST_NEAR);
        return near.isEmpty() ? new Answer.Nothing() : new Answer.Near(found(now, searchable, near, loose), loose);
    }

    static String bounded(String asked) {
        return asked.codePointCount(0, asked.length()) <= LONGEST
                ? asked
                : asked.substring(0, asked.offsetByCodePoints(0, LONGEST));
    }

    private List<Found> found(
            InForce.Snapshot now, List<UUID> searchable, List<SearchLines.Subject> subjects, List<String> needles) {
        if (subjects.isEmpty()) return List.of();
        var reasons = lines.reasons(searchable, subjects, needles);
        return subjects.stream()
                .flatMap(s -> listed(now, s).map(l -> found(l, reasons, needles)).stream())
                .toList();
    }

    private Optional<Listed> listed(InForce.Snapshot now, SearchLines.Subject subject) {
        if (subject.kind() != Listed.Kind.OFFER) return now.listed(subject.kind(), subject.code());
        String[] code = subject.code().split("/", 2);
        return offers.find(code[0], code[1]).map(ServiceOffer::listed);
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

    /** By a part of the name that is long enough to mean something. */
    private List<PublicBody> bodies(String asked) {
        var wanted = asked.toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST_BODY) return List.of();
        return areas.all().stream()
                .filter(area -> area.level() != Area.Level.OWN_LEVEL)
                .flatMap(area -> bodies.of(area.code()).stream())
                .filter(body -> body.name().texts().values().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted)))
                .limit(MOST_AREAS)
                .toList();
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
