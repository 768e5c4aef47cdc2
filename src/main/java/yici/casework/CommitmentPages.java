package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** The forms of a case that was granted on a promise: whether it is true, and when a broken one is repaired. */
@Controller
class CommitmentPages {

    private final CheckCommitment checkCommitment;
    private final Bundles bundles;
    private final CasePages cases;

    CommitmentPages(CheckCommitment checkCommitment, Bundles bundles, CasePages cases) {
        this.checkCommitment = checkCommitment;
        this.bundles = bundles;
        this.cases = cases;
    }

    @PostMapping("/desk/{number}/{no}/commitment")
    Page check(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String reason) {
        var said = switch (kept) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.<Boolean>empty();
        };
        var acted = checkCommitment.check(me, application(me, number, no), no, said, reason);
        var sent = new CasePages.Sent(
                Optional.of(CasePages.Deed.CHECK), Map.of("kept", kept), List.of(), reason, "", Optional.of(acted));
        return cases.answer(view, me, number, no, sent);
    }

    @PostMapping("/desk/{number}/{no}/commitment/repaired")
    Page repaired(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String reason) {
        var acted = checkCommitment.repaired(me, application(me, number, no), no, reason);
        var sent = new CasePages.Sent(
                Optional.of(CasePages.Deed.REPAIR), Map.of(), List.of(), reason, "", Optional.of(acted));
        return cases.answer(view, me, number, no, sent);
    }

    private UUID application(SignedIn me, String number, int no) {
        return bundles.findForOfficer(number, no, me)
                .orElseThrow(() -> new NotFound("case"))
                .application();
    }
}
