package yici.passkey;

import gg.jte.Content;
import gg.jte.html.HtmlContent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Accounts;
import yici.identity.OtherWay;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** What the pages of room identity show of passkeys. */
@Component
class PasskeyWay implements OtherWay {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final RelyingSite site;

    PasskeyWay(Passkeys passkeys, Accounts accounts, RelyingSite site) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.site = site;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.PASSKEY;
    }

    @Override
    public boolean ready(UUID account) {
        return passkeys.hasAny(account);
    }

    /** Of staff, whose second factor it is; a citizen may still come with the password, from a device that has no passkey. */
    @Override
    public boolean askedAlways(UUID account) {
        return passkeys.hasAny(account)
                && accounts.find(account)
                        .filter(known -> known.kind() == SignedIn.Kind.STAFF)
                        .isPresent();
    }

    @Override
    public Optional<Content> toSignIn(View view, String to, String kept, HttpServletRequest request) {
        HtmlContent button = out -> JtesignInGenerated.render(out, Page.PLAIN, view, to, kept);
        return site.at(request).map(_ -> button);
    }

    @Override
    public Content toProve(View view, UUID account, Content carried) {
        HtmlContent form = out -> JteproveGenerated.render(out, Page.PLAIN, view, carried);
        return form;
    }

    @Override
    public Optional<Content> toManage(View view, SignedIn me) {
        int count = passkeys.of(me.person()).size();
        HtmlContent section = out -> JtesectionGenerated.render(out, Page.PLAIN, view, count);
        return Optional.of(section);
    }
}
