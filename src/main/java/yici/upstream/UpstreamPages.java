package yici.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Entrance;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** To another provider and back. */
@Controller
class UpstreamPages {

    private final Providers providers;
    private final Roundtrips visits;
    private final Waiting waiting;
    private final Recognise recognise;
    private final OwnAddress address;
    private final Entrance entrance;

    UpstreamPages(
            Providers providers,
            Roundtrips visits,
            Waiting waiting,
            Recognise recognise,
            OwnAddress address,
            Entrance entrance) {
        this.providers = providers;
        this.visits = visits;
        this.waiting = waiting;
        this.recognise = recognise;
        this.address = address;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/upstream/{id}")
    Page toSignIn(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = providers.find(id).orElseThrow(() -> new NotFound("provider"));
        var visit = visits.begin(provider, Visit.Purpose.SIGN_IN, Optional.empty(), to, request, response);
        return recognise
                .enter(provider, visit, callback(request))
                .map(Page::leaveFor)
                .orElseGet(
                        () -> signInAgain(503, "upstream.wrong.down", to, new Entrance.From(view, request, response)));
    }

    /** From the page that asks for more; what was typed waits here. */
    @PostMapping("/step-up/upstream/{id}")
    Page toProve(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = providers.find(id).orElseThrow(() -> new NotFound("provider"));
        var asked = entrance.whoIsAsked(request);
        if (asked.isEmpty()) return Page.goTo("/sign-in");

        var visit = visits.begin(provider, Visit.Purpose.PROVE, asked, to, request, response);
        var leads = recognise.enter(provider, visit, callback(request));
        if (leads.isEmpty())
            return entrance.proveAgain(
                    503, Proof.Method.UPSTREAM, "upstream.wrong.down", new Entrance.From(view, request, response));
        waiting.keep(visit, asked.get(), kept);
        return leave(view, provider, leads.get());
    }

    /** A form leads to ourselves only; from there it goes on by itself, or by the link. */
    static Page leave(View view, Provider provider, String leads) {
        return Page.of(out -> JteleaveGenerated.render(out, Page.PLAIN, view, provider.name(), leads));
    }

    @GetMapping("/sign-in/upstream/callback")
    Page back(
            View view,
            Optional<SignedIn> me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = new Entrance.From(view, request, response);
        var visit = visits.end(state, request, response);
        var provider = visit.flatMap(one -> providers.find(one.provider()));
        if (provider.isEmpty()) return entrance.signInAgain(422, "upstream.wrong.stale", "", "", "", from);
        if (code.isEmpty() || code.length() > 2000)
            return problem(visit.get(), "upstream.wrong.cancelled", false, from);

        var answer = new CodeExchange.Answer(code, iss);
        var outcome = recognise.back(
                provider.get(),
                visit.get(),
                answer,
                callback(request),
                me,
                entrance.whoIsAsked(request),
                view.language());
        return switch (outcome) {
            case Recognise.Outcome.Arrived(var account, var who) ->
                entrance.arrive(
                        account, Proof.Method.UPSTREAM, worth(who), visit.get().to(), "", from);
            case Recognise.Outcome.Stranger(var who) -> {
                visits.keepStranger(who, request, response);
                yield Page.goTo("/sign-in/upstream/stranger");
            }
            case Recognise.Outcome.Linked _ -> Page.goTo("/account/upstream?done=linked");
            case Recognise.Outcome.Proved(var account, var who, var kept) ->
                entrance.proved(
                        account, Proof.Method.UPSTREAM, worth(who), visit.get().to(), kept, from);
            case Recognise.Outcome.Problem(var words, var down) -> problem(visit.get(), words, down, from);
        };
    }

    /** Known there, and nobody's account here: open one, or link the one there is. Nothing happens by itself. */
    @GetMapping("/sign-in/upstream/stranger")
    Page stranger(View view, HttpServletRequest request) {
        var who = visits.stranger(request);
        if (who.isEmpty()) return Page.goTo("/sign-in");
        return Page.of(out -> JtestrangerGenerated.render(out, Page.PLAIN, view, who.get()));
    }

    /** Somebody else sits here now. */
    @PostMapping("/sign-in/upstream/forget")
    Page forget(HttpServletRequest request, HttpServletResponse response) {
        visits.forgetStranger(request, response);
        return Page.goTo("/sign-in");
    }

    private Page problem(Visit visit, String words, boolean down, Entrance.From from) {
        return switch (visit.purpose()) {
            case SIGN_IN -> signInAgain(down ? 503 : 422, words, visit.to(), from);
            case LINK, PROVE -> Page.goTo("/account/upstream?problem=" + words.replace("upstream.wrong.", ""));
        };
    }

    private Page signInAgain(int status, String words, String to, Entrance.From from) {
        return entrance.signInAgain(status, words, "", to, "", from);
    }

    /** Which provider, and what signing in there was worth. */
    private static String worth(Attested who) {
        return who.provider().id() + "/" + who.level().number();
    }

    private String callback(HttpServletRequest request) {
        return address.callback(request).orElseThrow(() -> new NotFound("address"));
    }
}
