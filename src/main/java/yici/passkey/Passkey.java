package yici.passkey;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One passkey of one person.
 *
 * @param attested model, credential and public key as the authenticator wrote them
 * @param model AAGUID; all zero where the authenticator does not say
 * @param counter of signatures; zero for passkeys that do not count
 * @param backupEligible can be copied to the person's other devices
 * @param backedUp and is
 */
record Passkey(
        UUID id,
        UUID account,
        String name,
        byte[] credential,
        byte[] attested,
        UUID model,
        Set<String> transports,
        long counter,
        boolean backupEligible,
        boolean backedUp,
        Instant createdAt,
        Instant lastUsedAt) {}
