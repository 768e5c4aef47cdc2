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
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/registers: the province's system administrator lets a register of the sandbox be slow, down or of another opinion, to see what the product does then. */
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
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    RegisterPages(Shelves shelves, Policy policy, AuditLog audit, Clock clock) {
        this.shelves = shelves;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/admin/registers")
    Page list(View view, SignedIn me) {
        policy.check(me, Deed.OPERATE_REGISTERS);
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
        policy.check(me, Deed.OPERATE_REGISTERS);
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
