package yici.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * One way in which a person can show who they are. The second step of signing in, the step-up page and the rule for staff ask all beans of
 * this type, so a new kind of authenticator is one more class beside these and a piece of {@code stepUp.jte}.
 */
interface Way {

    sealed interface Answer {
        /** @param authenticator which of several; may be empty */
        record Right(String authenticator) implements Answer {}

        record Wrong() implements Answer {}

        record TooMany(Instant until) implements Answer {}
    }

    Proof.Method method();

    /** Whether this account has it and it can be used now. */
    boolean ready(UUID account);

    /** Whether who has it is asked for it after a password, each time. */
    default boolean askedAlways(UUID account) {
        return false;
    }

    /** Opens its own transactions: what it takes may take long. */
    Answer prove(UUID account, String typed, SignIn.From from);
}
