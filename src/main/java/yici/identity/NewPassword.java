package yici.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a password must be (after NIST SP 800-63B): long, not one that is known to have been stolen, not made of the person's own data. Any characters. */
final class NewPassword {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private NewPassword() {}

    /** The key of the words that say what is wrong; empty for a good one. */
    static Optional<String> flaw(String password, String... ownData) {
        var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int length = plain.codePointCount(0, plain.length());
        if (password.isEmpty()) return Optional.of("identity.password.empty");
        if (length < SHORTEST) return Optional.of("identity.password.short");
        if (length > LONGEST) return Optional.of("identity.password.long");
        if (CommonPasswords.contains(plain) || fewCharacters(plain) || isRun(plain))
            return Optional.of("identity.password.common");
        if (madeOf(plain, ownData)) return Optional.of("identity.password.own");
        return Optional.empty();
    }

    private static boolean fewCharacters(String plain) {
        return plain.codePoints().distinct().count() < 4;
    }

    /** 1234567890, abcdefghij and the like, up or down. */
    private static boolean isRun(String plain) {
        int steps = 0;
        for (int i = 1; i < plain.length(); i++) if (Math.abs(plain.charAt(i) - plain.charAt(i - 1)) == 1) steps++;
        return steps >= plain.length() - 2;
    }

    private static boolean madeOf(String plain, String... ownData) {
        return Stream.of(ownData)
                .map(own -> own.toLowerCase(Locale.ROOT))
                .filter(own -> own.length() >= 6)
                .anyMatch(own -> plain.contains(own) || own.contains(plain));
    }
}
