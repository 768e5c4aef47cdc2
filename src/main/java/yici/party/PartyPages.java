package yici.party;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.openid.PartyFigures;
import yici.openid.RelyingParties;
import yici.party.Desk.Found;

/** The registration desk as the engineers of a department or a firm see it. */
@Controller
class PartyPages {

    /** @param clientId empty while it is being registered */
    record Filled(
            String clientId, boolean production, List<PublicBody> bodies, PartyForm form, Map<String, String> flaws) {

        boolean isNew() {
            return clientId.isEmpty();
        }

        String action() {
            return isNew() ? "/parties/new" : "/parties/" + clientId + (production ? "/production" : "/change");
        }
    }

    /** @param issuer empty while nobody has named this provider */
    record Shown(
            Found found,
            Checklist checklist,
            String issuer,
            int waiting,
            String secret,
            String done,
            Map<String, String> flaws,
            String typedKeys) {}

    static final int DAYS = 30;
    private static final Set<String> SAID =
            Set.of("registered", "changed", "proposed", "keys", "stopped", "started", "not-startable");

    private final Desk desk;
    private final RegisterParty registerParty;
    private final ChangeParty changeParty;
    private final RenewKeys renewKeys;
    private final StopParty stopParty;
    private final PartyFigures figures;
    private final RelyingParties parties;
    private final Policy policy;

    PartyPages(
            Desk desk,
            RegisterParty registerParty,
            ChangeParty changeParty,
            RenewKeys renewKeys,
            StopParty stopParty,
            PartyFigures figures,
            RelyingParties parties,
            Policy policy) {
        this.desk = desk;
        this.registerParty = registerParty;
        this.changeParty = changeParty;
        this.renewKeys = renewKeys;
        this.stopParty = stopParty;
        this.figures = figures;
        this.parties = parties;
        this.policy = policy;
    }

    /** For everybody who has an account: who may register nothing reads who may. */
    @GetMapping("/parties")
    Page mine(View view, SignedIn me) {
        boolean may = policy.allows(me, Deed.KEEP_PARTY);
        var mine = may ? desk.all(me, Deed.KEEP_PARTY) : List.<Found>of();
        var who = me.kind() == SignedIn.Kind.FIRM ? "party.mine.agent" : "party.mine.who";
        return Page.of(out -> JtepartiesGenerated.render(out, Page.PLAIN, view, mine, may ? "" : who));
    }

    @GetMapping("/parties/new")
    Page blank(View view, SignedIn me) {
        policy.check(me, Deed.KEEP_PARTY);
        return form(200, view, new Filled("", false, registerParty.bodiesOf(me), PartyForm.EMPTY, Map.of()));
    }

    @PostMapping("/parties/new")
    Page register(View view, SignedIn me, HttpServletRequest request) {
        var form = PartyForm.of(request);
        return switch (registerParty.register(me, form)) {
            case RegisterParty.Outcome.Registered(var id, var secret) ->
                secret.isEmpty()
                        ? Page.goTo("/parties/" + id + "?done=registered")
                        : shown(200, view, me, id, request, secret, "registered", Map.of(), "");
            case RegisterParty.Outcome.Flawed(var flaws) ->
                form(422, view, new Filled("", false, registerParty.bodiesOf(me), form, flaws));
        };
    }

    @GetMapping("/parties/{id}")
    Page one(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return shown(200, view, me, id, request, "", SAID.contains(done) ? done : "", Map.of(), "");
    }

    @GetMapping("/parties/{id}/change")
    Page change(View view, SignedIn me, @PathVariable String id) {
        return filled(view, me, id, false);
    }

    @GetMapping("/parties/{id}/production")
    Page production(View view, SignedIn me, @PathVariable String id) {
        return filled(view, me, id, true);
    }

    private Page filled(View view, SignedIn me, String id, boolean production) {
        var found = desk.find(me, Deed.KEEP_PARTY, id);
        var form = found.registration()
                .proposal()
                .map(Registrations.Proposal::form)
                .orElseGet(() -> ReadForm.form(found.party(), found.registration()));
        return form(200, view, new Filled(id, production, List.of(), form, Map.of()));
    }

    @PostMapping("/parties/{id}/change")
    Page changed(View view, SignedIn me, @PathVariable String id, HttpServletRequest request) {
        return changed(view, me, id, request, false);
    }

    @PostMapping("/parties/{id}/production")
    Page asked(View view, SignedIn me, @PathVariable String id, HttpServletRequest request) {
        return changed(view, me, id, request, true);
    }

    private Page changed(View view, SignedIn me, String id, HttpServletRequest request, boolean production) {
        var form = PartyForm.of(request);
        return switch (changeParty.change(me, id, form, production)) {
            case ChangeParty.Outcome.Changed _ -> back(id, "changed");
            case ChangeParty.Outcome.Proposed _ -> back(id, "proposed");
            case ChangeParty.Outcome.Flawed(var flaws) -> {
                var kept = ChangeParty.whatNeverChanges(
                        form, desk.find(me, Deed.KEEP_PARTY, id).party());
                yield form(422, view, new Filled(id, production, List.of(), kept, flaws));
            }
        };
    }

    @PostMapping("/parties/{id}/keys")
    Page keys(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String keys,
            HttpServletRequest request) {
        return switch (renewKeys.keys(me, id, keys)) {
            case RenewKeys.Outcome.Changed _ -> back(id, "keys");
            case RenewKeys.Outcome.NewSecret _ -> throw new NotFound("secret of " + id);
            case RenewKeys.Outcome.Flawed(var key) ->
                shown(422, view, me, id, request, "", "", Map.of("keys", key), keys);
        };
    }

    @PostMapping("/parties/{id}/secret")
    Page secret(View view, SignedIn me, @PathVariable String id, HttpServletRequest request) {
        return switch (renewKeys.secret(me, id)) {
            case RenewKeys.Outcome.NewSecret(var secret) ->
                shown(200, view, me, id, request, secret, "keys", Map.of(), "");
            case RenewKeys.Outcome.Changed _ -> back(id, "keys");
            case RenewKeys.Outcome.Flawed _ -> throw new NotFound("secret of " + id);
        };
    }

    @PostMapping("/parties/{id}/stop")
    Page stop(SignedIn me, @PathVariable String id) {
        stopParty.stop(me, Deed.KEEP_PARTY, id);
        return back(id, "stopped");
    }

    @PostMapping("/parties/{id}/start")
    Page start(SignedIn me, @PathVariable String id) {
        return back(id, stopParty.start(me, Deed.KEEP_PARTY, id) ? "started" : "not-startable");
    }

    private static Page back(String id, String done) {
        return Page.goTo("/parties/" + id + "?done=" + done);
    }

    private static Page form(int status, View view, Filled filled) {
        return Page.of(status, out -> JteformGenerated.render(out, Page.PLAIN, view, filled));
    }

    private Page shown(
            int status,
            View view,
            SignedIn me,
            String id,
            HttpServletRequest request,
            String secret,
            String done,
            Map<String, String> flaws,
            String typedKeys) {
        var found = desk.find(me, Deed.KEEP_PARTY, id);
        var shown = new Shown(
                found,
                Checklist.of(found.party(), figures.of(id, DAYS)),
                parties.issuer(request).orElse(""),
                figures.logoutsWaiting().getOrDefault(id, 0),
                secret,
                done,
                flaws,
                typedKeys);
        return Page.of(status, out -> JtepartyGenerated.render(out, Page.PLAIN, view, shown));
    }
}
