package yici.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.application.Application;
import yici.application.ItemsAdded;
import yici.catalogue.Catalogue;
import yici.kit.NotFound;

/** Items added to an application later become further cases of its bundle, in the same transaction; a finished bundle opens again. */
@Component
class AddCases {

    private final JdbcClient db;
    private final Bundles bundles;
    private final OpenCases openCases;
    private final OpenWork openWork;
    private final SaveWork save;
    private final SupplyOwed supplyOwed;
    private final Catalogue catalogue;
    private final Clocks clocks;

    AddCases(
            JdbcClient db,
            Bundles bundles,
            OpenCases openCases,
            OpenWork openWork,
            SaveWork save,
            SupplyOwed supplyOwed,
            Catalogue catalogue,
            Clocks clocks) {
        this.db = db;
        this.bundles = bundles;
        this.openCases = openCases;
        this.openWork = openWork;
        this.save = save;
        this.supplyOwed = supplyOwed;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    @EventListener
    void on(ItemsAdded event) {
        var application = event.application();
        var bundle = bundles.lock(application.id()).orElseThrow(() -> new NotFound("bundle " + application.id()));
        var before = bundles.lockCases(application.id());
        var guide = catalogue.edition(application.edition()).guide();
        var numbers = OpenCases.numbers(application.plan().items(), 1);
        var edges = OpenCases.edges(application.plan().edges(), numbers);
        var added = openCases.files(application, guide, event.items(), clocks.today(), numbers, edges);
        var newEdges = edges.stream().filter(e -> e.to() > before.size()).toList();

        var work = openWork.with(
                bundle, Stream.concat(before.stream(), added.stream()).toList());
        work.debts().add(OpenCases.owed(application, guide, added));
        var by = Actor.applicant(application, event.agent());
        supplyOwed.isThere(work, application.evidence(), by);
        work.settle();
        added.forEach(c -> work.line(c.no(), CaseAct.ADDED, by, ""));
        save.insertCases(work, added.stream().map(c -> work.get(c.no())).toList(), newEdges);
        alsoHandOver(application, before, edges);
        save.save(work);
    }

    /** A case that is still to be decided supplies what the new ones wait for, too. What is decided stays decided. */
    private void alsoHandOver(Application application, List<CaseFile> before, List<SaveWork.Edge> edges) {
        var handsOver = OpenCases.handsOver(application.answers(), edges);
        for (var file : before) {
            var passes = new LinkedHashSet<>(file.planned().handsOver());
            if (!file.state().open() || !passes.addAll(handsOver.getOrDefault(file.no(), List.of()))) continue;
            db.sql("update casework.case_file set hands_over = :passes where application_id = :id and no = :no")
                    .param("passes", passes.toArray(String[]::new))
                    .param("id", application.id())
                    .param("no", file.no())
                    .update();
        }
    }
}
