package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Page;
import yici.kit.View;

/** The authorization endpoint, and the few pages a person may see on the way through it. */
@Controller
class AuthorizePages {

    private final ReadRequest readRequest;
    private final Authorize authorize;
    private final PushedRequests pushed;
    private final AskedCookie cookie;
    private final Issuer issuer;
    private final Consenting consenting;
    private final ForWhom forWhom;
    private final Sightings sightings;
    private final Clock clock;

    AuthorizePages(
            ReadRequest readRequest,
            Authorize authorize,
            PushedRequests pushed,
            AskedCookie cookie,
            Issuer issuer,
            Consenting consenting,
            ForWhom forWhom,
            Sightings sightings,
            Clock clock) {
        this.readRequest = readRequest;
        this.authorize = authorize;
        this.pushed = pushed;
        this.cookie = cookie;
        this.issuer = issuer;
        this.consenting = consenting;
        this.forWhom = forWhom;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** Where in a person's way a request stands. */
    private record Way(
            View view,
            String id,
            Asked asked,
            String issuer,
            boolean afterForm,
            HttpServletRequest request,
            HttpServletResponse response) {

        Way with(Asked changed) {
            return new Way(view, id, changed, issuer, afterForm, request, response);
        }

        String resume() {
            return "/oauth2/resume?asked=" + id;
        }
    }

    @RequestMapping(
            path = "/oauth2/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    Page authorize(View view, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var name = issuer.find(request);
        if (name.isEmpty()) return trouble(view, Trouble.NOT_SET_UP);
        var sent = Parameters.of(request);
        var before = me.map(Asked::mark).orElse("");
        if (!sent.has("request_uri")) {
            var asked = Asked.now(sent, "", clock.instant(), before);
            return go(new Way(view, AskedCookie.freshId(), asked, name.get(), false, request, response), me);
        }
        if (!sent.get("request_uri").startsWith(PushedRequests.PREFIX)) return foreignUri(view, sent, name.get());
        return pushed.find(sent.get("request_uri"), sent.get("client_id"))
                .map(parameters -> Asked.now(parameters, sent.get("request_uri"), clock.instant(), before))
                .map(asked -> go(new Way(view, AskedCookie.freshId(), asked, name.get(), false, request, response), me))
                .orElseGet(() -> trouble(view, Trouble.REQUEST_GONE));
    }

    /** Back from signing in or from showing more. */
    @GetMapping("/oauth2/resume")
    Page resume(
            View view,
            Optional<SignedIn> me,
            @RequestParam(defaultValue = "") String asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        return cookie.find(asked, request)
                .map(kept -> go(new Way(view, asked, kept, issuer.of(request), true, request, response), me))
                .orElseGet(() -> trouble(view, Trouble.FORGOTTEN));
    }

    @PostMapping("/oauth2/choose")
    Page choose(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kept = cookie.find(asked, request).map(Asked::whereChosen);
        if (kept.isEmpty()) return trouble(view, Trouble.FORGOTTEN);
        var way = new Way(view, asked, kept.get(), issuer.of(request), true, request, response);
        return kept(way, () -> Page.goTo(way.resume()));
    }

    /** The party's wish; whatever comes of it, the way goes on. */
    @PostMapping("/oauth2/act-for")
    Page actFor(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kept = cookie.find(asked, request);
        if (kept.isEmpty()) return trouble(view, Trouble.FORGOTTEN);
        var way = new Way(view, asked, kept.get(), issuer.of(request), true, request, response);
        if (!(readRequest.read(kept.get().parameters(), way.issuer()) instanceof ReadRequest.Reading.Valid(var valid)))
            return Page.goTo(way.resume());
        var status = answer.equals("yes") ? meet(valid, me, request, response) : ForWhom.DECLINED;
        return kept(way.with(kept.get().whereWished(status)), () -> Page.goTo(way.resume()));
    }

    private String meet(
            AuthorizationRequest valid, SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        return valid.representee()
                .map(id -> forWhom.meet(valid.party(), id, me, request, response))
                .orElse(ForWhom.DECLINED);
    }

    @PostMapping("/oauth2/agree")
    Page agree(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kept = cookie.find(asked, request);
        if (kept.isEmpty()) return trouble(view, Trouble.FORGOTTEN);
        var way = new Way(view, asked, kept.get(), issuer.of(request), true, request, response);
        return switch (readRequest.read(kept.get().parameters(), way.issuer())) {
            case ReadRequest.Reading.Valid(var valid) ->
                answer.equals("yes")
                        ? show(way, valid, me, authorize.agreed(valid, kept.get(), me))
                        : show(
                                way,
                                valid,
                                me,
                                new Authorize.Next.Refused("access_denied", "the person does not agree"));
            case ReadRequest.Reading.Refused refused -> tell(way, refused);
            case ReadRequest.Reading.Broken(var trouble) -> trouble(view, trouble);
        };
    }

    private Page go(Way way, Optional<SignedIn> me) {
        return switch (readRequest.read(way.asked().parameters(), way.issuer())) {
            case ReadRequest.Reading.Valid(var valid) -> go(way, valid, me);
            case ReadRequest.Reading.Refused refused -> tell(way, refused);
            case ReadRequest.Reading.Broken(var trouble) -> {
                var said = PushRequest.sentence(trouble);
                sightings.refused(way.asked().parameters().get("client_id"), Refusal.INVALID_REQUEST, said);
                yield trouble(way.view(), trouble);
            }
        };
    }

    private Page go(Way way, AuthorizationRequest valid, Optional<SignedIn> me) {
        if (valid.party().isDepartment() && way.asked().pushed().isEmpty())
            return tell(way, valid, Refusal.INVALID_REQUEST, "a department pushes its request first (PAR)");
        var next = authorize.next(valid, way.asked(), me);
        if (next instanceof Authorize.Next.SignIn) return signIn(way, valid);
        return me.map(known -> show(way, valid, known, next)).orElseGet(() -> refused(way, valid, next));
    }

    private Page refused(Way way, AuthorizationRequest valid, Authorize.Next next) {
        if (next instanceof Authorize.Next.Refused(var code, var sentence)) return tell(way, valid, code, sentence);
        throw new IllegalStateException("nobody is there for " + next);
    }

    private Page show(Way way, AuthorizationRequest valid, SignedIn me, Authorize.Next next) {
        return switch (next) {
            case Authorize.Next.SignIn _ -> signIn(way, valid);
            case Authorize.Next.Choose _ -> ask(way, () -> consenting.choose(way.view(), way.id(), valid, me));
            case Authorize.Next.Agree(var scopes) ->
                ask(way, () -> consenting.agree(way.view(), way.id(), valid, me, scopes));
            case Authorize.Next.ActFor(var whom) ->
                ask(way, () -> consenting.actFor(way.view(), way.id(), valid, me, whom));
            case Authorize.Next.StepUp(var needed) -> stepUp(way, me, needed);
            case Authorize.Next.Granted(var code) -> {
                cookie.forget(way.id(), way.request(), way.response());
                var to = answer(valid.redirectUri(), valid.state(), way.issuer(), "code", code.value(), "");
                yield leave(way, valid.party(), to);
            }
            case Authorize.Next.Refused(var code, var sentence) -> tell(way, valid, code, sentence);
            case Authorize.Next.Gone _ -> trouble(way.view(), Trouble.REQUEST_GONE);
        };
    }

    /** A question has an address of its own, which can be read again, in another language too. */
    private Page ask(Way way, Supplier<Page> question) {
        return way.afterForm() ? question.get() : kept(way, () -> Page.goTo(way.resume()));
    }

    /** The house asks for more and comes back to {@code resume}. */
    private Page stepUp(Way way, SignedIn me, Trust needed) {
        if (!way.afterForm()) return kept(way, () -> Page.goTo(way.resume()));
        return kept(way.with(way.asked().whereSteppedUp()), () -> {
            me.require(needed);
            throw new IllegalStateException("nothing more is needed");
        });
    }

    private Page signIn(Way way, AuthorizationRequest valid) {
        var language = valid.language().map(code -> "&lang=" + code).orElse("");
        return kept(way, () -> Page.goTo("/sign-in?to=" + URLEncoder.encode(way.resume(), UTF_8) + language));
    }

    private Page kept(Way way, Supplier<Page> page) {
        return cookie.keep(way.id(), way.asked(), way.request(), way.response())
                ? page.get()
                : trouble(way.view(), Trouble.TOO_LARGE);
    }

    private Page tell(Way way, ReadRequest.Reading.Refused refused) {
        sightings.refused(way.asked().parameters().get("client_id"), refused.code(), refused.sentence());
        return leave(
                way,
                null,
                answer(
                        refused.redirectUri(),
                        refused.state(),
                        way.issuer(),
                        "error",
                        refused.code(),
                        refused.sentence()));
    }

    private Page tell(Way way, AuthorizationRequest valid, String code, String sentence) {
        cookie.forget(way.id(), way.request(), way.response());
        sightings.refused(valid.party().clientId(), code, sentence);
        return leave(
                way, valid.party(), answer(valid.redirectUri(), valid.state(), way.issuer(), "error", code, sentence));
    }

    /** A form may only lead to ourselves (our content policy), so after one the page that comes next leads on. */
    private static Page leave(Way way, @org.jspecify.annotations.Nullable RelyingParty party, String to) {
        if (!way.afterForm() || party == null) return Page.leaveFor(to);
        return Page.of(out -> JtegoingOnGenerated.render(
                out, Page.PLAIN, way.view(), to, way.view().t(party.name())));
    }

    /** With our name in it, so that a party that knows several providers is not led to mix them up (RFC 9207). */
    private static String answer(
            String redirectUri, String state, String issuer, String name, String value, String sentence) {
        var to = new StringBuilder(redirectUri)
                .append(redirectUri.contains("?") ? '&' : '?')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8));
        if (!sentence.isEmpty()) to.append("&error_description=").append(URLEncoder.encode(sentence, UTF_8));
        if (!state.isEmpty()) to.append("&state=").append(URLEncoder.encode(state, UTF_8));
        return to.append("&iss=").append(URLEncoder.encode(issuer, UTF_8)).toString();
    }

    /** An address to fetch the request from: we fetch from nowhere. */
    private Page foreignUri(View view, Parameters sent, String name) {
        return switch (readRequest.read(sent.without("request_uri"), name)) {
            case ReadRequest.Reading.Valid(var valid) ->
                Page.leaveFor(answer(
                        valid.redirectUri(),
                        valid.state(),
                        name,
                        "error",
                        "request_uri_not_supported",
                        "push the request instead"));
            case ReadRequest.Reading.Refused refused ->
                Page.leaveFor(answer(
                        refused.redirectUri(),
                        refused.state(),
                        name,
                        "error",
                        "request_uri_not_supported",
                        "push the request instead"));
            case ReadRequest.Reading.Broken(var trouble) -> trouble(view, trouble);
        };
    }

    static Page trouble(View view, Trouble trouble) {
        return Page.of(trouble.status(), out -> JtetroubleGenerated.render(out, Page.PLAIN, view, trouble));
    }
}
