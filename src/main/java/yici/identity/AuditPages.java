package yici.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.ReadAudit.Asked;
import yici.jurisdiction.Area;
import yici.kit.Page;
import yici.kit.View;

/** /admin/audit: who did what to which thing. Nothing is shown before the purpose is said. */
@Controller
class AuditPages {

    /** @param found empty until something was asked */
    record Shown(List<Area> areas, Asked asked, Map<String, String> flaws, Optional<ReadAudit.Outcome.Found> found) {}

    private final ReadAudit readAudit;

    AuditPages(ReadAudit readAudit) {
        this.readAudit = readAudit;
    }

    @GetMapping("/admin/audit")
    Page ask(View view, SignedIn me) {
        return page(200, view, new Shown(readAudit.areas(me), Asked.NOTHING, Map.of(), Optional.empty()));
    }

    @PostMapping("/admin/audit")
    Page read(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") long before) {
        var asked = new Asked(purpose, person, act, subject, area, from, until, before);
        var areas = readAudit.areas(me);
        return switch (readAudit.read(me, asked)) {
            case ReadAudit.Outcome.Found found ->
                page(200, view, new Shown(areas, asked, Map.of(), Optional.of(found)));
            case ReadAudit.Outcome.Flawed(var flaws) ->
                page(422, view, new Shown(areas, asked, flaws, Optional.empty()));
        };
    }

    private static Page page(int status, View view, Shown shown) {
        return Page.of(status, out -> JteauditGenerated.render(out, Page.PLAIN, view, shown));
    }
}
