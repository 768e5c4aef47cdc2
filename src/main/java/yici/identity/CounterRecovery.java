package yici.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An account asked back at a counter.
 *
 * @param phone the new one
 * @param counter the body whose officer has compared the person with the document
 * @param opensAt until then whoever still has the account can stop it
 */
record CounterRecovery(
        UUID id,
        UUID account,
        String phone,
        UUID askedBy,
        String counter,
        Instant askedAt,
        Instant opensAt,
        Instant endsAt) {}
