package yici.openid;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** What a person has allowed which systems to know, and how to take it back. */
@Controller
class ConnectedPages {

    /** @param scopes keys of the words {@code openid.scope.<key>} */
    record Connected(
            String clientId,
            Translated name,
            List<String> scopes,
            boolean byDuty,
            Instant since,
            boolean signedInNow) {}

    private final Consents consents;
    private final Visits visits;
    private final RelyingParties parties;
    private final SessionsEnd sessionsEnd;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConnectedPages(
            Consents consents,
            Visits visits,
            RelyingParties parties,
            SessionsEnd sessionsEnd,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.consents = consents;
        this.visits = visits;
        this.parties = parties;
        this.sessionsEnd = sessionsEnd;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/account/connected")
    Page connected(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        var here = visits.of(me.person()).stream().map(Visits.Visit::clientId).toList();
        var list = consents.of(me.person()).stream()
                .map(consent -> connected(consent, here.contains(consent.clientId())))
                .toList();
        return Page.of(out -> JteconnectedGenerated.render(out, Page.PLAIN, view, list, done.equals("ended")));
    }

    @PostMapping("/account/connected/end")
    Page end(SignedIn me, @RequestParam(defaultValue = "") String party) {
        transaction.executeWithoutResult(_ -> {
            if (!consents.takeBack(me.person(), party)) return;
            sessionsEnd.endAt(me.person(), party);
            audit.record(me.did(OpenIdAct.CONSENT_REVOKED, me.asActor(), party, clock.instant()));
        });
        return Page.goTo("/account/connected?done=ended");
    }

    private Connected connected(Consents.Consent consent, boolean signedInNow) {
        var name = parties.find(consent.clientId())
                .map(RelyingParty::name)
                .orElseGet(() -> Translated.zh(consent.clientId()));
        var scopes = Scopes.ALL.stream()
                .filter(scope -> consent.scopes().contains(scope) && !scope.equals(Scopes.OPENID))
                .map(Consenting::key)
                .toList();
        return new Connected(consent.clientId(), name, scopes, consent.byDuty(), consent.givenAt(), signedInNow);
    }
}
