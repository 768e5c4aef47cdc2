package yici.passkey;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import yici.identity.Account;

/** What a browser is asked, in the JSON form of WebAuthn Level 3. */
final class Questions {

    private static final int MINUTE_MILLIS = 60_000;

    private Questions() {}

    /** A new passkey that is found without a user name, made with the user verified; not on an authenticator that has one already. */
    static String make(
            Challenge challenge, RelyingSite.Here here, String siteName, Account account, List<Passkey> known) {
        return json(Map.of(
                "rp", Map.of("id", here.id(), "name", siteName),
                "user",
                        Map.of(
                                "id", base64(handle(account.id())),
                                "name", account.login(),
                                "displayName", account.name()),
                "challenge", challenge.base64(),
                "pubKeyCredParams",
                        Ceremony.ALGORITHMS.stream()
                                .map(COSEAlgorithmIdentifier::getValue)
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                                .toList(),
                "timeout", 5 * MINUTE_MILLIS,
                "excludeCredentials", known.stream().map(Questions::named).toList(),
                "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "attestation", "none"));
    }

    /** @param known of the person who is asked; empty when any passkey of this site may answer */
    static String show(Challenge challenge, RelyingSite.Here here, List<Passkey> known) {
        return json(Map.of(
                "challenge", challenge.base64(),
                "rpId", here.id(),
                "timeout", 5 * MINUTE_MILLIS,
                "userVerification", "required",
                "allowCredentials", known.stream().map(Questions::named).toList()));
    }

    private static Map<String, Object> named(Passkey passkey) {
        return Map.of(
                "type",
                "public-key",
                "id",
                base64(passkey.credential()),
                "transports",
                new TreeSet<>(passkey.transports()));
    }

    /** By which an authenticator names the person: the account's id, which says nothing about them. */
    static byte[] handle(UUID account) {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, Object> question) {
        return JsonMapper.shared().writeValueAsString(question);
    }
}
