package yici.openid;

import java.time.Instant;
import yici.identity.SignedIn;

/**
 * A party's question while its person signs in, chooses or agrees. It rests sealed in the browser; nothing is stored for a visitor.
 *
 * @param pushed the {@code request_uri} it came by; empty when it came in the address
 * @param since when it was asked
 * @param before the session and how much had been shown in it when it was asked; what was shown since is fresh
 * @param chosen the person has said that they want to go on as who they are
 * @param steppedUp the person was asked to show more
 */
record Asked(Parameters parameters, String pushed, Instant since, String before, boolean chosen, boolean steppedUp) {

    static String mark(SignedIn me) {
        return me.signOn().id() + " " + me.signOn().proofs().size();
    }

    boolean provedSince(SignedIn me) {
        return !mark(me).equals(before);
    }

    Asked whereChosen() {
        return new Asked(parameters, pushed, since, before, true, steppedUp);
    }

    Asked whereSteppedUp() {
        return new Asked(parameters, pushed, since, before, chosen, true);
    }
}
