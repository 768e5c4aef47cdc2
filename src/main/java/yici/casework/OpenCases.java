package yici.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yici.application.Application;
import yici.application.ApplicationSubmitted;
import yici.application.Plan;
import yici.catalogue.Catalogue;
import yici.catalogue.Deciders;
import yici.catalogue.Guide;
import yici.jurisdiction.PublicBody;
import yici.kit.View;

/** A submitted application becomes one case per chosen item, in the transaction of its submission. */
@Component
class OpenCases {

    private final Catalogue catalogue;
    private final Deciders deciders;
    private final OpenWork openWork;
    private final SaveWork save;
    private final Clocks clocks;

    OpenCases(Catalogue catalogue, Deciders deciders, OpenWork openWork, SaveWork save, Clocks clocks) {
        this.catalogue = catalogue;
        this.deciders = deciders;
        this.openWork = openWork;
        this.save = save;
        this.clocks = clocks;
    }

    @EventListener
    void on(ApplicationSubmitted event) {
        open(event.application());
    }

    void open(Application application) {
        var guide = catalogue.edition(application.edition()).guide();
        var numbers = numbers(application.plan().items(), 1);
        var edges = edges(application.plan().edges(), numbers);
        var filedOn = LocalDate.ofInstant(application.submittedAt(), View.ZONE);
        var files = files(application, guide, application.plan().items(), filedOn, numbers, edges);

        var work = openWork.fresh(bundle(application, guide), files);
        work.debts().add(owed(application, guide, files));
        CaseTime.open(work, guide.jointLimit().asClock());
        work.settle();
        work.line(0, CaseAct.SUBMITTED, Actor.applicant(application, application.agent()), "");
        save.open(work, edges);
    }

    private Bundle bundle(Application application, Guide guide) {
        return new Bundle(
                application.id(),
                application.number(),
                application.lifeEvent(),
                guide.name(),
                application.edition(),
                application.area(),
                application.filedFrom(),
                application.applicant(),
                application.applicantName(),
                BundleState.OPEN,
                0,
                0,
                0,
                application.submittedAt(),
                clocks.today(), // follows its clock
                Optional.empty());
    }

    /** Cases not yet started, in the plan's order. An item that nobody decides leaves a gap; the case is opened all the same. */
    List<CaseFile> files(
            Application application,
            Guide guide,
            List<String> items,
            LocalDate filedOn,
            Map<String, Integer> numbers,
            List<SaveWork.Edge> edges) {
        var deciding = deciders.of(guide, items, application.area(), filedOn);
        var handsOver = handsOver(application.answers(), edges);
        return items.stream()
                .map(key -> file(
                        application,
                        guide.item(key),
                        numbers.getOrDefault(key, 0),
                        filedOn,
                        deciding,
                        handsOver,
                        edges))
                .toList();
    }

    private CaseFile file(
            Application application,
            Guide.Item item,
            int no,
            LocalDate filedOn,
            Map<String, PublicBody> deciding,
            Map<Integer, List<String>> handsOver,
            List<SaveWork.Edge> edges) {
        var planned = new CaseFile.Planned(
                no,
                item.key(),
                item.name(),
                item.nodeType(),
                item.department(),
                item.promised(),
                item.statutory(),
                handsOver.getOrDefault(no, List.of()),
                edges.stream()
                        .filter(e -> e.to() == no)
                        .map(SaveWork.Edge::from)
                        .toList(),
                item.renews().flatMap(element -> lastDay(application.answers().get(element))));
        return new CaseFile(
                planned,
                1,
                filedOn,
                Optional.ofNullable(deciding.get(item.key())).map(PublicBody::id),
                Optional.empty(),
                notStarted(clocks.today()),
                Optional.empty());
    }

    /** What was owed when the application was made, in each case that needs it. */
    static List<Debt> owed(Application application, Guide guide, List<CaseFile> files) {
        var debts = new ArrayList<Debt>();
        for (var planned : application.plan().owed()) {
            var evidence = guide.evidence(planned.key());
            boolean isThere =
                    application.evidence().stream().anyMatch(s -> s.evidence().equals(planned.key()));
            if (isThere || evidence.owe().isEmpty()) continue;
            var owe = evidence.owe().get();
            for (var file : files)
                if (evidence.usedBy().contains(file.item()))
                    debts.add(new Debt(
                            file.no(),
                            planned.key(),
                            evidence.name(),
                            owe.limit().value(),
                            owe.missed(),
                            Optional.empty()));
        }
        return debts;
    }

    /** The form has checked that it is a day, where it was asked. */
    private static Optional<LocalDate> lastDay(@Nullable String answer) {
        return Optional.ofNullable(answer).filter(a -> !a.isBlank()).map(LocalDate::parse);
    }

    private static CaseFile.Standing notStarted(LocalDate today) {
        return new CaseFile.Standing(
                CaseState.WAITING,
                0,
                Optional.empty(),
                Optional.empty(),
                CaseFile.Time.expected(today),
                Optional.empty(),
                "");
    }

    static Map<String, Integer> numbers(List<String> items, int first) {
        var numbers = new HashMap<String, Integer>();
        for (var item : items) numbers.put(item, first + numbers.size());
        return numbers;
    }

    static List<SaveWork.Edge> edges(List<Plan.Edge> edges, Map<String, Integer> numbers) {
        var found = new ArrayList<SaveWork.Edge>();
        for (var edge : edges) {
            var from = numbers.get(edge.from());
            var to = numbers.get(edge.to());
            if (from != null && to != null) found.add(new SaveWork.Edge(from, to, edge.passes()));
        }
        return List.copyOf(found);
    }

    /**
     * What each approval has to supply: what its edges pass, without what the applicant has answered and without what a case before it
     * supplies already.
     */
    static Map<Integer, List<String>> handsOver(Map<String, String> answers, Collection<SaveWork.Edge> edges) {
        var passed = new HashMap<Integer, Set<String>>();
        for (var edge : edges)
            passed.computeIfAbsent(edge.from(), _ -> new LinkedHashSet<>()).addAll(edge.passes());
        var supplied = new HashMap<Integer, List<String>>();
        passed.forEach((no, elements) -> {
            var before = new HashSet<String>();
            for (int giver : ancestors(no, edges)) before.addAll(passed.getOrDefault(giver, Set.of()));
            supplied.put(
                    no,
                    elements.stream()
                            .filter(e -> answers.getOrDefault(e, "").isBlank() && !before.contains(e))
                            .toList());
        });
        return supplied;
    }

    private static Set<Integer> ancestors(int no, Collection<SaveWork.Edge> edges) {
        var found = new HashSet<Integer>();
        for (var edge : edges) {
            if (edge.to() == no && found.add(edge.from())) found.addAll(ancestors(edge.from(), edges));
        }
        return found;
    }
}
