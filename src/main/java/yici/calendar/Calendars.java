package yici.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Remembered;

/** The calendars of all areas in all versions, and the one way to change them: publishing a year. */
@Component
public class Calendars {

    private final JdbcClient db;
    private final PublicationStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Remembered<Publications> known;

    Calendars(JdbcClient db, PublicationStore store, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.known = new Remembered<>(clock, this::stamp, store::all);
    }

    /** @param areaCode 12 digits; empty for the days the whole country shares */
    public WorkCalendar of(String areaCode) {
        return known.get().calendar(areaCode);
    }

    /** The calendar as it was, or has just become, with that version. */
    public WorkCalendar asOf(long version, String areaCode) {
        var publications = known.get();
        if (version > publications.version())
            publications = store.all(); // published a moment ago, here or on another node
        return publications.until(version).calendar(areaCode);
    }

    /** The newest publication of all. A calendar's own version is the newest that speaks for its area. */
    public long version() {
        return known.get().version();
    }

    /** What was published for a scope, newest first. */
    public List<Publication> published(String scope) {
        return known.get().all().stream()
                .filter(p -> p.scope().equals(scope))
                .toList()
                .reversed();
    }

    /** What in force says of a year. */
    public Optional<Publication> current(String scope, int year) {
        return known.get().current(scope, year);
    }

    public sealed interface Published {
        record Done(Publication publication, Set<LocalDate> changed) implements Published {}

        /** It says what is in force already. */
        record Nothing() implements Published {}

        record Refused(List<Flaw> flaws) implements Published {}
    }

    /** The days whose nature a publication would change. */
    public Set<LocalDate> preview(YearOfDays year) {
        var now = known.get();
        return changed(now, now.with(asPublication(year, Long.MAX_VALUE, "", "", "")), year);
    }

    /**
     * Whoever calls has made sure that {@code by} may do so.
     *
     * @param by who publishes it, as the audit log names people
     */
    @Transactional
    public Published publish(YearOfDays year, String by, String documentNo, String source) {
        var flaws = year.flaws();
        if (!flaws.isEmpty()) return new Published.Refused(flaws);

        db.sql("select stamp from calendar.edition for update")
                .query(UUID.class)
                .single(); // one after the other
        var before = store.all();
        var inForce = before.current(year.scope(), year.year());
        if (year.saysTheSameAs(inForce.map(Publication::days).orElse(List.of()))) return new Published.Nothing();

        var publication = store.add(asPublication(year, 0, by, documentNo, source));
        db.sql("update calendar.edition set stamp = gen_random_uuid()").update();
        known.changing();
        var changed = changed(before, before.with(publication), year);
        boolean isFirst = year.scope().isEmpty() && inForce.isEmpty();
        if (isFirst || !changed.isEmpty())
            events.publishEvent(new CalendarChanged(year.scope(), changed, isFirst, year.year(), publication.no()));
        return new Published.Done(publication, changed);
    }

    private Publication asPublication(YearOfDays year, long no, String by, String documentNo, String source) {
        return new Publication(no, year.scope(), year.year(), year.days(), clock.instant(), by, documentNo, source);
    }

    private static Set<LocalDate> changed(Publications before, Publications after, YearOfDays year) {
        var was = before.calendar(year.scope());
        var is = after.calendar(year.scope());
        return LocalDate.of(year.year(), 1, 1)
                .datesUntil(LocalDate.of(year.year() + 1, 1, 1))
                .filter(day -> was.isWorkingDay(day) != is.isWorkingDay(day))
                .collect(Collectors.toUnmodifiableSet());
    }

    private UUID stamp() {
        return db.sql("select stamp from calendar.edition").query(UUID.class).single();
    }
}
