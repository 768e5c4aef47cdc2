package yici.upstream;

import java.util.Optional;

/** How people are recognised by another provider: they are sent there, come back with a code, and the code is exchanged for who they are. */
interface CodeExchange {

    sealed interface Outcome {
        record Known(Attested who) implements Outcome {}

        /**
         * The code is not good, or what came for it does not hold.
         *
         * @param why for the log; nothing of what came
         */
        record Refused(String why) implements Outcome {}

        /** The provider does not answer. */
        record Down() implements Outcome {}
    }

    /** @param issuer who says to have answered (RFC 9207); empty when nobody does */
    record Answer(String code, String issuer) {}

    Provider.Protocol protocol();

    /** The address to send the person to; empty when the provider does not answer. */
    Optional<String> enter(Provider provider, Visit visit, String redirect);

    Outcome exchange(Provider provider, Visit visit, Answer answer, String redirect);
}
