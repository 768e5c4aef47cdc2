package yici.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature this node has already found to be ours: a system shows the same one many times in its quarter of an hour, and
 * the arithmetic is most of what an answer costs. Whether a token still stands is asked anew each time; only the signature is not.
 */
final class SignedByUs {

    private static final int KEPT = 2048;

    /** The keys it was found under: with other keys everything is looked at again. */
    private List<SigningKey> under = List.of();

    private final Map<ByteBuffer, JWTClaimsSet> claims = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, JWTClaimsSet> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<JWTClaimsSet> find(String token, String type, List<SigningKey> keys) {
        return keys == under ? Optional.ofNullable(claims.get(name(token, type))) : Optional.empty();
    }

    synchronized void keep(String token, String type, List<SigningKey> keys, JWTClaimsSet found) {
        if (keys != under) claims.clear();
        under = keys;
        claims.put(name(token, type), found);
    }

    /** The token itself stays nowhere. */
    private static ByteBuffer name(String token, String type) {
        return ByteBuffer.wrap(Opaque.sha256(type + " " + token));
    }
}
