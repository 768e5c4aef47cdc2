package yici.connector.sandbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/registers: the province's administrator lets a register of the sandbox be slow, down or of another opinion, to see what the product does then. */
@Controller
class RegisterPages {

    record Line(String lifeEvent, String item, Translated name, Behaviour behaviour) {
        String key() {
            return lifeEvent + "-" + item;
        }
    }

    enum RegisterAct implements AuditEvent.Act {
        BEHAVIOUR_CHANGED;

        @Override
        public String code() {
            return "sandbox.behaviour_changed";
        }
    }

    private final Shelves shelves;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    RegisterPages(Shelves shelves, Areas areas, AuditLog audit, Clock clock) {
        this.shelves = shelves;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/admin/registers")
    Page list(View view, SignedIn me) {
        checkMay(me);
        return show(view, false);
    }

    @PostMapping("/admin/registers")
    @Transactional
    public Page behave(
            View view,
            SignedIn me,
            @RequestParam String lifeEvent,
            @RequestParam String item,
            @RequestParam String behaviour) {
        checkMay(me);
        var mode = Arrays.stream(Behaviour.values())
                .filter(b -> b.name().equals(behaviour))
                .findFirst()
                .orElseThrow(() -> new NotFound("behaviour"));
        var register = shelves.check(lifeEvent, item).orElseThrow(() -> new NotFound("register"));
        shelves.behave(register.lifeEvent(), register.item(), "", mode);
        audit.record(me.did(
                RegisterAct.BEHAVIOUR_CHANGED,
                "register:" + register.lifeEvent() + "/" + register.item(),
                mode.name(),
                clock.instant()));
        return show(view, true);
    }

    /** The registers serve every area, so only who governs all of them may. */
    private void checkMay(SignedIn me) {
        boolean province =
                me.administers().stream().anyMatch(code -> areas.get(code).level() == Area.Level.PROVINCE);
        if (!province) throw new Forbidden("registers");
    }

    private Page show(View view, boolean changed) {
        var lines = lines();
        return Page.of(out -> JteregistersGenerated.render(out, Page.PLAIN, view, lines, changed));
    }

    private List<Line> lines() {
        return shelves.checks().stream()
                .map(c ->
                        new Line(c.lifeEvent(), c.item(), c.register(), shelves.behaviour(c.lifeEvent(), c.item(), "")))
                .toList();
    }
}
