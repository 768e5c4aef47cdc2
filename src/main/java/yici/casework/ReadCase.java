package yici.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application;
import yici.application.Applications;
import yici.application.Plan;
import yici.application.Promises;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.calendar.Cause;
import yici.calendar.ClockRule;
import yici.calendar.LegalClock;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.form.Form;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Moment;
import yici.kit.NotFound;
import yici.kit.View;

/** An officer looks at a case of his body. He gets what the item needs; the look is written down with its purpose. */
@Component
class ReadCase {

    private final Bundles bundles;
    private final TakeCase takeCase;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Facts facts;
    private final Corrections corrections;
    private final Matters matters;
    private final MatterView.Maker views;
    private final DecideCase decideCase;
    private final Areas areas;
    private final Bodies bodies;
    private final AuditLog audit;
    private final ClockStore store;
    private final DebtStore debts;
    private final Promises promises;
    private final Notices notices;
    private final Objections objections;
    private final Clocks clocks;

    ReadCase(
            Bundles bundles,
            TakeCase takeCase,
            Applications applications,
            Catalogue catalogue,
            Facts facts,
            Corrections corrections,
            Matters matters,
            MatterView.Maker views,
            DecideCase decideCase,
            Areas areas,
            Bodies bodies,
            AuditLog audit,
            ClockStore store,
            DebtStore debts,
            Promises promises,
            Notices notices,
            Objections objections,
            Clocks clocks) {
        this.bundles = bundles;
        this.takeCase = takeCase;
        this.applications = applications;
        this.catalogue = catalogue;
        this.facts = facts;
        this.corrections = corrections;
        this.matters = matters;
        this.views = views;
        this.decideCase = decideCase;
        this.areas = areas;
        this.bodies = bodies;
        this.audit = audit;
        this.store = store;
        this.debts = debts;
        this.promises = promises;
        this.notices = notices;
        this.objections = objections;
        this.clocks = clocks;
    }

    /** Opening takes the case, if no colleague has it. */
    @Transactional
    public OpenedCase open(SignedIn me, String number, int no, View view) {
        var bundle = bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
        var taken = takeCase.take(me, bundle.application(), no);
        var cases = bundles.cases(bundle.application());
        var file = cases.stream().filter(c -> c.no() == no).findFirst().orElseThrow();
        look(me, bundle, file);
        return opened(bundle, cases, file, taken, view);
    }

    private void look(SignedIn me, Bundle bundle, CaseFile file) {
        audit.record(new AuditEvent(
                CaseAct.LOOKED,
                me.asActor(),
                me.name(),
                "account:" + bundle.applicant(),
                "case:" + bundle.application() + "/" + file.no(),
                "handling " + file.item(),
                clocks.now()));
    }

    private OpenedCase opened(Bundle bundle, List<CaseFile> cases, CaseFile file, TakeCase.Taken taken, View view) {
        var application = applications.get(bundle.application());
        var guide = catalogue.edition(bundle.edition()).guide();
        var handed = facts.of(bundle.application());
        var matter = new Matters.Matter(bundle, cases);
        var sentences = views.sentences(bundle, cases);
        var shown = views.of(matter, view);
        var running = store.of(bundle.application());
        return new OpenedCase(
                bundle,
                file,
                views.body(file),
                sentences.ofCase(file, view) + sentences.next(file, view),
                shown.left(file),
                shown.overdue(file),
                taken,
                values(application, guide, file, view),
                handed(guide, cases, file, handed, view),
                documents(application, guide, file),
                debts.open(bundle.application()).stream()
                        .filter(o -> o.debt().no() == file.no())
                        .toList(),
                promised(application, guide, file, running),
                conditions(application, guide, file, handed),
                siblings(cases, file),
                moments(matter, file, view),
                matters.papers(matter).stream().filter(p -> p.no() == file.no()).toList(),
                decideCase.toHandOver(bundle, file),
                rightBodies(bundle, file),
                corrections.latest(bundle.application(), file.no()).filter(c -> c.attempt() == file.attempt()),
                causes(running, file),
                extendable(running, file),
                notices.find(bundle.application(), file.no(), file.attempt()),
                objections.of(bundle.application(), file.no(), file.attempt()),
                views.why(bundle, file),
                application.agent());
    }

