package yici.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that only the browser keeps; the database knows their hash. */
record Token(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Token fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Digest.of(value);
    }

    @Override
    public String toString() {
        return "Token";
    }
}
