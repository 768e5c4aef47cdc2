package yici.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everything published until one version, and the calendars that follow from it. Immutable but for what it has worked out already. */
final class Publications {

    private record Year(String scope, int year) {}

    private final List<Publication> all;
    private final Map<Year, Publication> current = new LinkedHashMap<>();
    private final Map<List<Publication>, WorkCalendar> made = new ConcurrentHashMap<>();

    /** @param all in the order of their numbers */
    Publications(List<Publication> all) {
        this.all = List.copyOf(all);
        for (var publication : all) current.put(new Year(publication.scope(), publication.year()), publication);
    }

    long version() {
        return all.isEmpty() ? 0 : all.getLast().no();
    }

    List<Publication> all() {
        return all;
    }

    Optional<Publication> current(String scope, int year) {
        return Optional.ofNullable(current.get(new Year(scope, year)));
    }

    Publications until(long version) {
        if (version >= version()) return this;
        return new Publications(all.stream().filter(p -> p.no() <= version).toList());
    }

    Publications with(Publication more) {
        var longer = new ArrayList<>(all);
        longer.add(more);
        return new Publications(longer);
    }

    /** The country's days, and over them those of the areas the code lies in, the nearest last. */
    WorkCalendar calendar(String areaCode) {
        var speaking = current.values().stream()
                .filter(p -> p.speaksFor(areaCode))
                .sorted(Comparator.comparing(
                        p -> Publication.significant(p.scope()).length()))
                .toList();
        return Objects.requireNonNull(made.computeIfAbsent(speaking, Publications::calendar));
    }

    private static WorkCalendar calendar(List<Publication> speaking) {
        var days = new HashMap<LocalDate, SpecialDay>();
        var published = new HashSet<Integer>();
        long version = 0;
        for (var publication : speaking) {
            for (var day : publication.days()) days.put(day.date(), day);
            if (publication.scope().isEmpty()) published.add(publication.year());
            version = Math.max(version, publication.no());
        }
        return new WorkCalendar(version, days.values(), published);
    }
}
