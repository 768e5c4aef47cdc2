package yici.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One sign-on: from signing in to signing out, with everything that was shown in between.
 *
 * @param id names the session in lists, logs and to relying parties ({@code sid} is derived from it); it opens nothing
 * @param since when the person signed in
 * @param proofs in the order they were given, the first at {@code since}
 * @param trust what the account was proofed to, but no more than what was shown is worth
 */
public record SignOn(UUID id, Instant since, List<Proof> proofs, Trust trust) {

    static final SignOn NONE = new SignOn(new UUID(0, 0), Instant.EPOCH, List.of(), Trust.LEVEL_3);

    /** When the person last showed who they are: {@code auth_time} of OpenID Connect. */
    public Instant lastProof() {
        return proofs.isEmpty() ? since : proofs.getLast().at();
    }
}
