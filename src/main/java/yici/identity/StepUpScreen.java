package yici.identity;

import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.Page;
import yici.kit.View;

/** Draws the page that asks for more, wherever it comes up: after the password, at a step that needs more, after a wrong answer. */
@Component
class StepUpScreen {

    private static final List<Proof.Method> OWN_FACTORS = List.of(Proof.Method.TOTP, Proof.Method.PASSKEY);

    private final Ways ways;
    private final CodeWay codes;

    StepUpScreen(Ways ways, CodeWay codes) {
        this.ways = ways;
        this.codes = codes;
    }

    Page ask(int status, View view, Sessions.AtDoor who, StepUpForm.Asked asked) {
        return show(status, view, who, asked, Optional.empty(), "", "", "");
    }

    Page choose(View view, Sessions.AtDoor who, StepUpForm.Asked asked, Proof.Method way) {
        return show(200, view, who, asked, Optional.of(way), "", "", "");
    }

    Page sent(View view, Sessions.AtDoor who, StepUpForm.Asked asked, String sentTo) {
        return show(200, view, who, asked, Optional.of(Proof.Method.ONE_TIME_CODE), sentTo, "", "");
    }

    Page problem(
            int status,
            View view,
            Sessions.AtDoor who,
            StepUpForm.Asked asked,
            Proof.Method way,
            String problem,
            String argument) {
        var sentTo = way == Proof.Method.ONE_TIME_CODE && status == 422 ? reachableBy(who) : "";
        return show(status, view, who, asked, Optional.of(way), sentTo, problem, argument);
    }

    private Page show(
            int status,
            View view,
            Sessions.AtDoor who,
            StepUpForm.Asked asked,
            Optional<Proof.Method> chosen,
            String sentTo,
            String problem,
            String argument) {
        var enough = ways.enough(who, asked.needed(), asked.worth()).stream()
                .map(Way::method)
                .toList();
        var way = chosen.filter(enough::contains).orElseGet(() -> first(who, enough));
        HtmlContent carried = out -> JtecarriedGenerated.render(out, Page.PLAIN, asked);
        var form = new StepUpForm(
                asked,
                enough,
                way,
                sentTo,
                reachableBy(who),
                who.proofed().compareTo(asked.needed()) < 0,
                who.half(),
                ways.other(way)
                        .filter(_ -> enough.contains(way))
                        .map(other -> other.toProve(view, who.account(), carried)),
                problem,
                argument);
        return Page.of(status, out -> JtestepUpGenerated.render(out, Page.PLAIN, view, form));
    }

    /** Who has shown a passkey has it at hand; as a second factor, what the person added for that comes before a message anybody may read. */
    private static Proof.Method first(Sessions.AtDoor who, List<Proof.Method> enough) {
        var proofs = who.signOn().proofs();
        if (!proofs.isEmpty()
                && proofs.getLast().method() == Proof.Method.PASSKEY
                && enough.contains(Proof.Method.PASSKEY)) return Proof.Method.PASSKEY;
        if (who.half()) for (var own : OWN_FACTORS) if (enough.contains(own)) return own;
        return enough.isEmpty() ? Proof.Method.PASSWORD : enough.getFirst();
    }

    private String reachableBy(Sessions.AtDoor who) {
        return codes.target(who.account()).map(Codes.Target::masked).orElse("");
    }
}
