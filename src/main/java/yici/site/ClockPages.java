package yici.site;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Calendars;
import yici.calendar.ClockRule;
import yici.calendar.ClockRules;
import yici.calendar.ClockWords;
import yici.calendar.Explanation;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** The clocks of law as staff read them, and when one would end that begins on some day in the area chosen. */
@Controller
class ClockPages {

    private static final int YEARS_AROUND = 30;

    /**
     * @param from as typed
     * @param isWrong it is no day, or too far away
     * @param summary until when, and what is left of it today
     */
    record Shown(
            List<ClockRule> rules,
            String chosen,
            String from,
            boolean isWrong,
            Optional<Explanation> explanation,
            String summary,
            String provisional) {}

    private final Policy policy;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Clock clock;

    ClockPages(Policy policy, ClockRules rules, Calendars calendars, Clock clock) {
        this.policy = policy;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/admin/clocks")
    Page clocks(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String clock,
            @RequestParam(defaultValue = "") String from) {
        policy.check(me, Deed.SEE_CLOCKS);
        var shown = shown(view, clock, from);
        return Page.of(shown.isWrong() ? 422 : 200, out -> JteclocksGenerated.render(out, Page.PLAIN, view, shown));
    }

    private Shown shown(View view, String key, String from) {
        var today = LocalDate.now(clock.withZone(View.ZONE));
        var rule = rules.find(key).filter(r -> r.limit().isPresent());
        if (rule.isEmpty()) return new Shown(rules.all(), "", today.toString(), false, Optional.empty(), "", "");

        var day = day(from, today);
        if (day.isEmpty()) return new Shown(rules.all(), key, from, true, Optional.empty(), "", "");

        var calendar = calendars.of(view.area().code());
        var begun = LegalClock.of(rule.get(), day.get().atStartOfDay());
        return new Shown(
                rules.all(),
                key,
                from,
                false,
                Optional.of(Reckoning.explain(begun, calendar)),
                ClockWords.due(view, begun, calendar, today),
                ClockWords.provisional(view, begun, calendar).orElse(""));
    }

    private static Optional<LocalDate> day(String typed, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> Math.abs(day.getYear() - today.getYear()) <= YEARS_AROUND);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
