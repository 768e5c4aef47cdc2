package yici.openid;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Old rows go, a page at a time, so that nothing grows for ever and nobody waits for it. */
@Component
class SweepSignOns {

    private static final int PAGE = 1_000;
    private static final int PAGES = 50;

    /** A code that was redeemed stays this long, to notice who comes with it again. */
    private static final Duration FIGURES_KEPT = Duration.ofDays(400);

    private static final Duration CODES_KEPT = Bounds.ACCESS;

    private final JdbcClient db;
    private final Clock clock;

    SweepSignOns(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void sweep() {
        var now = clock.instant();
        pages("""
                delete from openid.code where code_hash in
                    (select code_hash from openid.code where expires_at < :old order by expires_at limit :page)
                """, now.minus(CODES_KEPT));
        pages("""
                delete from openid.family where id in
                    (select id from openid.family where ends_at < :old order by ends_at limit :page)
                """, now);
        pages("""
                delete from openid.pushed_request where uri_hash in
                    (select uri_hash from openid.pushed_request where gone_at < :old order by gone_at limit :page)
                """, now);
        pages("""
                delete from openid.spent where hash in
                    (select hash from openid.spent where gone_at < :old order by gone_at limit :page)
                """, now);
        pages("""
                delete from openid.party_day where (client_id, day, what, code) in
                    (select client_id, day, what, code from openid.party_day where day < cast(:old as date) limit :page)
                """, now.minus(FIGURES_KEPT));
        pages("""
                delete from openid.device where code_hash in
                    (select code_hash from openid.device where expires_at < :old order by expires_at limit :page)
                """, now.minus(Bounds.DEVICE));
    }

    private void pages(String delete, Instant old) {
        for (int page = 0; page < PAGES; page++) {
            int gone = db.sql(delete)
                    .param("old", Timestamp.from(old))
                    .param("page", PAGE)
                    .update();
            if (gone < PAGE) return;
        }
    }
}
