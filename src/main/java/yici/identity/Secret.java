package yici.identity;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key under which the product hands things to a browser and takes them back: from {@code YICI_SECRET}, else made once and kept in
 * the database, so that every node has the same.
 */
@Component
public class Secret {

    private static final int LEAST_CHARACTERS = 32;

    private final JdbcClient db;
    private final Clock clock;
    private final String configured;
    private volatile byte[] key = {};

    Secret(JdbcClient db, Clock clock, @Value("${yici.secret}") String configured) {
        if (!configured.isEmpty() && configured.length() < LEAST_CHARACTERS)
            throw new IllegalArgumentException("YICI_SECRET needs at least " + LEAST_CHARACTERS + " characters");
        this.db = db;
        this.clock = clock;
        this.configured = configured;
    }

    /** 256 bits for one purpose; another purpose has another key. */
    public byte[] keyFor(String purpose) {
        var material = key();
        var named = Digest.of(purpose);
        var both = new byte[material.length + named.length];
        System.arraycopy(material, 0, both, 0, material.length);
        System.arraycopy(named, 0, both, material.length, named.length);
        return Digest.of(both);
    }

    private byte[] key() {
        if (key.length == 0) key = configured.isEmpty() ? shared() : Digest.of(configured);
        return key;
    }

    private byte[] shared() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        db.sql("""
                        insert into identity.secret (name, value, created_at) values ('browser', :fresh, :now)
                        on conflict do nothing
                        """)
                .param("fresh", fresh)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return db.sql("select value from identity.secret where name = 'browser'")
                .query(byte[].class)
                .single();
    }
}
