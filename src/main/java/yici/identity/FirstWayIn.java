package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;

/**
 * How the first security administrator comes in, who appoints everybody else: by a key that who runs the machine has printed, good once and for
 * half an hour, and only while there is no security administrator of the province.
 */
@Component
public class FirstWayIn {

    public static final Duration GOOD_FOR = Duration.ofMinutes(30);

    public sealed interface Made {
        /** The key is kept nowhere. */
        record Key(String key, Instant until) implements Made {}

        record ThereIsOne() implements Made {}

        /** No area is loaded yet. */
        record NoProvince() implements Made {}
    }

    private final JdbcClient db;
    private final Areas areas;
    private final Posts posts;
    private final AuditLog audit;
    private final Clock clock;

    FirstWayIn(JdbcClient db, Areas areas, Posts posts, AuditLog audit, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The key before it is worth nothing from now on. */
    @Transactional
    public Made make() {
        if (areas.all().stream().noneMatch(area -> area.level() == Area.Level.PROVINCE)) return new Made.NoProvince();
        if (thereIsOne()) return new Made.ThereIsOne();

        var key = Token.fresh();
        var until = clock.instant().plus(GOOD_FOR);
        db.sql("""
                        insert into identity.first_way_in (id, key_hash, ends_at) values (1, :hash, :end)
                        on conflict (id) do update set key_hash = excluded.key_hash, ends_at = excluded.ends_at
                        """)
                .param("hash", key.hash())
                .param("end", Timestamp.from(until))
                .update();
        audit.record(new AuditEvent(
                IdentityAct.FIRST_WAY_IN_MADE, "system:console", "", "", "first-way-in", "", clock.instant()));
        return new Made.Key(key.value(), until);
    }

    /** Held now or to come. */
    private boolean thereIsOne() {
        return !posts.in(areas.province().code(), List.of(Post.Role.SECURITY_ADMIN), 1)
                .isEmpty();
    }

    boolean opens(Token key) {
        return !thereIsOne()
                && db.sql("select exists (select from identity.first_way_in where key_hash = :hash and ends_at > :now)")
                        .param("hash", key.hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }

    /** Nobody comes in by it a second time: of two at the same moment one finds it gone. False when it does not open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(Token key) {
        return !thereIsOne()
                && db.sql("delete from identity.first_way_in where key_hash = :hash and ends_at > :now")
                                .param("hash", key.hash())
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }
}
