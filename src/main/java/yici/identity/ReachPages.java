package yici.identity;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.notification.Channel;

/** Telephone and mail box: the new one, then the code that was sent there. */
@Controller
class ReachPages {

    private final ConfirmReach confirm;
    private final Ways ways;
    private final Accounts accounts;

    ReachPages(ConfirmReach confirm, Ways ways, Accounts accounts) {
        this.confirm = confirm;
        this.ways = ways;
        this.accounts = accounts;
    }

    @GetMapping("/account/reach/{which}")
    Page form(View view, SignedIn me, @PathVariable String which) {
        var channel = channel(which);
        ways.requireForOwnAccount(me);
        var known = channel == Channel.SMS
                ? accounts.find(me.person()).orElseThrow().phone()
                : "";
        return form(200, view, which, known, Map.of(), "");
    }

    @PostMapping("/account/reach/{which}")
    Page send(View view, SignedIn me, @PathVariable String which, @RequestParam(defaultValue = "") String reach) {
        return switch (confirm.ask(me, channel(which), reach, view.language())) {
            case ConfirmReach.Asked.Sent(var target) -> code(200, view, which, target.to(), "", "");
            case ConfirmReach.Asked.Flawed(var flaws) -> form(422, view, which, reach, flaws, "");
            case ConfirmReach.Asked.TooMany(var until) ->
                form(429, view, which, reach, Map.of("reach", "identity.code.too-many-sent"), view.time(until));
            case ConfirmReach.Asked.NoWay _ ->
                form(503, view, which, reach, Map.of("reach", "identity.code.no-way"), "");
        };
    }

    @PostMapping("/account/reach/{which}/code")
    Page enter(
            View view,
            SignedIn me,
            @PathVariable String which,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(defaultValue = "") String answer) {
        return switch (confirm.enter(me, answer, view.language())) {
            case ConfirmReach.Outcome.Confirmed _ -> Page.goTo("/account?done=reach");
            case ConfirmReach.Outcome.Wrong _ ->
                code(422, view, which, reach, "identity.step-up.wrong.one-time-code", "");
            case ConfirmReach.Outcome.TooMany(var until) ->
                code(429, view, which, reach, "identity.sign-in.too-many", view.time(until));
        };
    }

    private static Channel channel(String which) {
        return switch (which) {
            case "phone" -> Channel.SMS;
            case "mail" -> Channel.MAIL;
            default -> throw new NotFound("reach " + which);
        };
    }

    private static Page form(
            int status, View view, String which, String reach, Map<String, String> flaws, String argument) {
        return Page.of(status, out -> JtereachGenerated.render(out, Page.PLAIN, view, which, reach, flaws, argument));
    }

    private static Page code(int status, View view, String which, String reach, String problem, String argument) {
        return Page.of(
                status, out -> JtereachCodeGenerated.render(out, Page.PLAIN, view, which, reach, problem, argument));
    }
}
