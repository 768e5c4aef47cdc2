package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.casework.CasePages.Deed;
import yici.casework.CasePages.Sent;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** The office's answer to an objection, on the page of its case. */
@Controller
class ObjectionPages {

    private final AnswerObjection answerObjection;
    private final Bundles bundles;
    private final CasePages casePages;

    ObjectionPages(AnswerObjection answerObjection, Bundles bundles, CasePages casePages) {
        this.answerObjection = answerObjection;
        this.bundles = bundles;
        this.casePages = casePages;
    }

    @PostMapping("/desk/{number}/{no}/objections/{objection}")
    Page answer(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @PathVariable UUID objection,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String reason) {
        var bundle = bundles.findForOfficer(number, no, me).orElseThrow(() -> new NotFound("case"));
        var acted = finding.equals("upheld") || finding.equals("rejected")
                ? answerObjection.answer(me, bundle.application(), no, objection, finding.equals("upheld"), reason)
                : new Acted.Missing("finding");
        var typed = Map.of("objection", objection.toString(), "finding", finding);
        return casePages.answer(
                view,
                me,
                number,
                no,
                new Sent(Optional.of(Deed.OBJECTION), typed, List.of(), reason, "", Optional.of(acted)));
    }
}
