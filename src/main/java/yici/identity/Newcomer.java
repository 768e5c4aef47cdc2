package yici.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is opening an account, as the page carries it, sealed, until the telephone has answered: of somebody who never comes back nothing is
 * stored.
 *
 * @param began when the form was sent
 * @param sent when the last message was
 * @param code what the message said; {@link #NONE} when it said something else
 */
record Newcomer(Account account, String passwordHash, Instant began, Instant sent, String code) {

    /** As long as a code and never one, so that the page is as long as ever. */
    static final String NONE = "------";

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    Newcomer again(Instant now, String code) {
        return new Newcomer(account, passwordHash, began, now, code);
    }

    boolean lasts(Instant now) {
        return now.isBefore(began.plus(GOOD_FOR));
    }

    boolean readsCode(String typed, Instant now) {
        return !code.equals(NONE)
                && now.isBefore(sent.plus(Codes.GOOD_FOR))
                && MessageDigest.isEqual(bytes(code), bytes(Codes.digits(typed)));
    }

    String text() {
        return String.join(
                "\n",
                account.id().toString(),
                "" + began.getEpochSecond(),
                "" + sent.getEpochSecond(),
                code,
                account.name(),
                account.number(),
                account.phone(),
                passwordHash,
                account.address());
    }

    static Newcomer read(String text) {
        var line = text.split("\n", -1);
        var account = new Account(
                UUID.fromString(line[0]), SignedIn.Kind.PERSON, line[6], line[4], line[5], "", "", line[6], line[8]);
        return new Newcomer(
                account,
                line[7],
                Instant.ofEpochSecond(Long.parseLong(line[1])),
                Instant.ofEpochSecond(Long.parseLong(line[2])),
                line[3]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
