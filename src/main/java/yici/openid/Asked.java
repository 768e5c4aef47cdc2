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
 * @param forWhom what became of the party's wish that the person act for somebody; empty before they were asked
 */
record Asked(
        Parameters parameters,
        String pushed,
        Instant since,
        String before,
        boolean chosen,
        boolean steppedUp,
        String forWhom) {

    static Asked now(Parameters parameters, String pushed, Instant since, String before) {
        return new Asked(parameters, pushed, since, before, false, false, "");
    }

    static String mark(SignedIn me) {
        return me.signOn().id() + " " + me.signOn().proofs().size();
    }

    boolean provedSince(SignedIn me) {
        return !mark(me).equals(before);
    }

    Asked whereChosen() {
        return new Asked(parameters, pushed, since, before, true, steppedUp, forWhom);
    }

    Asked whereSteppedUp() {
        return new Asked(parameters, pushed, since, before, chosen, true, forWhom);
    }

    Asked whereWished(String status) {
        return new Asked(parameters, pushed, since, before, chosen, steppedUp, status);
    }
}
