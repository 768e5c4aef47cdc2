package yici.identity;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes on paper for the day the telephone is lost: each good once, shown when they are made and never again. */
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LETTERS = 12;

    private final JdbcClient db;
    private final Clock clock;

    RecoveryCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those before are worth nothing from now on. */
    List<String> renew(UUID account) {
        removeAll(account);
        var codes = Stream.generate(RecoveryCodes::fresh).limit(HOW_MANY).toList();
        for (var code : codes)
            db.sql("insert into identity.recovery_code (account, hash, created_at) values (:account, :hash, :now)")
                    .param("account", account)
                    .param("hash", hash(account, code))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        return codes;
    }

    int left(UUID account) {
        return db.sql("select count(*) from identity.recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    boolean redeem(UUID account, String typed) {
        return db.sql("""
                        update identity.recovery_code set used_at = :now
                        where account = :account and hash = :hash and used_at is null
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account)
                        .param("hash", hash(account, typed))
                        .update()
                == 1;
    }

    void removeAll(UUID account) {
        db.sql("delete from identity.recovery_code where account = :account")
                .param("account", account)
                .update();
    }

    /** 59 random bits need no slow hash. */
    private static byte[] hash(UUID account, String code) {
        var plain = Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return Digest.of("recovery " + account + " " + plain);
    }

    private static String fresh() {
        return RANDOM.ints(LETTERS, 0, EASY_TO_READ.length())
                .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
