package yici.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.Words;
import yici.notification.Channel;
import yici.notification.Message;
import yici.notification.Messages;
import yici.notification.Sending;

/**
 * Six digits sent to a telephone or a mail box: good for five minutes, five tries and one use, one code for each person and purpose. The
 * table keeps a keyed digest, for six digits alone are guessed from a plain one in a moment.
 */
@Component
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    static final int MOST_TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    enum Purpose {
        SIGN_IN,
        STEP_UP,
        CONFIRM,
        RECOVER
    }

    /** @param to telephone number or mail address */
    record Target(Channel channel, String to) {
        static Target of(String to) {
            return new Target(to.contains("@") ? Channel.MAIL : Channel.SMS, to);
        }

        String masked() {
            return channel.masked(to);
        }
    }

    private final JdbcClient db;
    private final Messages messages;
    private final Words words;
    private final Secret secret;
    private final Clock clock;

    Codes(JdbcClient db, Messages messages, Words words, Secret secret, Clock clock) {
        this.db = db;
        this.messages = messages;
        this.words = words;
        this.secret = secret;
        this.clock = clock;
    }

    boolean reach(Channel channel) {
        return messages.reaches(channel);
    }

    /** The code before it is worth nothing from now on. In the caller's transaction. */
    Sending send(UUID account, Purpose purpose, Target target, Language language) {
        var code = fresh();
        var sending = messages.send(message(target, code, language));
        if (sending instanceof Sending.Queued) keep(account, purpose, target.to(), code);
        return sending;
    }

    /** The same work for a number that is nobody's. */
    Sending pretend(Purpose purpose, Target target, Language language) {
        var code = fresh();
        var sending = messages.pretend(message(target, code, language));
        if (sending instanceof Sending.Queued) keep(nobody(target.to()), purpose, "", code);
        return sending;
    }

    /** To a telephone that is nobody's yet; who asks keeps the code. @param key of the words, with {@code {0}} for it */
    Sending send(Target target, String key, String code, Language language) {
        return messages.send(message(target, key, code, language));
    }

    /** @return where the code had been sent; empty when it is wrong, used, too old or was tried too often */
    Optional<Target> redeem(UUID account, Purpose purpose, String typed) {
        return tried(account, purpose)
                .filter(kept -> !kept.sentTo().isEmpty())
                .filter(kept -> MessageDigest.isEqual(kept.hash(), hash(account, purpose, digits(typed))))
                .filter(kept -> use(account, purpose, kept))
                .map(kept -> Target.of(kept.sentTo()));
    }

    /** Who is asked for when nobody has this number; never right, and a thousand of them in all. */
    static UUID nobody(String number) {
        return new UUID(0, number.hashCode() & 1023);
    }

    private void keep(UUID account, Purpose purpose, String to, String code) {
        db.sql("""
                        insert into identity.code (account, purpose, hash, sent_to, tries, ends_at)
                        values (:account, :purpose, :hash, :to, 0, :end)
                        on conflict (account, purpose) do update set
                            hash = excluded.hash, sent_to = excluded.sent_to, tries = 0, ends_at = excluded.ends_at
                        """)
                .param("account", account)
                .param("purpose", purpose.name())
                .param("hash", hash(account, purpose, code))
                .param("to", to)
                .param("end", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
    }

    private record Kept(byte[] hash, String sentTo) {}

    /** A try counts before it is looked at: a hundred at the same moment are a hundred. */
    private Optional<Kept> tried(UUID account, Purpose purpose) {
        return db.sql("""
                        update identity.code set tries = tries + 1
                        where account = :account and purpose = :purpose and tries < :most and ends_at > :now
                        returning hash, sent_to
                        """)
                .param("account", account)
                .param("purpose", purpose.name())
                .param("most", MOST_TRIES)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Kept(row.getBytes("hash"), row.getString("sent_to")))
                .optional();
    }

    private boolean use(UUID account, Purpose purpose, Kept kept) {
        return db.sql("delete from identity.code where account = :account and purpose = :purpose and hash = :hash")
                        .param("account", account)
                        .param("purpose", purpose.name())
                        .param("hash", kept.hash())
                        .update()
                == 1;
    }

    private Message message(Target target, String code, Language language) {
        return message(target, "identity.code.message", code, language);
    }

    private Message message(Target target, String key, String code, Language language) {
        return new Message(
                target.channel(),
                target.to(),
                target.channel() == Channel.MAIL ? words.say(language, "identity.code.subject") : "",
                words.say(language, key, code, "" + GOOD_FOR.toMinutes()),
                until());
    }

    private Instant until() {
        return clock.instant().plus(GOOD_FOR);
    }

    private byte[] hash(UUID account, Purpose purpose, String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.keyFor("codes"), "HmacSHA256"));
            return mac.doFinal((account + " " + purpose + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fresh() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /** As people type them: with a space in the middle, or in full width. */
    static String digits(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}\\p{Cf}-]", "");
    }
}
