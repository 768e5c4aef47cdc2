package yici.upstream;

import gg.jte.Content;
import gg.jte.html.HtmlContent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.OtherWay;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** What the pages of room identity show of other providers. */
@Component
class UpstreamWay implements OtherWay {

    /** @param down it did not answer just now */
    record Shown(String id, Translated name, boolean down) {}

    /** @param link empty when there is none */
    record Managed(Shown provider, Optional<Links.Link> link) {}

    /** Where somebody goes on who came from elsewhere and has opened an account, or signed in. */
    static final String LINK = "/account/upstream/link";

    private final Providers providers;
    private final Links links;
    private final Outages outages;
    private final OwnAddress address;
    private final Roundtrips visits;

    UpstreamWay(Providers providers, Links links, Outages outages, OwnAddress address, Roundtrips visits) {
        this.providers = providers;
        this.links = links;
        this.outages = outages;
        this.address = address;
        this.visits = visits;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.UPSTREAM;
    }

    @Override
    public boolean ready(UUID account) {
        return !linked(account).isEmpty();
    }

    /** What was typed does not fit into the way there and back, so with it the ways that stay here are offered. */
    @Override
    public Optional<Content> toSignIn(View view, String to, String kept, HttpServletRequest request) {
        if (providers.all().isEmpty()
                || !kept.isEmpty()
                || address.callback(request).isEmpty()) return Optional.empty();
        var shown = providers.all().stream().map(this::shown).toList();
        var query = to.isEmpty() ? "" : "?to=" + Asking.encoded(to);
        HtmlContent buttons = out -> JtesignInGenerated.render(out, Page.PLAIN, view, shown, query);
        return Optional.of(buttons);
    }

    @Override
    public Content toProve(View view, UUID account, Content carried) {
        var shown = linked(account).stream().map(this::shown).toList();
        HtmlContent forms = out -> JteproveGenerated.render(out, Page.PLAIN, view, shown, carried);
        return forms;
    }

    @Override
    public Optional<Content> toManage(View view, SignedIn me) {
        var mine = links.of(me.person());
        List<Managed> managed = providers.all().stream()
                .filter(provider -> provider.kind() == me.kind())
                .map(provider -> new Managed(
                        shown(provider),
                        mine.stream()
                                .filter(link -> link.provider().equals(provider.id()))
                                .findFirst()))
                .toList();
        HtmlContent section = out -> JtesectionGenerated.render(out, Page.PLAIN, view, managed);
        return managed.isEmpty() ? Optional.empty() : Optional.of(section);
    }

    /** Only on the way that begins at the page for strangers: the next person at the same screen does not see it. */
    @Override
    public Optional<Said> said(HttpServletRequest request) {
        if (!LINK.equals(request.getParameter("to"))) return Optional.empty();
        return visits.stranger(request).map(who -> new Said(who.name(), who.number()));
    }

    private List<Provider> linked(UUID account) {
        if (providers.all().isEmpty()) return List.of();
        return links.of(account).stream()
                .flatMap(link -> providers.find(link.provider()).stream())
                .toList();
    }

    private Shown shown(Provider provider) {
        return new Shown(provider.id(), provider.name(), outages.has(provider));
    }
}
