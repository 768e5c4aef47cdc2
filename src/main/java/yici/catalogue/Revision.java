package yici.catalogue;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import yici.kit.Ids;
import yici.kit.PublicChanges;

/** Another id after each change of what is published, so that every process knows with one small query whether its memory is right. */
@Repository
class Revision {

    private final JdbcClient db;
    private final PublicChanges changes;
    private final Clock clock;

    Revision(JdbcClient db, PublicChanges changes, Clock clock) {
        this.db = db;
        this.changes = changes;
        this.clock = clock;
    }

    /** Empty before anything was published. */
    Optional<UUID> now() {
        return db.sql("select id from catalogue.revision").query(UUID.class).optional();
    }

    void next() {
        db.sql("""
                        insert into catalogue.revision (id) values (:id)
                        on conflict (only_row) do update set id = excluded.id
                        """).param("id", Ids.fresh(clock)).update();
        changes.tell("catalogue");
    }
}
