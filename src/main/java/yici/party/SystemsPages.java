package yici.party;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.jurisdiction.Bodies;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** Which systems of public bodies may know what of whoever signs on to them, for anybody to read: the law's way to inform. */
@Controller
class SystemsPages {

    /** @param knows keys of the words {@code party.scope.<key>} */
    record Open(Translated name, Translated body, List<String> knows, Map<String, String> reasons) {}

    private final Registrations registrations;
    private final RelyingParties parties;
    private final Bodies bodies;

    SystemsPages(Registrations registrations, RelyingParties parties, Bodies bodies) {
        this.registrations = registrations;
        this.parties = parties;
        this.bodies = bodies;
    }

    @GetMapping("/systems")
    Page systems(View view) {
        var open = registrations.ofBodiesInProduction().stream()
                .flatMap(one -> parties.find(one.clientId()).filter(RelyingParty::active).stream()
                        .map(party -> open(one, party)))
                .toList();
        return Page.of(out -> JtesystemsGenerated.render(out, Page.PLAIN, view, open));
    }

    private Open open(Registrations.Registration registration, RelyingParty party) {
        return new Open(
                party.name(),
                bodies.get(registration.body()).name(),
                PartyForm.SCOPES.stream().filter(party.scopes()::contains).toList(),
                registration.reasons());
    }
}
