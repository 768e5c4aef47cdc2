package yici.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Calendars;
import yici.calendar.Flaw;
import yici.calendar.Reading;
import yici.calendar.YearOfDays;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** The administrator's calendar: a year on the wall, its versions, and publishing another. */
@Controller
class CalendarPages {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final Set<String> SAID = Set.of("published", "nothing");

    /**
     * @param area whose days are looked at; empty for the whole country
     * @param choices areas whose own days this administrator may look at
     * @param note what has just been done, in words; empty on arriving
     */
    record Shown(
            YearSheet sheet, Optional<Area> area, List<Area> choices, boolean mayPublish, Typed typed, String note) {
        String scope() {
            return area.map(Area::code).orElse("");
        }
    }

    /**
     * The form as it stands.
     *
     * @param preview what it would publish, once it could be read
     * @param documentMissing everything else is right
     */
    record Typed(
            String text,
            String documentNo,
            List<Flaw> flaws,
            Optional<YearOfDays> preview,
            Set<LocalDate> changed,
            boolean documentMissing) {
        static final Typed NOTHING = new Typed("", "", List.of(), Optional.empty(), Set.of(), false);

        boolean isWrong() {
            return documentMissing || !flaws.isEmpty();
        }
    }

    private final Policy policy;
    private final Calendars calendars;
    private final PublishYear publishYear;
    private final Areas areas;
    private final Clock clock;

    CalendarPages(Policy policy, Calendars calendars, PublishYear publishYear, Areas areas, Clock clock) {
        this.policy = policy;
        this.calendars = calendars;
        this.publishYear = publishYear;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping("/admin/calendar")
    Page year(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String done) {
        var note = SAID.contains(done) ? view.t("site.calendar.done." + done) : "";
        return page(200, view, shown(me, of, year, Typed.NOTHING, note));
    }

    @PostMapping("/admin/calendar/preview")
    Page preview(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String text) {
        return answer(view, me, of, year, text, "", publishYear.preview(me, of, text));
    }

    @PostMapping("/admin/calendar")
    Page publish(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String documentNo) {
        return answer(view, me, of, year, text, documentNo, publishYear.publish(me, of, text, documentNo));
    }

    private Page answer(
            View view, SignedIn me, String of, int year, String text, String documentNo, PublishYear.Outcome outcome) {
        return switch (outcome) {
            case PublishYear.Outcome.Preview(var days, var found, var changed) -> {
                var typed = new Typed(text, found, List.of(), Optional.of(days), changed, false);
                yield page(200, view, shown(me, of, days.year(), typed, ""));
            }
            case PublishYear.Outcome.NoDocument(var days, var changed) -> {
                var typed = new Typed(text, documentNo, List.of(), Optional.of(days), changed, true);
                yield page(422, view, shown(me, of, days.year(), typed, ""));
            }
            case PublishYear.Outcome.Flawed(var flaws) -> {
                var kept = text.length() > Reading.LONGEST_TEXT ? text.substring(0, Reading.LONGEST_TEXT) : text;
                var typed = new Typed(kept, documentNo, flaws, Optional.empty(), Set.of(), false);
                yield page(422, view, shown(me, of, year, typed, ""));
            }
            case PublishYear.Outcome.Published(var publication) -> back(of, publication.year(), "published");
            case PublishYear.Outcome.Nothing(var same) -> back(of, same, "nothing");
        };
    }

    private Shown shown(SignedIn me, String of, int year, Typed typed, String note) {
        policy.check(me, Deed.SEE_CALENDAR);
        if (year != 0 && (year < FIRST_YEAR || year > LAST_YEAR)) throw new NotFound("calendar of " + year);
        var area = of.isEmpty() ? Optional.<Area>empty() : Optional.of(areas.get(of));
        policy.check(me, Deed.SEE_CALENDAR, Thing.in(area.map(Area::code).orElse("")));

        int shownYear = year == 0 ? LocalDate.now(clock.withZone(View.ZONE)).getYear() : year;
        return new Shown(
                YearSheet.of(calendars, of, shownYear), area, choices(me), publishYear.mayPublish(me, of), typed, note);
    }

    private List<Area> choices(SignedIn me) {
        var reach = policy.reach(me, Deed.SEE_CALENDAR);
        return areas.all().stream()
                .filter(area -> reach.covers(Thing.in(area.code())))
                .toList();
    }

    private static Page back(String of, int year, String done) {
        return Page.goTo("/admin/calendar?year=" + year + "&of=" + of + "&done=" + done);
    }

    private static Page page(int status, View view, Shown shown) {
        return Page.of(status, out -> JtecalendarGenerated.render(out, Page.PLAIN, view, shown));
    }
}
