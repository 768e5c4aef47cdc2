package yici.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import yici.identity.Capacity;
import yici.identity.SignedIn;

/**
 * Who filed an application for the applicant, and by what right on that day.
 *
 * @param until as the mandate stood then; empty when it had no end
 */
public record Agent(UUID person, String name, UUID mandate, Capacity capacity, Optional<Instant> until) {

    /** Empty for who acts for himself. */
    public static Optional<Agent> of(SignedIn me) {
        return me.acting().map(a -> new Agent(a.person(), a.personName(), a.mandate(), a.capacity(), a.until()));
    }

    /** Key of the words that say as what. */
    public String as() {
        return "application.agent." + capacity.name();
    }
}
