package yici.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what an authenticator says and checks it as WebAuthn asks for, always with the user verified: by finger, face or the device's own
 * code. Attestation is not asked for: any authenticator of the person's choice is good.
 */
@Component
class Ceremony {

    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private static final Logger log = LoggerFactory.getLogger(Ceremony.class);
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    sealed interface Made {
        record Good(
                byte[] credential,
                byte[] attested,
                UUID model,
                Set<String> transports,
                long counter,
                boolean backupEligible,
                boolean backedUp)
                implements Made {}

        record NotVerified() implements Made {}

        record Wrong() implements Made {}
    }

    sealed interface Shown {
        record Good(long counter, boolean backedUp) implements Shown {}

        record NotVerified() implements Shown {}

        /** The counter went backwards: somebody may hold a copy. */
        record Copied() implements Shown {}

        record Wrong() implements Shown {}
    }

    /** What a browser sent for a new passkey, and the challenge it says it answers. */
    record MadeAnswer(RegistrationData data, byte[] challenge) {}

    /** What a browser sent that shows a passkey, which one, and the challenge it says it answers. */
    record ShownAnswer(AuthenticationData data, byte[] credential, byte[] challenge) {}

    /** Empty when it is no such thing. */
    Optional<MadeAnswer> readMade(String json) {
        return read(json, webAuthn::parseRegistrationResponseJSON)
                .filter(data -> data.getAttestationObject() != null
                        && data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData() != null)
                .flatMap(data -> challenge(data.getCollectedClientData()).map(value -> new MadeAnswer(data, value)));
    }

    /** Empty when it is no such thing. */
    Optional<ShownAnswer> readShown(String json) {
        return read(json, webAuthn::parseAuthenticationResponseJSON)
                .filter(data -> data.getAuthenticatorData() != null)
                .flatMap(data -> Optional.ofNullable(data.getCredentialId())
                        .flatMap(credential -> challenge(data.getCollectedClientData())
                                .map(value -> new ShownAnswer(data, credential, value))));
    }

    private static Optional<byte[]> challenge(@Nullable CollectedClientData said) {
        return Optional.ofNullable(said)
                .map(CollectedClientData::getChallenge)
                .flatMap(challenge -> Optional.ofNullable(challenge.getValue()));
    }

    Made checkMade(MadeAnswer made, Challenge challenge, RelyingSite.Here here) {
        var algorithms = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            webAuthn.verify(made.data(), new RegistrationParameters(expected(challenge, here), algorithms, true, true));
        } catch (UserNotVerifiedException e) {
            return new Made.NotVerified();
        } catch (RuntimeException wrong) {
            log.debug("not made: {}", wrong.getClass().getSimpleName());
            return new Made.Wrong();
        }
        return good(made.data());
    }

    private Made good(RegistrationData made) {
        var said = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(said.getAttestedCredentialData());
        var transports = Optional.ofNullable(made.getTransports()).orElseGet(Set::of).stream()
                .map(AuthenticatorTransport::getValue)
                .filter(transport -> transport.matches("[a-z-]{1,20}"))
                .limit(8)
                .collect(Collectors.toUnmodifiableSet());
        return new Made.Good(
                key.getCredentialId(),
                attested.convert(key),
                Optional.ofNullable(key.getAaguid().getValue()).orElseGet(() -> new UUID(0, 0)),
                transports,
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS());
    }

    Shown checkShown(ShownAnswer shown, Passkey passkey, Challenge challenge, RelyingSite.Here here) {
        try {
            webAuthn.verify(
                    shown.data(),
                    new AuthenticationParameters(expected(challenge, here), record(passkey), null, true, true));
        } catch (UserNotVerifiedException e) {
            return new Shown.NotVerified();
        } catch (MaliciousCounterValueException e) {
            return new Shown.Copied();
        } catch (RuntimeException wrong) {
            log.debug("not shown: {}", wrong.getClass().getSimpleName());
            return new Shown.Wrong();
        }
        var said = Objects.requireNonNull(shown.data().getAuthenticatorData());
        return new Shown.Good(said.getSignCount(), said.isFlagBS());
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.counter(),
                attested.convert(passkey.attested()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty expected(Challenge challenge, RelyingSite.Here here) {
        return ServerProperty.builder()
                .origins(here.origins().stream().map(Origin::create).collect(Collectors.toSet()))
                .rpId(here.id())
                .challenge(new DefaultChallenge(challenge.value()))
                .build();
    }

    private static <T> Optional<T> read(String json, java.util.function.Function<String, T> reader) {
        if (json.isEmpty() || json.length() > LONGEST_ANSWER) return Optional.empty();
        try {
            return Optional.of(reader.apply(json));
        } catch (RuntimeException unreadable) { // the library trips over some things that are no answers at all
            log.debug("unreadable: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