    private static List<Cause> causes(RunningClocks running, CaseFile file) {
        return running.open(file.no(), CaseTime.PROMISED)
                .map(c -> c.clock().rule().pauses().stream()
                        .filter(Cause::namesItsTime)
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private static List<ClockRule> extendable(RunningClocks running, CaseFile file) {
        return Stream.concat(
                        running.open(file.no(), CaseTime.DECISION).stream(),
                        running.open(RunningClocks.WHOLE, CaseTime.JOINT).stream())
                .map(CaseClock::clock)
                .filter(c -> c.extensions().isEmpty())
                .map(LegalClock::rule)
                .toList();
    }

    private static List<OpenedCase.Value> values(Application application, Guide guide, CaseFile file, View view) {
        return needed(guide, file).stream()
                .filter(e -> !application.answers().getOrDefault(e.key(), "").isEmpty())
                .map(e -> new OpenedCase.Value(
                        e,
                        Form.display(e, application.answers().getOrDefault(e.key(), ""), view),
                        Form.lang(e, view),
                        origin(application, e)))
                .toList();
    }

    private static OpenedCase.Value.Origin origin(Application application, DataElement element) {
        return Optional.ofNullable(application.sources().get(element.key()))
                .map(source -> switch (source) {
                    case ACCOUNT -> OpenedCase.Value.Origin.ACCOUNT;
                    case REGISTER -> OpenedCase.Value.Origin.REGISTER;
                    case TO_CHECK -> OpenedCase.Value.Origin.TO_CHECK;
                })
                .orElse(OpenedCase.Value.Origin.STATED);
    }

    private List<OpenedCase.Handed> handed(
            Guide guide, List<CaseFile> cases, CaseFile file, List<Facts.Fact> facts, View view) {
        var found = new ArrayList<OpenedCase.Handed>();
        for (var element : needed(guide, file))
            for (var fact : facts)
                if (fact.element().equals(element.key()) && fact.from() != file.no())
                    cases.stream()
                            .filter(c -> c.no() == fact.from())
                            .map(c -> new OpenedCase.Handed(
                                    element, Form.display(element, fact.value(), view), c.name(), views.body(c)))
                            .forEach(found::add);
        return found;
    }

    private static List<OpenedCase.Document> documents(Application application, Guide guide, CaseFile file) {
        return application.plan().evidence().stream()
                .filter(p -> p.usedBy().contains(file.item()))
                .map(p -> new OpenedCase.Document(
                        guide.evidence(p.key()), p.todo(), p.waiver(), p.note(), given(application, p)))
                .toList();
    }

    private List<OpenedCase.Promised> promised(
            Application application, Guide guide, CaseFile file, RunningClocks running) {
        if (application.plan().promised().isEmpty()) return List.of();
        var checkBy = running.open(file.no(), CaseTime.COMMITMENT)
                .flatMap(c -> c.dates().due());
        return promises.of(application.id()).stream()
                .filter(p -> guide.evidence(p.evidence()).usedBy().contains(file.item()))
                .map(p -> new OpenedCase.Promised(guide.evidence(p.evidence()), p, checkBy))
                .toList();
    }

    private static List<OpenedCase.Given> given(Application application, Plan.PlannedEvidence planned) {
        return application.evidence().stream()
                .filter(s -> s.evidence().equals(planned.key()))
                .map(s -> new OpenedCase.Given(s.attachment(), s.fileName()))
                .toList();
    }

    /** Conditions on this item, and those on the whole that rest on nothing but what this item needs. */
    private List<OpenedCase.Condition> conditions(
            Application application, Guide guide, CaseFile file, List<Facts.Fact> facts) {
        var known = new HashMap<>(application.answers());
        facts.forEach(f -> known.putIfAbsent(f.element(), f.value()));
        var needed = needed(guide, file).stream().map(DataElement::key).toList();
        return guide.conditions().stream()
                .filter(c -> c.appliesTo().contains(file.item())
                        || c.appliesTo().isEmpty()
                                && c.rule()
                                        .filter(r -> r.tests().stream().allMatch(t -> needed.contains(t.field())))
                                        .isPresent())
                .map(c -> new OpenedCase.Condition(c.text(), c.rule().map(r -> r.judge(known, clocks.today()))))
                .toList();
    }

    private List<OpenedCase.Sibling> siblings(List<CaseFile> cases, CaseFile file) {
        return cases.stream()
                .filter(c -> c.no() != file.no())
                .map(c -> new OpenedCase.Sibling(c.no(), c.name(), views.body(c), c.state()))
                .toList();
    }

    /** Here colleagues see who acted, by name. */
    private List<Moment> moments(Matters.Matter matter, CaseFile file, View view) {
        return matters.timeline(matter).stream()
                .filter(e -> e.no() == 0 || e.no() == file.no())
                .sorted(Comparator.comparing(Matters.Entry::seq).reversed())
                .map(e -> new Moment(
                        e.at(),
                        view.t("casework.act." + e.act().name().toLowerCase(java.util.Locale.ROOT)),
                        who(e, view),
                        e.act() == CaseAct.CLOSED ? "" : e.note(),
                        MatterView.mark(e.act())))
                .toList();
    }

    private static String who(Matters.Entry entry, View view) {
        return switch (entry.by()) {
            case RULES -> view.t("casework.by.rules");
            case PUBLIC -> view.t("casework.by.public");
            case APPLICANT -> MatterView.who(entry, view);
            case OFFICER, ADMINISTRATOR, REGISTER -> entry.name();
        };
    }

    private static List<DataElement> needed(Guide guide, CaseFile file) {
        return guide.elements().stream()
                .filter(e -> e.neededBy().contains(file.item()))
                .toList();
    }

    /** The bodies of the area and of those above it. */
    private List<PublicBody> rightBodies(Bundle bundle, CaseFile file) {
        return areas.path(bundle.area()).reversed().stream()
                .flatMap(area -> bodies.of(area.code()).stream())
                .filter(body -> !file.body().equals(Optional.of(body.id())))
                .distinct()
                .toList();
    }
}
