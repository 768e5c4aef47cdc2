package yici.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How well the province knows whose account it is, by events; the best that is still valid counts. */
@Component
public class Proofings {

    private final JdbcClient db;
    private final Clock clock;

    Proofings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In the caller's transaction, which records the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID account, Proofing proofing, String note) {
        db.sql("""
                        with added as (
                            insert into identity.proofing (account, seq, method, level, at, by_whom, expires_at, note)
                            select :account, coalesce(max(seq), 0) + 1, :method, :level, :at, :by, :expires, :note
                            from identity.proofing where account = :account
                            returning account, level, expires_at
                        ), best as (
                            select level, expires_at from added
                            union all
                            select level, expires_at from identity.proofing
                            where account = :account and (expires_at is null or expires_at > :at)
                            order by level desc, expires_at desc nulls first limit 1
                        )
                        update identity.account a set proofed = best.level, proofed_until = best.expires_at
                        from best where a.id = :account
                        """)
                .param("account", account)
                .param("method", proofing.method().name())
                .param("level", proofing.level().number())
                .param("at", Timestamp.from(proofing.at()))
                .param("by", proofing.by())
                .param(
                        "expires",
                        proofing.expires()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("note", note)
                .update();
    }

    /** The newest first. */
    public List<Proofing> of(UUID account) {
        return db.sql("""
                        select method, level, at, by_whom, expires_at from identity.proofing
                        where account = :account order by seq desc limit 50
                        """)
                .param("account", account)
                .query((row, _) -> new Proofing(
                        Proofing.Method.valueOf(row.getString("method")),
                        Trust.of(row.getInt("level")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** The best that is valid now. */
    public Trust level(UUID account) {
        var now = clock.instant();
        return of(account).stream()
                .filter(proofing -> proofing.validAt(now))
                .map(Proofing::level)
                .max(Trust::compareTo)
                .orElse(Trust.LEVEL_2);
    }
}
