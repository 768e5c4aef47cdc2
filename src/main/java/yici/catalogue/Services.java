package yici.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single services, and the topics under which they and the life events are found. */
@Repository
class Services {

    private final JdbcClient db;

    Services(JdbcClient db) {
        this.db = db;
    }

    Optional<Service> find(String key) {
        return db.sql("select content::text from catalogue.service where key = :key")
                .param("key", key)
                .query((row, _) -> GuideJson.readService(row.getString(1)))
                .optional();
    }

    /** By department, then name. */
    List<Service> all() {
        return db.sql("select content::text from catalogue.service order by department, name->>'ZH'")
                .query((row, _) -> GuideJson.readService(row.getString(1)))
                .list();
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

    void put(Service service) {
        var listed = service.listed();
        db.sql("""
                        insert into catalogue.service (key, name, audiences, department, promised_days, visits, content)
                        values (:key, :name::jsonb, :audiences, :department, :days, :visits, :content::jsonb)
                        on conflict (key) do update set name = excluded.name, audiences = excluded.audiences,
                            department = excluded.department, promised_days = excluded.promised_days,
                            visits = excluded.visits, content = excluded.content
                        """)
                .param("key", service.key())
                .param("name", LifeEvents.json(service.name()))
                .param("audiences", service.audiences().stream().map(Enum::name).toArray(String[]::new))
                .param("department", service.department())
                .param("days", listed.promisedDays())
                .param("visits", listed.visits())
                .param("content", GuideJson.write(service))
                .update();
        db.sql("delete from catalogue.service_topic where service = :key")
                .param("key", service.key())
                .update();
        for (var topic : service.topics())
            db.sql("insert into catalogue.service_topic (service, audience, topic) values (:key, :audience, :topic)")
                    .param("key", service.key())
                    .param("audience", topic.audience().name())
                    .param("topic", topic.key())
                    .update();
    }
}
