package yici.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SealedCookie;

/**
 * The open challenges of a browser lie sealed in a cookie of that browser, so that a visitor writes nothing; one that was answered is
 * noted in the database for as long as it would have been good, so that the answer works once on all nodes together.
 */
@Component
class Challenges {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** A person has a few windows open; the oldest challenge makes room. */
    private static final int MOST = 4;

    private static final String COOKIE = "passkey";

    private final SealedCookie cookies;
    private final JdbcClient db;
    private final Clock clock;

    Challenges(SealedCookie cookies, JdbcClient db, Clock clock) {
        this.cookies = cookies;
        this.db = db;
        this.clock = clock;
    }

    Challenge ask(
            Challenge.Purpose purpose,
            Optional<UUID> account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fresh = Challenge.fresh(purpose, account, clock.instant().plus(GOOD_FOR));
        var open = Stream.concat(Stream.of(fresh), open(request).stream())
                .limit(MOST)
                .map(Challenge::text)
                .collect(Collectors.joining("\n"));
        cookies.write(COOKIE, open, GOOD_FOR, request, response);
        return fresh;
    }

    /** Those this browser was given and may still answer. */
    List<Challenge> open(HttpServletRequest request) {
        return cookies.read(COOKIE, request).stream()
                .flatMap(String::lines)
                .map(Challenge::read)
                .filter(challenge -> challenge.endsAt().isAfter(clock.instant()))
                .toList();
    }

    /** False when it was answered before, be it on another node at this very moment. */
    boolean spend(Challenge challenge) {
        sweep();
        return db.sql("insert into passkey.spent (challenge_hash, ends_at) values (:hash, :end) on conflict do nothing")
                        .param("hash", hash(challenge.value()))
                        .param("end", Timestamp.from(challenge.endsAt()))
                        .update()
                == 1;
    }

    private void sweep() {
        db.sql("""
                        delete from passkey.spent where challenge_hash in
                            (select challenge_hash from passkey.spent where ends_at < :now order by ends_at limit 100)
                        """).param("now", Timestamp.from(clock.instant())).update();
    }

    private static byte[] hash(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
