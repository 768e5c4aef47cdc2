package yici.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions are added and never changed; which one is in force is another row. */
@Repository
class Editions {

    private final JdbcClient db;

    Editions(JdbcClient db) {
        this.db = db;
    }

    /** What is in force, without its guide. */
    record InForce(UUID edition, int number, String contentHash) {}

    /** Empty before the first edition. Holds the variant until the transaction ends, so that two editors number one after the other. */
    Optional<InForce> hold(String lifeEvent, String variant) {
        return db.sql("""
                        select p.edition, e.number, e.content_hash
                        from catalogue.publication p join catalogue.edition e on e.id = p.edition
                        where p.life_event = :lifeEvent and p.variant = :variant
                        for update of p
                        """)
                .param("lifeEvent", lifeEvent)
                .param("variant", variant)
                .query(InForce.class)
                .optional();
    }

    /** @param objections rules that would have refused it; none unless it was taken from a source as it is */
    void add(Edition edition, String guide, String contentHash, int objections) {
        db.sql("""
                        insert into catalogue.edition (id, life_event, variant, number, published_at, content_hash, objections, guide)
                        values (:id, :lifeEvent, :variant, :number, :publishedAt, :hash, :objections, :guide::jsonb)
                        """)
                .param("id", edition.id())
                .param("lifeEvent", edition.lifeEvent())
                .param("variant", edition.variant())
                .param("number", edition.number())
                .param("publishedAt", OffsetDateTime.ofInstant(edition.publishedAt(), ZoneOffset.UTC))
                .param("hash", contentHash)
                .param("objections", objections)
                .param("guide", guide)
                .update();
    }

    void putInForce(Edition edition) {
        db.sql("""
                        insert into catalogue.publication (life_event, variant, edition)
                        values (:lifeEvent, :variant, :edition)
                        on conflict (life_event, variant) do update set edition = excluded.edition
                        """)
                .param("lifeEvent", edition.lifeEvent())
                .param("variant", edition.variant())
                .param("edition", edition.id())
                .update();
    }

    Optional<Edition> find(UUID id) {
        return db.sql("""
                        select id, life_event, variant, number, published_at, guide::text as guide
                        from catalogue.edition where id = :id
                        """).param("id", id).query(Editions::edition).optional();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                row.getString("life_event"),
                row.getString("variant"),
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                GuideJson.read(row.getString("guide")));
    }
}
