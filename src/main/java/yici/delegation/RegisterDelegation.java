package yici.delegation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;

/** An administrator of the giver's area, or above it, asks that a power be handed over from a day on. */
@Component
class RegisterDelegation {

    private final TakeIn takeIn;
    private final Policy policy;

    RegisterDelegation(TakeIn takeIn, Policy policy) {
        this.takeIn = takeIn;
        this.policy = policy;
    }

    @Transactional
    public Asked register(SignedIn me, Typed typed) {
        policy.check(me, Deed.KEEP_DELEGATION);
        return takeIn.take(me, typed, Optional.empty());
    }
}
