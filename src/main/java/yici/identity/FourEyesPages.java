package yici.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** /admin/countersign: what waits for a second person, and what one has asked for oneself. */
@Controller
class FourEyesPages {

    private static final Set<String> SAID = Set.of("confirmed", "refused", "withdrawn", "own", "too-late");

    private final FourEyes fourEyes;
    private final AppointStaff appointStaff;
    private final ResetStaff resetStaff;
    private final PostNames names;

    FourEyesPages(FourEyes fourEyes, AppointStaff appointStaff, ResetStaff resetStaff, PostNames names) {
        this.fourEyes = fourEyes;
        this.appointStaff = appointStaff;
        this.resetStaff = resetStaff;
        this.names = names;
    }

    @GetMapping("/admin/countersign")
    Page list(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        return list(200, view, me, SAID.contains(done) ? "identity.countersign.done." + done : "", Map.of());
    }

    @PostMapping("/admin/countersign/{id}/confirm")
    Page confirm(SignedIn me, @PathVariable UUID id) {
        return back(fourEyes.confirm(me, id), "confirmed");
    }

    @PostMapping("/admin/countersign/{id}/refuse")
    Page refuse(View view, SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var answered = fourEyes.refuse(me, id, reason);
        return answered == FourEyes.Answered.REASON_MISSING
                ? list(422, view, me, "", Map.of("reason-" + id, "identity.countersign.reason-missing"))
                : back(answered, "refused");
    }

    @PostMapping("/admin/countersign/{id}/withdraw")
    Page withdraw(SignedIn me, @PathVariable UUID id) {
        return back(fourEyes.withdraw(me, id), "withdrawn");
    }

    @PostMapping("/admin/countersign/{id}/do")
    Page carryOut(View view, SignedIn me, @PathVariable UUID id) {
        var confirmed = fourEyes.confirmed(me, id);
        if (confirmed.isEmpty()) return goBack("too-late");
        return switch (confirmed.get().kind()) {
            case APPOINT -> appointed(view, me, confirmed.get());
            case RESET -> reset(view, me, confirmed.get());
        };
    }

    private Page appointed(View view, SignedIn me, Countersign confirmed) {
        var area = confirmed.typed().area();
        return switch (appointStaff.appoint(me, confirmed)) {
            case AppointStaff.Outcome.NewAccount(var account, var password) ->
                Page.of(out -> JteappointedGenerated.render(out, Page.PLAIN, view, account, password, area));
            case AppointStaff.Outcome.PostAdded _ -> Page.goTo("/admin/people?in=" + area + "&done=post-added");
            case AppointStaff.Outcome.Flawed(var flaws) ->
                list(
                        422,
                        view,
                        me,
                        "",
                        Map.of(
                                "asked-" + confirmed.id(),
                                flaws.values().iterator().next()));
            case AppointStaff.Outcome.Waits _, AppointStaff.Outcome.NobodyToConfirm _, AppointStaff.Outcome.TooLate _ ->
                goBack("too-late");
        };
    }

    private Page reset(View view, SignedIn me, Countersign confirmed) {
        return switch (resetStaff.reset(me, confirmed)) {
            case ResetStaff.Outcome.Reset(var person, var password) ->
                Page.of(out -> JteresetGenerated.render(
                        out,
                        Page.PLAIN,
                        view,
                        person,
                        password,
                        confirmed.typed().area()));
            case ResetStaff.Outcome.TooLate _ -> goBack("too-late");
        };
    }

    private static Page back(FourEyes.Answered answered, String done) {
        return switch (answered) {
            case DONE -> goBack(done);
            case OWN -> goBack("own");
            case TOO_LATE, REASON_MISSING -> goBack("too-late");
        };
    }

    private static Page goBack(String done) {
        return Page.goTo("/admin/countersign?done=" + done);
    }

    private Page list(int status, View view, SignedIn me, String note, Map<String, String> flaws) {
        var lines = fourEyes.of(me);
        return Page.of(status, out -> JtecountersignGenerated.render(out, Page.PLAIN, view, lines, names, note, flaws));
    }
}
