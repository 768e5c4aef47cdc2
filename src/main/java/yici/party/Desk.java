package yici.party;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.kit.NotFound;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;
import yici.party.Registrations.Registration;

/** Finds a system for somebody who may deal with it; for anybody else there is no such system. */
@Component
class Desk {

    record Found(Registration registration, RelyingParty party) {}

    private final Registrations registrations;
    private final RelyingParties parties;
    private final Policy policy;
    private final Clock clock;

    Desk(Registrations registrations, RelyingParties parties, Policy policy, Clock clock) {
        this.clock = clock;
        this.registrations = registrations;
        this.parties = parties;
        this.policy = policy;
    }

    List<Found> all(SignedIn me, Deed deed) {
        return registrations.within(policy.reach(me, deed)).stream()
                .map(registration -> new Found(registration, party(registration.clientId())))
                .toList();
    }

    /** @throws NotFound */
    Found find(SignedIn me, Deed deed, String clientId) {
        return found(registrations.find(clientId), me, deed, clientId);
    }

    /** @throws NotFound */
    Found lock(SignedIn me, Deed deed, String clientId) {
        return found(registrations.lock(clientId), me, deed, clientId);
    }

    /** As {@link #lock}, for what must never happen behind somebody's back: another key, another secret, a stop, an approval. */
    Found lockFresh(SignedIn me, Deed deed, String clientId) {
        var found = lock(me, deed, clientId);
        beFresh(me);
        return found;
    }

    void beFresh(SignedIn me) {
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
    }

    private Found found(java.util.Optional<Registration> registration, SignedIn me, Deed deed, String clientId) {
        return registration
                .filter(one -> policy.allows(me, deed, one.thing()))
                .map(one -> new Found(one, party(clientId)))
                .orElseThrow(() -> new NotFound("party " + clientId));
    }

    private RelyingParty party(String clientId) {
        return parties.find(clientId).orElseThrow(() -> new NotFound("party " + clientId));
    }
}
