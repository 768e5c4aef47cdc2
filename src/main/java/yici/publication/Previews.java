package yici.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.NotFound;

/** An edition that is no public one yet is shown to somebody outside, by a link that nobody can guess and that ends by itself. */
@Component
class Previews {

    static final Duration LASTS = Duration.ofDays(7);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeptWorks kept;
    private final Policy policy;
    private final AuditLog audit;
    private final JdbcClient db;
    private final Clock clock;

    Previews(KeptWorks kept, Policy policy, AuditLog audit, JdbcClient db, Clock clock) {
        this.kept = kept;
        this.policy = policy;
        this.audit = audit;
        this.db = db;
        this.clock = clock;
    }

    /** @return what stands behind {@code /preview/}: it is told once, the database knows its hash only */
    @Transactional
    public String lend(SignedIn me, BringOn.Which which) {
        var edition = mine(me, which);
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        db.sql("""
                        insert into publication.preview (token_hash, work, language, number, by_account, by_name, made_at, until)
                        values (:hash, :work, :language, :number, :by, :name, :now, :until)
                        """)
                .param("hash", hash(token))
                .param("work", which.work())
                .param("language", which.language().code())
                .param("number", which.number())
                .param("by", me.person())
                .param("name", me.personName())
                .param("now", KeptWorks.at(now))
                .param("until", KeptWorks.at(now.plus(LASTS)))
                .update();
        db.sql("delete from publication.preview where until < :now")
                .param("now", KeptWorks.at(now))
                .update();
        audit.record(me.did(PublicationAct.LENT, edition.subject(), "", now));
        return token;
    }

    /** All links to it lead nowhere from now on. */
    @Transactional
    public void end(SignedIn me, BringOn.Which which) {
        var edition = mine(me, which);
        db.sql("delete from publication.preview where work = :work and language = :language and number = :number")
                .param("work", which.work())
                .param("language", which.language().code())
                .param("number", which.number())
                .update();
        audit.record(me.did(PublicationAct.LENT_NO_MORE, edition.subject(), "", clock.instant()));
    }

    private Edition mine(SignedIn me, BringOn.Which which) {
        policy.check(me, Deed.WRITE_WORK, Thing.in(kept.get(which.work()).area()));
        return kept.edition(which.work(), which.language(), which.number())
                .orElseThrow(() -> new NotFound("edition " + which))
                .edition();
    }

    Optional<BringOn.Which> find(String token) {
        if (!token.matches("[A-Za-z0-9_-]{32}")) return Optional.empty();
        return db.sql(
                        "select work, language, number from publication.preview where token_hash = :hash and until > :now")
                .param("hash", hash(token))
                .param("now", KeptWorks.at(clock.instant()))
                .query((row, _) -> new BringOn.Which(
                        row.getObject("work", UUID.class), KeptWorks.language(row), row.getInt("number")))
                .optional();
    }

    /** Until when the last link to it leads there; empty when none does. */
    Optional<Instant> lentUntil(Edition edition) {
        return db.sql("""
                        select max(until) as until from publication.preview
                        where work = :work and language = :language and number = :number and until > :now
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .param("now", KeptWorks.at(clock.instant()))
                .query((row, _) -> KeptWorks.instant(row, "until"))
                .single();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
