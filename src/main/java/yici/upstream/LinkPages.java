package yici.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** A person's accounts elsewhere: which are linked, one more, one less. */
@Controller
class LinkPages {

    private static final Set<String> DONE = Set.of("linked", "unlinked");
    private static final Set<String> PROBLEMS =
            Set.of("another-person", "another-session", "cancelled", "down", "kind", "not-linked", "refused", "taken");

    private final Providers providers;
    private final Roundtrips visits;
    private final Recognise recognise;
    private final LinkAccount linkAccount;
    private final UpstreamWay way;
    private final OwnAddress address;

    LinkPages(
            Providers providers,
            Roundtrips visits,
            Recognise recognise,
            LinkAccount linkAccount,
            UpstreamWay way,
            OwnAddress address) {
        this.providers = providers;
        this.visits = visits;
        this.recognise = recognise;
        this.linkAccount = linkAccount;
        this.way = way;
        this.address = address;
    }

    @GetMapping("/account/upstream")
    Page accounts(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String problem) {
        return accounts(
                200,
                view,
                me,
                DONE.contains(done) ? "upstream.done." + done : "",
                PROBLEMS.contains(problem) ? "upstream.wrong." + problem : "");
    }

    /** The person has just shown who they are here; now there. */
    @PostMapping("/account/upstream/{id}")
    Page toLink(
            View view, SignedIn me, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        linkAccount.mayChange(me);
        var provider = providers.find(id).orElseThrow(() -> new NotFound("provider"));
        var callback = address.callback(request).orElseThrow(() -> new NotFound("address"));
        var visit = visits.begin(provider, Visit.Purpose.LINK, Optional.of(me.person()), "", request, response);
        return recognise
                .enter(provider, visit, callback)
                .map(leads -> UpstreamPages.leave(view, provider, leads))
                .orElseGet(() -> accounts(503, view, me, "", "upstream.wrong.down"));
    }

    /** Who came from there without an account here has opened one, or signed in: one more yes. */
    @GetMapping("/account/upstream/link")
    Page ask(View view, SignedIn me, HttpServletRequest request) {
        var who = visits.stranger(request);
        if (who.isEmpty()) return Page.goTo("/account/upstream");
        linkAccount.mayChange(me);
        return Page.of(out -> JtelinkGenerated.render(out, Page.PLAIN, view, who.get(), me.personName()));
    }

    @PostMapping("/account/upstream/link")
    Page link(View view, SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        var who = visits.stranger(request);
        if (who.isEmpty()) return Page.goTo("/account/upstream");
        linkAccount.mayChange(me);
        var outcome = linkAccount.link(me, who.get(), view.language());
        visits.forgetStranger(request, response);
        return switch (outcome) {
            case LinkAccount.Outcome.Linked _ -> Page.goTo("/account/upstream?done=linked");
            case LinkAccount.Outcome.Refused(var words) -> accounts(409, view, me, "", words);
        };
    }

    @PostMapping("/account/upstream/unlink")
    Page unlink(View view, SignedIn me, @RequestParam(defaultValue = "") String provider) {
        linkAccount.unlink(me, providers.find(provider).orElseThrow(() -> new NotFound("provider")), view.language());
        return Page.goTo("/account/upstream?done=unlinked");
    }

    private Page accounts(int status, View view, SignedIn me, String done, String problem) {
        var section = way.toManage(view, me).stream().toList();
        return Page.of(
                status, out -> JteaccountsGenerated.render(out, Page.PLAIN, view, List.copyOf(section), done, problem));
    }
}
