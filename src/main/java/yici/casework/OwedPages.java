package yici.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import yici.application.Application;
import yici.catalogue.Catalogue;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Handing in what is owed in one case (容缺补交). Files are kept from the moment they arrive. */
@Controller
class OwedPages {

    /**
     * What the page shows.
     *
     * @param owed what the case waits for, and until when
     * @param errors why a file was not taken, by document
     */
    record Owing(
            Bundle bundle,
            CaseFile file,
            List<DebtStore.Owed> owed,
            List<AgainPages.Document> documents,
            Map<String, String> errors) {

        /** The day is the same for all of it: the case has one clock. */
        Optional<DebtStore.Owed> first() {
            return owed.stream().findFirst();
        }
    }

    private final Matters matters;
    private final DebtStore debts;
    private final Catalogue catalogue;
    private final HandedIn handedIn;
    private final Uploads uploads;
    private final SupplyOwed supplyOwed;

    OwedPages(
            Matters matters,
            DebtStore debts,
            Catalogue catalogue,
            HandedIn handedIn,
            Uploads uploads,
            SupplyOwed supplyOwed) {
        this.matters = matters;
        this.debts = debts;
        this.catalogue = catalogue;
        this.handedIn = handedIn;
        this.uploads = uploads;
        this.supplyOwed = supplyOwed;
    }

    @GetMapping("/my/{number}/cases/{no}/owed")
    Page ask(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var owing = owing(me, number, no, Map.of());
        return owing.documents().isEmpty() ? Page.goTo("/my/" + number) : show(view, owing, 200);
    }

    @PostMapping("/my/{number}/cases/{no}/owed")
    Page handIn(View view, SignedIn me, @PathVariable String number, @PathVariable int no, HttpServletRequest request) {
        var owing = owing(me, number, no, Map.of());
        var id = owing.bundle().application();
        var keys = owing.documents().stream().map(d -> d.evidence().key()).toList();
        var errors = uploads.take(view, id, no, keys, request);
        uploads.remove(id, no, request);
        if (request.getParameter("send") == null || !errors.isEmpty())
            return show(view, owing(me, number, no, errors), errors.isEmpty() ? 200 : 422);

        return switch (supplyOwed.supply(me, id, no, handedIn.of(id, no))) {
            case SupplyOwed.Supplied.Received _ -> {
                handedIn.clear(id, no);
                yield Page.goTo("/my/" + number + "#case-" + no);
            }
            case SupplyOwed.Supplied.NothingOwed _ -> Page.goTo("/my/" + number + "#case-" + no);
            case SupplyOwed.Supplied.Nothing(var open) -> show(view, owing(me, number, no, missing(view, open)), 422);
        };
    }

    private static Map<String, String> missing(View view, List<Debt> open) {
        var errors = new LinkedHashMap<String, String>();
        for (var debt : open) errors.put(debt.evidence(), view.t("casework.again.missing", view.t(debt.name())));
        return errors;
    }

    private static Page show(View view, Owing owing, int status) {
        return Page.of(status, out -> JteowedGenerated.render(out, Page.PLAIN, view, owing));
    }

    private Owing owing(SignedIn me, String number, int no, Map<String, String> errors) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        var file = matter.cases().stream()
                .filter(c -> c.no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("case " + no));
        var id = matter.bundle().application();
        var open = file.state().open()
                ? debts.open(id).stream().filter(o -> o.debt().no() == no).toList()
                : List.<DebtStore.Owed>of();
        return new Owing(matter.bundle(), file, open, documents(matter.bundle(), no, open), errors);
    }

    private List<AgainPages.Document> documents(Bundle bundle, int no, List<DebtStore.Owed> open) {
        if (open.isEmpty()) return List.of();
        var guide = catalogue.edition(bundle.edition()).guide();
        var given = handedIn.of(bundle.application(), no);
        return open.stream()
                .map(o -> new AgainPages.Document(
                        guide.evidence(o.debt().evidence()), true, of(given, o.debt()), List.of()))
                .toList();
    }

    private static List<Application.Supplied> of(List<Application.Supplied> given, Debt debt) {
        return given.stream().filter(f -> f.evidence().equals(debt.evidence())).toList();
    }
}
