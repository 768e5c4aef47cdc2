package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.application.Application;
import yici.application.Applications;
import yici.application.Plan;
import yici.calendar.Cause;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.kit.Ids;
import yici.kit.View;

/**
 * A case whose guide puts it before everybody does so by itself, once it is accepted: the limits stand still, the applicant is told in
 * writing, and after the last day they run again by themselves. It begins on the day it can really be read, also where the acceptance was
 * the law's and is older.
 */
@Component
class BeginNotice {

    /** How long a notice is counted: a last day without work moves on to the next working day (Civil Code, article 203). */
    private static final String COUNTED = "notice.public";

    private final Notices notices;
    private final Applications applications;
    private final Catalogue catalogue;
    private final IssuePaper papers;
    private final Clocks clocks;

    BeginNotice(Notices notices, Applications applications, Catalogue catalogue, IssuePaper papers, Clocks clocks) {
        this.notices = notices;
        this.applications = applications;
        this.catalogue = catalogue;
        this.papers = papers;
        this.clocks = clocks;
    }

    /** After an act, before it is written down. */
    void where(Work work) {
        for (var file : work.changed())
            if (file.state() == CaseState.ACCEPTED) outstanding(work, file).ifPresent(stop -> begin(work, file, stop));
    }

    /** What this attempt has to be put before everybody for and was not yet. */
    Optional<Guide.ClockStop> outstanding(Work work, CaseFile file) {
        var item = guide(work).item(file.item());
        if (item.clockStops().stream().allMatch(s -> s.notice().isEmpty())) return Optional.empty();
        if (notices.find(work.bundle().application(), file.no(), file.attempt()).isPresent()) return Optional.empty();
        return chosen(item, applications.get(work.bundle().application()).plan());
    }

    /** Of several that the guide knows for an item, the answers to the scenario questions say which: by its days. */
    private static Optional<Guide.ClockStop> chosen(Guide.Item item, Plan plan) {
        var days = plan.hints().stream()
                .filter(h -> h.kind() == Guide.EffectKind.START_PUBLIC_NOTICE)
                .filter(h -> List.of(item.key(), item.group()).contains(h.item()))
                .map(Plan.Hint::value)
                .toList();
        return item.clockStops().stream()
                .filter(s -> s.notice().isPresent())
                .filter(s -> days.isEmpty() || days.contains("" + s.limit().value()))
                .findFirst();
    }

    private void begin(Work work, CaseFile file, Guide.ClockStop stop) {
        int no = file.no();
        var notice = stop.notice().orElseThrow();
        var today = work.today();
        var last = last(work, no, stop);
        var reason = notice.title().zh() + "（" + notice.basis().zh() + "）";
        CaseTime.stopClock(work, no, Cause.PUBLIC_NOTICE, reason, Actor.RULES, last);
        work.line(no, CaseAct.STOPPED, Actor.RULES, reason);
        papers.of(
                work,
                no,
                DocumentKind.SPECIAL_PROCEDURE,
                Map.of("cause", Cause.PUBLIC_NOTICE.code(), "reason", reason, "until", last.toString()));
        var application = applications.get(work.bundle().application());
        boolean firm = guide(work).audience() == Guide.Audience.LEGAL;
        notices.add(
                Ids.fresh(clocks.clock()),
                work,
                no,
                stop,
                firm ? application.applicantName() : PublicNotice.masked(application.applicantName()),
                firm ? creditCode(work, application) : "",
                today,
                last);
    }

    private static LocalDate last(Work work, int no, Guide.ClockStop stop) {
        var clock = new LegalClock(
                work.dates().rule(COUNTED),
                stop.limit().asClock(),
                work.moment().atZone(View.ZONE).toLocalDateTime(),
                List.of(),
                List.of());
        return Reckoning.due(clock, work.dates().calendar(work.areaOf(no)))
                .lastDay()
                .orElseThrow();
    }

    private String creditCode(Work work, Application application) {
        return guide(work).elements().stream()
                .filter(e -> e.type() == DataElement.Type.CREDIT_CODE)
                .map(e -> application.answers().getOrDefault(e.key(), ""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Guide guide(Work work) {
        return catalogue.edition(work.bundle().edition()).guide();
    }
}
