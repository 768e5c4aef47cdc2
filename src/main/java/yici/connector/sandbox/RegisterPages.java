package yici.connector.sandbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

        boolean isThe(String lifeEvent, String item) {
            return this.lifeEvent.equals(lifeEvent) && this.item.equals(item);
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
        if (lines().stream().noneMatch(line -> line.isThe(lifeEvent, item))) throw new NotFound("register");
        shelves.behave(lifeEvent, item, "", mode);
        audit.record(me.did(
                RegisterAct.BEHAVIOUR_CHANGED, "register:" + lifeEvent + "/" + item, mode.name(), clock.instant()));
        return show(view, true);
    }

    private Page show(View view, boolean changed) {
        var lines = lines();
        return Page.of(out -> JteregistersGenerated.render(out, Page.PLAIN, view, lines, changed));
    }

    private List<Line> lines() {
        var base = Stream.of(
                base(BaseRegisters.POPULATION, Translated.of("人口基础库", "Population base")),
                base(BaseRegisters.LEGAL_PERSONS, Translated.of("法人基础库", "Register of legal persons")));
        var checks = shelves.checks().stream()
                .map(c -> new Line(
                        c.lifeEvent(), c.item(), c.register(), shelves.behaviour(c.lifeEvent(), c.item(), "")));
        return Stream.concat(base, checks).toList();
    }

    private Line base(String item, Translated name) {
        return new Line(BaseRegisters.BASE, item, name, shelves.behaviour(BaseRegisters.BASE, item, ""));
    }
}
