package yici.mandate;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.identity.WaitingForMe;

/** Mandates somebody was offered and has not answered. */
@Component
class WaitingOffers implements WaitingForMe {

    private final Mandates mandates;
    private final Accounts accounts;
    private final Clock clock;

    WaitingOffers(Mandates mandates, Accounts accounts, Clock clock) {
        this.mandates = mandates;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Waiting> of(SignedIn me) {
        if (me.acting().isPresent()) return Optional.empty();
        var now = clock.instant();
        long offers = accounts.lately(me.person()).stream()
                .flatMap(person -> mandates.to(person.id(), person.number()).stream())
                .filter(mandate -> mandate.at(now) == Mandate.State.OFFERED)
                .count();
        return offers == 0
                ? Optional.empty()
                : Optional.of(new Waiting("mandate.waiting", (int) offers, "/account/mandates"));
    }
}
