package yici.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/gaps: cases without a body, and who shall decide them. */
@Controller
class GapPages {

    /** @param wrong the case whose form was sent without a body */
    record Shown(List<Gaps.Gap> gaps, List<Gaps.Blank> blanks, String note, Optional<String> wrong) {}

    private final Policy policy;
    private final Gaps gaps;
    private final Bundles bundles;
    private final AssignBody assignBody;

    GapPages(Policy policy, Gaps gaps, Bundles bundles, AssignBody assignBody) {
        this.policy = policy;
        this.gaps = gaps;
        this.bundles = bundles;
        this.assignBody = assignBody;
    }

    @GetMapping("/admin/gaps")
    Page gaps(View view, SignedIn me) {
        return show(view, me, 200, "", Optional.empty());
    }

    @PostMapping("/admin/gaps/{number}/{no}")
    Page assign(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String body) {
        return switch (assignBody.assign(me, application(number), no, body)) {
            case AssignBody.Assigned.Done(var assigned) ->
                show(view, me, 200, view.t("casework.gaps.done", view.t(assigned.name())), Optional.empty());
            case AssignBody.Assigned.HasBody(var other) ->
                show(view, me, 409, view.t("casework.gaps.taken", view.t(other.name())), Optional.empty());
            case AssignBody.Assigned.NoSuchBody() -> show(view, me, 422, "", Optional.of(number + "-" + no));
        };
    }

    private Page show(View view, SignedIn me, int status, String note, Optional<String> wrong) {
        policy.check(me, Deed.FILL_GAP);
        var shown = new Shown(gaps.cases(me), gaps.catalogue(me), note, wrong);
        return Page.of(status, out -> JtegapsGenerated.render(out, Page.PLAIN, view, shown));
    }

    private UUID application(String number) {
        return bundles.idOf(number).orElseThrow(() -> new NotFound("case"));
    }
}
