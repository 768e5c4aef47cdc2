package yici.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten tries in a quarter of an hour at everything but the password, whichever of them is tried. */
@Component
class FactorTries {

    static final int MOST = 10;

    private final Attempts attempts;
    private final TransactionTemplate transaction;

    FactorTries(Attempts attempts, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.transaction = transaction;
    }

    /** @param right answers which authenticator it was, or nothing */
    Way.Answer tried(UUID account, Supplier<Optional<String>> right) {
        var what = "factor:" + account;
        var refused = transaction.execute(_ -> attempts.countOf(what, MOST));
        if (refused.isPresent()) return new Way.Answer.TooMany(refused.get().until());

        return transaction.execute(_ -> right.get()
                .<Way.Answer>map(authenticator -> {
                    attempts.forgiveAll(what);
                    return new Way.Answer.Right(authenticator);
                })
                .orElseGet(Way.Answer.Wrong::new));
    }
}
