package yici.identity;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** /admin/locks: accounts and networks that are locked just now. */
@Controller
class LockPages {

    private static final Set<String> SAID = Set.of("ended", "not-locked");

    private final Locks locks;

    LockPages(Locks locks) {
        this.locks = locks;
    }

    @GetMapping("/admin/locks")
    Page list(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        return list(200, view, me, SAID.contains(done) ? "identity.locks.done." + done : "", "", Map.of());
    }

    @PostMapping("/admin/locks")
    Page end(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason) {
        return switch (locks.end(me, subject, reason)) {
            case DONE -> Page.goTo("/admin/locks?done=ended");
            case NOT_LOCKED -> Page.goTo("/admin/locks?done=not-locked");
            case REASON_MISSING ->
                list(422, view, me, "", reason, Map.of("reason-" + subject, "identity.locks.reason-missing"));
        };
    }

    private Page list(int status, View view, SignedIn me, String note, String reason, Map<String, String> flaws) {
        var found = locks.now(me);
        return Page.of(status, out -> JtelocksGenerated.render(out, Page.PLAIN, view, found, note, reason, flaws));
    }
}
