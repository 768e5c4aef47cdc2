package yici.delegation;

import static yici.identity.Thing.Trait.AREA;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import yici.catalogue.Power;
import yici.catalogue.Powers;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Department;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** The one form: a new record, or one in the place of another. */
@Controller
class DelegationFormPages {

    private static final String HOME = "/admin/delegations";

    /**
     * @param replaced the record it takes the place of
     * @param powers by the life event they belong to
     * @param areas those of this administrator, in the order of the tree
     */
    record Form(
            Optional<Shown> replaced,
            Map<Translated, List<Power>> powers,
            List<Power> services,
            List<Area> areas,
            List<Department> departments,
            Typed typed,
            List<Flaw> flaws,
            String note) {

        String action() {
            return replaced.map(old -> HOME + "/" + old.number() + "/replace").orElse(HOME + "/new");
        }

        Optional<Flaw> flaw(String field) {
            return flaws.stream().filter(flaw -> flaw.field().equals(field)).findFirst();
        }
    }

    private final Policy policy;
    private final KeptDelegations kept;
    private final ShowDelegations show;
    private final Ours ours;
    private final RegisterDelegation registerDelegation;
    private final ReplaceDelegation replaceDelegation;
    private final Powers powers;
    private final Areas areas;
    private final Bodies bodies;

    DelegationFormPages(
            Policy policy,
            KeptDelegations kept,
            ShowDelegations show,
            Ours ours,
            RegisterDelegation registerDelegation,
            ReplaceDelegation replaceDelegation,
            Powers powers,
            Areas areas,
            Bodies bodies) {
        this.policy = policy;
        this.kept = kept;
        this.show = show;
        this.ours = ours;
        this.registerDelegation = registerDelegation;
        this.replaceDelegation = replaceDelegation;
        this.powers = powers;
        this.areas = areas;
        this.bodies = bodies;
    }

    @GetMapping(HOME + "/new")
    Page blank(View view, SignedIn me) {
        policy.check(me, Deed.KEEP_DELEGATION);
        return form(200, view, me, Optional.empty(), Typed.NOTHING, List.of(), "");
    }

    @PostMapping(HOME + "/new")
    Page register(View view, SignedIn me, HttpServletRequest request) {
        var typed = Typed.of(request.getParameterMap());
        return answer(view, me, Optional.empty(), typed, registerDelegation.register(me, typed));
    }

    @GetMapping(HOME + "/{number}/replace")
    Page replacement(View view, SignedIn me, @PathVariable String number) {
        policy.check(me, Deed.KEEP_DELEGATION);
        var old = ours.get(me, kept.now(), number);
        if (!replaceDelegation.mayBe(old)) return Page.goTo(HOME + "/" + number + "?done=too-late");
        return form(
                200, view, me, Optional.of(show.of(old)), ReplaceDelegation.fixed(Typed.NOTHING, old), List.of(), "");
    }

    @PostMapping(HOME + "/{number}/replace")
    Page replace(View view, SignedIn me, @PathVariable String number, HttpServletRequest request) {
        var typed = Typed.of(request.getParameterMap());
        var asked = replaceDelegation.replace(me, number, typed);
        var old = ours.get(me, kept.now(), number);
        return answer(view, me, Optional.of(show.of(old)), typed, asked);
    }

    private Page answer(View view, SignedIn me, Optional<Shown> replaced, Typed typed, Asked asked) {
        return switch (asked) {
            case Asked.Waits(var number) -> Page.goTo(HOME + "/" + number + "?done=waits");
            case Asked.NobodyToConfirm() -> form(409, view, me, replaced, typed, List.of(), "delegation.done.nobody");
            case Asked.Flawed(var flaws) -> form(422, view, me, replaced, typed, flaws, "");
        };
    }

    private Page form(
            int status, View view, SignedIn me, Optional<Shown> replaced, Typed typed, List<Flaw> flaws, String note) {
        var governed = Set.copyOf(policy.reach(me, Deed.KEEP_DELEGATION).each(AREA));
        var byEvent = new LinkedHashMap<Translated, List<Power>>();
        for (var power : powers.all())
            power.lifeEvent()
                    .ifPresent(event -> byEvent.computeIfAbsent(event, _ -> new ArrayList<>())
                            .add(power));
        var form = new Form(
                replaced,
                byEvent,
                powers.all().stream()
                        .filter(power -> power.lifeEvent().isEmpty())
                        .toList(),
                areas.all().stream()
                        .filter(area -> governed.contains(area.code()))
                        .toList(),
                bodies.departments().stream()
                        .filter(department -> !department.external())
                        .toList(),
                typed,
                flaws,
                note);
        return Page.of(status, out -> JteformGenerated.render(out, Page.PLAIN, view, form));
    }
}
