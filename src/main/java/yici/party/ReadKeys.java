package yici.party;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import yici.openid.Signatures;

/** Keys that somebody pasted: the public halves, of a kind that FAPI 2.0 takes. */
final class ReadKeys {

    sealed interface Reading {
        record Good(JWKSet keys) implements Reading {}

        /** @param key of the words */
        record Flawed(String key) implements Reading {}
    }

    private static final int MOST = 5;

    private ReadKeys() {}

    static Reading read(String typed) {
        if (typed.contains("PRIVATE KEY")) return flawed("private");
        JWKSet keys;
        try {
            keys = typed.contains("\"keys\"") ? JWKSet.parse(typed) : new JWKSet(JWK.parse(typed));
        } catch (ParseException | IllegalArgumentException broken) {
            return flawed("broken");
        }
        if (keys.isEmpty()) return flawed("none");
        if (keys.size() > MOST) return flawed("many");
        if (keys.getKeys().stream().anyMatch(JWK::isPrivate)) return flawed("private");
        return keys.getKeys().stream().allMatch(Signatures::isFit) ? new Reading.Good(keys) : flawed("kind");
    }

    private static Reading flawed(String key) {
        return new Reading.Flawed("party.flaw.keys." + key);
    }
}
