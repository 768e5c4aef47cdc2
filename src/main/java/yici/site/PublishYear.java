package yici.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.calendar.Calendars;
import yici.calendar.Flaw;
import yici.calendar.Publication;
import yici.calendar.Reading;
import yici.calendar.YearOfDays;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Forbidden;

/** Says which days of a year are off: of the whole country for the province's system administrator, of an area for those who govern it. */
@Component
class PublishYear {

    private static final int LONGEST_DOCUMENT_NO = 60;

    sealed interface Outcome {
        /** @param changed days whose nature this changes */
        record Preview(YearOfDays year, String documentNo, Set<LocalDate> changed) implements Outcome {}

        record Published(Publication publication) implements Outcome {}

        /** It says what is in force already. */
        record Nothing(int year) implements Outcome {}

        record NoDocument(YearOfDays year, Set<LocalDate> changed) implements Outcome {}

        record Flawed(List<Flaw> flaws) implements Outcome {}
    }

    private final Calendars calendars;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    PublishYear(Calendars calendars, Policy policy, AuditLog audit, Clock clock) {
        this.calendars = calendars;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param scope an area's code, not one of its former ones; or empty for the whole country */
    boolean mayPublish(SignedIn me, String scope) {
        return policy.allows(me, Deed.PUBLISH_DAYS, Thing.in(scope));
    }

    Outcome preview(SignedIn me, String scope, String text) {
        if (!mayPublish(me, scope)) throw new Forbidden("publish the calendar of '" + scope + "'");
        return switch (Reading.of(scope, text)) {
            case Reading.Read(var year, var documentNo) ->
                new Outcome.Preview(year, documentNo, calendars.preview(year));
            case Reading.Unreadable(var flaws) -> new Outcome.Flawed(flaws);
        };
    }

    @Transactional
    Outcome publish(SignedIn me, String scope, String text, String documentNo) {
        var looked = preview(me, scope, text);
        if (!(looked instanceof Outcome.Preview preview)) return looked;
        if (documentNo.isBlank() || documentNo.length() > LONGEST_DOCUMENT_NO)
            return new Outcome.NoDocument(preview.year(), preview.changed());

        return switch (calendars.publish(preview.year(), me.name(), documentNo.strip(), text)) {
            case Calendars.Published.Done(var publication, var moved) -> {
                record(me, publication, moved.size());
                yield new Outcome.Published(publication);
            }
            case Calendars.Published.Nothing _ ->
                new Outcome.Nothing(preview.year().year());
            case Calendars.Published.Refused(var flaws) -> new Outcome.Flawed(flaws);
        };
    }

    private void record(SignedIn me, Publication publication, int moved) {
        audit.record(me.did(
                SiteAct.CALENDAR_PUBLISHED,
                "calendar:" + publication.no(),
                "%d %s %s: %d".formatted(publication.year(), publication.scope(), publication.documentNo(), moved),
                clock.instant()));
    }
}
