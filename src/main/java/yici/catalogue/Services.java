package yici.catalogue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which single services there are, and the topics under which they and the life events are found. */
@Repository
class Services {

    private final JdbcClient db;

    Services(JdbcClient db) {
        this.db = db;
    }

    /** Of every single service there is. */
    List<String> keys() {
        return db.sql("select key from catalogue.service order by key")
                .query((row, _) -> row.getString(1))
                .list();
    }

    boolean has(String key) {
        return db.sql("select exists (select from catalogue.service where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void add(String key) {
        db.sql("insert into catalogue.service (key) values (:key) on conflict do nothing")
                .param("key", key)
                .update();
    }

    List<Topic> topics() {
        return db.sql("select audience, key, name from catalogue.topic order by audience desc, position")
                .query((row, _) -> new Topic(
                        Guide.Audience.valueOf(row.getString("audience")),
                        row.getString("key"),
                        LifeEvents.translated(row.getString("name"))))
                .list();
    }

    void put(Topic topic, int position) {
        db.sql("""
                        insert into catalogue.topic (audience, key, position, name)
                        values (:audience, :key, :position, :name::jsonb)
                        on conflict (audience, key) do update set position = excluded.position, name = excluded.name
                        """)
                .param("audience", topic.audience().name())
                .param("key", topic.key())
                .param("position", position)
                .param("name", LifeEvents.json(topic.name()))
                .update();
    }
}
