package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;

/** Release sets that wait for their instant. */
@Component
class Releases {

    /** @param by who set it, under whose name it is published */
    record Release(UUID id, Instant publishAt, UUID by, String byName, List<BringOn.Which> members) {}

    private final JdbcClient db;

    Releases(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, SignedIn me, Collection<BringOn.Which> members, Instant publishAt, Instant now) {
        db.sql("""
                        insert into publication.release (id, publish_at, state, by_account, by_name, made_at)
                        values (:id, :publishAt, 'WAITING', :by, :name, :now)
                        """)
                .param("id", id)
                .param("publishAt", KeptWorks.at(publishAt))
                .param("by", me.person())
                .param("name", me.personName())
                .param("now", KeptWorks.at(now))
                .update();
        for (var member : members)
            db.sql("""
                            insert into publication.release_member (release, work, language, number)
                            values (:id, :work, :language, :number)
                            """)
                    .param("id", id)
                    .param("work", member.work())
                    .param("language", member.language().code())
                    .param("number", member.number())
                    .update();
    }

    /** Locked until the transaction ends; empty when it no longer waits. */
    Optional<Release> waiting(UUID id) {
        return db.sql("select * from publication.release where id = :id and state = 'WAITING' for update")
                .param("id", id)
                .query((row, _) -> release(row))
                .optional();
    }

    /** The one this edition waits in; locked likewise. */
    Optional<Release> waiting(BringOn.Which which) {
        return db.sql("""
                        select r.* from publication.release r join publication.release_member m on m.release = r.id
                        where m.work = :work and m.language = :language and m.number = :number and r.state = 'WAITING' for update of r
                        """)
                .param("work", which.work())
                .param("language", which.language().code())
                .param("number", which.number())
                .query((row, _) -> release(row))
                .optional();
    }

    void end(UUID id, boolean published) {
        db.sql("update publication.release set state = :state where id = :id")
                .param("state", published ? "PUBLISHED" : "CALLED_OFF")
                .param("id", id)
                .update();
    }

    private Release release(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Release(
                id,
                KeptWorks.instant(row, "publish_at").orElseThrow(),
                row.getObject("by_account", UUID.class),
                row.getString("by_name"),
                members(id));
    }

    private List<BringOn.Which> members(UUID release) {
        return db.sql("select * from publication.release_member where release = :id order by work, language")
                .param("id", release)
                .query((row, _) -> new BringOn.Which(
                        row.getObject("work", UUID.class), KeptWorks.language(row), row.getInt("number")))
                .list();
    }
}
