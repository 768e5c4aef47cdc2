package yici.casework;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** Why is it due then? Every clock of a case or of the whole, day by day, for the applicant and for the officer. */
@Controller
class TimePages {

    private final Matters matters;
    private final Bundles bundles;
    private final ClockStore store;
    private final Clocks clocks;

    TimePages(Matters matters, Bundles bundles, ClockStore store, Clocks clocks) {
        this.matters = matters;
        this.bundles = bundles;
        this.store = store;
        this.clocks = clocks;
    }

    @GetMapping("/my/{number}/time")
    Page ofTheWhole(View view, SignedIn me, @PathVariable String number) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        return show(view, matter.bundle(), RunningClocks.WHOLE, matter.bundle().name(), "/my/" + number);
    }

    @GetMapping("/my/{number}/cases/{no}/time")
    Page ofMyCase(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        var file = matter.cases().stream()
                .filter(c -> c.no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("case " + no));
        return show(view, matter.bundle(), no, file.name(), "/my/" + number);
    }

    @GetMapping("/desk/{number}/{no}/time")
    Page ofADesk(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var bundle = bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
        var file = bundles.cases(bundle.application()).stream()
                .filter(c -> c.no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("case"));
        return show(view, bundle, no, file.name(), "/desk/" + number + "/" + no);
    }

    private Page show(View view, Bundle bundle, int no, Translated name, String back) {
        var times = CaseTimes.of(store.of(bundle.application()), no, clocks, view);
        return Page.of(out -> JtetimesGenerated.render(out, Page.PLAIN, view, bundle, name, times, back));
    }
}
