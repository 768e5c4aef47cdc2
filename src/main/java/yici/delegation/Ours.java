package yici.delegation;

import org.springframework.stereotype.Component;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Bodies;
import yici.kit.NotFound;

/** The records whose giver belongs to an area that somebody governs. */
@Component
class Ours {

    private final Policy policy;
    private final Bodies bodies;

    Ours(Policy policy, Bodies bodies) {
        this.policy = policy;
        this.bodies = bodies;
    }

    /** @throws NotFound for a record that is not there, or of an area this person does not govern */
    Recorded get(SignedIn me, DelegationRegister register, String number) {
        return register.find(number)
                .filter(recorded -> isOurs(me, recorded))
                .orElseThrow(() -> new NotFound("delegation " + number));
    }

    boolean isOurs(SignedIn me, Recorded recorded) {
        return policy.allows(me, Deed.KEEP_DELEGATION, thing(recorded));
    }

    private Thing thing(Recorded recorded) {
        return Thing.in(bodies.get(recorded.delegation().giver()).area());
    }

    String area(Recorded recorded) {
        return bodies.get(recorded.delegation().giver()).area();
    }
}
