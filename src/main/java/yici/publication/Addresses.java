package yici.publication;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where works were before: an address that was good once leads on, or says why it leads nowhere. */
@Component
class Addresses {

    /** @param reason why it leads nowhere; empty while it leads on */
    record Former(String slug, String reason) {}

    private final JdbcClient db;

    Addresses(JdbcClient db) {
        this.db = db;
    }

    List<Former> of(UUID work) {
        return db.sql("select slug, reason from publication.former_slug where work = :work order by slug")
                .param("work", work)
                .query((row, _) -> new Former(row.getString("slug"), row.getString("reason")))
                .list();
    }

    /** Another work has it, or had it. */
    boolean isTaken(String slug, UUID by) {
        return db.sql("""
                        select exists (select from publication.work where slug = :slug and id <> :by)
                            or exists (select from publication.former_slug where slug = :slug and work is distinct from :by)
                        """)
                .param("slug", slug)
                .param("by", by)
                .query(Boolean.class)
                .single();
    }

    /** From now on the old address leads to the new one; a way back and forth is no circle. */
    void move(UUID work, String from, String to) {
        db.sql("delete from publication.former_slug where slug = :to and work = :work")
                .param("to", to)
                .param("work", work)
                .update();
        db.sql("insert into publication.former_slug (slug, work, reason) values (:from, :work, '')")
                .param("from", from)
                .param("work", work)
                .update();
    }

    /** @return whether it was an address of this work */
    boolean end(UUID work, String slug, String reason) {
        return db.sql(
                                "update publication.former_slug set work = null, reason = :reason where slug = :slug and work = :work")
                        .param("slug", slug)
                        .param("work", work)
                        .param("reason", reason)
                        .update()
                > 0;
    }
}
