package yici.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.View;

/** Another record for the same power in the same areas takes the place of one, on its own first day. */
@Component
class ReplaceDelegation {

    private final KeptDelegations kept;
    private final Ours ours;
    private final TakeIn takeIn;
    private final Policy policy;
    private final Clock clock;

    ReplaceDelegation(KeptDelegations kept, Ours ours, TakeIn takeIn, Policy policy, Clock clock) {
        this.kept = kept;
        this.ours = ours;
        this.takeIn = takeIn;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional
    public Asked replace(SignedIn me, String number, Typed typed) {
        policy.check(me, Deed.KEEP_DELEGATION);
        var old = ours.get(me, kept.lock(), number);
        if (!mayBe(old)) return new Asked.Flawed(List.of(Flaw.of("power", "not-now", number)));
        return takeIn.take(me, fixed(typed, old), Optional.of(old));
    }

    boolean mayBe(Recorded old) {
        var state = old.state(LocalDate.ofInstant(clock.instant(), View.ZONE));
        return old.asked().isEmpty() && (state == Recorded.State.VALID || state == Recorded.State.COMING);
    }

    /** What is replaced says which power and where. */
    static Typed fixed(Typed typed, Recorded old) {
        return typed.with("power", old.delegation().power())
                .with("areas", String.join(" ", old.delegation().areas()));
    }
}
