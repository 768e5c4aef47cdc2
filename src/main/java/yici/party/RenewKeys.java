package yici.party;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** New keys, or a new secret. What was there before is good for another day, so that the system's machines can be changed one by one. */
@Component
class RenewKeys {

    sealed interface Outcome {
        record Changed() implements Outcome {}

        /** @param secret to be shown once */
        record NewSecret(String secret) implements Outcome {}

        /** @param key of the words */
        record Flawed(String key) implements Outcome {}
    }

    static final Duration BOTH = Duration.ofHours(24);

    private final Desk desk;
    private final Registrations registrations;
    private final RelyingParties parties;
    private final AuditLog audit;
    private final Clock clock;

    RenewKeys(Desk desk, Registrations registrations, RelyingParties parties, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.registrations = registrations;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome keys(SignedIn me, String clientId, String typed) {
        var found = desk.lockFresh(me, Deed.KEEP_PARTY, clientId);
        if (Kind.of(found.party()) != Kind.KEYS) return new Outcome.Flawed("party.flaw.keys.none");
        return switch (ReadKeys.read(typed)) {
            case ReadKeys.Reading.Flawed(var key) -> new Outcome.Flawed(key);
            case ReadKeys.Reading.Good(var fresh) -> {
                var now = clock.instant();
                parties.save(found.party().withKeys(both(fresh, found.party().keys(), now), ""));
                registrations.keysChanged(clientId);
                audit.record(me.did(PartyAct.KEYS_CHANGED, "party:" + clientId, "", now));
                yield new Outcome.Changed();
            }
        };
    }

    @Transactional
    Outcome secret(SignedIn me, String clientId) {
        var found = desk.lockFresh(me, Deed.KEEP_PARTY, clientId);
        if (Kind.of(found.party()) != Kind.SECRET) throw new NotFound("secret of " + clientId);
        var now = clock.instant();
        var secret = parties.changeSecret(found.party(), now.plus(BOTH));
        registrations.keysChanged(clientId);
        audit.record(me.did(PartyAct.SECRET_CHANGED, "party:" + clientId, "", now));
        return new Outcome.NewSecret(secret);
    }

    /** Whether another key would prove who is calling. */
    static boolean differ(RelyingParty before, RelyingParty after) {
        return !before.keysUri().equals(after.keysUri())
                || !after.keys().getKeys().stream().allMatch(key -> isIn(before.keys(), key))
                || !before.keys().getKeys().stream().allMatch(key -> isIn(after.keys(), key));
    }

    /** What was registered before goes on for a day beside the new ones; where keys are published at an address, there they are. */
    static RelyingParty overlapping(RelyingParty before, RelyingParty after, Instant now) {
        boolean pasted = before.keysUri().isEmpty() && after.keysUri().isEmpty();
        return pasted ? after.withKeys(both(after.keys(), before.keys(), now), "") : after;
    }

    private static boolean isIn(JWKSet keys, JWK key) {
        return keys.getKeys().stream().anyMatch(same -> isSame(same, key));
    }

    private static JWKSet both(JWKSet fresh, JWKSet former, Instant now) {
        var all = new ArrayList<>(fresh.getKeys());
        for (var key : former.getKeys()) if (!isIn(fresh, key) && !isPast(key, now)) all.add(ending(key, now));
        return new JWKSet(all);
    }

    private static boolean isSame(JWK one, JWK other) {
        return one.toPublicJWK().getRequiredParams().equals(other.toPublicJWK().getRequiredParams());
    }

    private static boolean isPast(JWK key, Instant now) {
        return key.getExpirationTime() != null
                && !key.getExpirationTime().toInstant().isAfter(now);
    }

    /** One that already ends keeps its end. */
    private static JWK ending(JWK key, Instant now) {
        if (key.getExpirationTime() != null) return key;
        var end = Date.from(now.plus(BOTH));
        return switch (key) {
            case ECKey curve -> new ECKey.Builder(curve).expirationTime(end).build();
            case OctetKeyPair pair ->
                new OctetKeyPair.Builder(pair).expirationTime(end).build();
            case RSAKey rsa -> new RSAKey.Builder(rsa).expirationTime(end).build();
            default -> throw new IllegalStateException("no such key is registered: " + key.getKeyType());
        };
    }
}
