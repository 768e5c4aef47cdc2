package yici.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Language;
import yici.kit.Translated;

/** Life events, their variants, and which area has which. */
@Repository
class LifeEvents {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient db;

    LifeEvents(JdbcClient db) {
        this.db = db;
    }

    /** @param regionalGuides how many the source counts; empty when it does not say */
    record Row(Listed listed, String topic, Optional<Integer> regionalGuides) {}

    /** A variant as it stands: without areas, with the edition in force; empty for a variant nobody has read. */
    record Standing(Variant variant, Optional<UUID> edition) {}

    record OwnVariant(String lifeEvent, String area, String variant) {}

    List<Row> all() {
        return db.sql("""
                        select code, name, audience, lead, items, promised_days, visits, topic, regional_guides
                        from catalogue.life_event order by position, code
                        """).query(LifeEvents::row).list();
    }

    List<Standing> variants() {
        return db.sql("""
                        select v.life_event, v.key, v.kind, v.invented, v.area_count, v.areas_complete, v.note, p.edition
                        from catalogue.variant v
                        left join catalogue.publication p on p.life_event = v.life_event and p.variant = v.key
                        """).query(LifeEvents::standing).list();
    }

    List<OwnVariant> ownVariants() {
        return db.sql("select life_event, area, variant from catalogue.area_variant")
                .query((row, _) -> new OwnVariant(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    void put(ThemeFile.Theme theme, int position, String topic) {
        var guide = theme.standard();
        db.sql("""
                        insert into catalogue.life_event (code, position, name, audience, lead, items, promised_days, visits,
                                                          topic, regional_guides, source_variants)
                        values (:code, :position, :name::jsonb, :audience, :lead, :items, :days, :visits,
                                :topic, :regionalGuides, :sourceVariants)
                        on conflict (code) do update set position = excluded.position, name = excluded.name,
                            audience = excluded.audience, lead = excluded.lead, items = excluded.items,
                            promised_days = excluded.promised_days, visits = excluded.visits, topic = excluded.topic,
                            regional_guides = excluded.regional_guides, source_variants = excluded.source_variants
                        """)
                .param("code", guide.code())
                .param("position", position)
                .param("name", json(guide.name()))
                .param("audience", guide.audience().name())
                .param("lead", guide.lead())
                .param("items", guide.items().size())
                .param("days", guide.jointLimit().value())
                .param(
                        "visits",
                        guide.reform().after().map(Guide.Effort::visits).orElse(0))
                .param("topic", topic)
                .param("regionalGuides", theme.regionalGuides().orElse(null))
                .param("sourceVariants", theme.sourceVariants().orElse(null))
                .update();
    }

    /** Forgets the variants of a life event and whose they are; editions stay. */
    void clearVariants(String lifeEvent) {
        db.sql("delete from catalogue.area_variant where life_event = :code")
                .param("code", lifeEvent)
                .update();
        db.sql("delete from catalogue.variant where life_event = :code")
                .param("code", lifeEvent)
                .update();
    }

    void add(Variant variant) {
        db.sql("""
                        insert into catalogue.variant (life_event, key, kind, invented, area_count, areas_complete, note)
                        values (:lifeEvent, :key, :kind, :invented, :areaCount, :complete, :note)
                        """)
                .param("lifeEvent", variant.lifeEvent())
                .param("key", variant.key())
                .param("kind", variant.kind().name())
                .param("invented", variant.invented())
                .param("areaCount", variant.areaCount().orElse(null))
                .param("complete", variant.areasComplete())
                .param("note", variant.note())
                .update();
    }

    void give(String lifeEvent, String area, String variant) {
        db.sql("""
                        insert into catalogue.area_variant (life_event, area, variant) values (:lifeEvent, :area, :variant)
                        on conflict (life_event, area) do update set variant = excluded.variant
                        """)
                .param("lifeEvent", lifeEvent)
                .param("area", area)
                .param("variant", variant)
                .update();
    }

    static String json(Translated text) {
        return MAPPER.writeValueAsString(text.texts());
    }

    static Translated translated(String json) {
        return new Translated(MAPPER.readValue(json, new TypeReference<Map<Language, String>>() {}));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var listed = new Listed(
                Listed.Kind.LIFE_EVENT,
                row.getString("code"),
                translated(row.getString("name")),
                Guide.Audience.valueOf(row.getString("audience")),
                row.getString("lead"),
                row.getInt("items"),
                row.getInt("promised_days"),
                row.getInt("visits"));
        return new Row(
                listed, row.getString("topic"), Optional.ofNullable(row.getObject("regional_guides", Integer.class)));
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var variant = new Variant(
                row.getString("life_event"),
                row.getString("key"),
                Variant.Kind.valueOf(row.getString("kind")),
                row.getBoolean("invented"),
                Optional.ofNullable(row.getObject("area_count", Integer.class)),
                row.getBoolean("areas_complete"),
                List.of(),
                row.getString("note"));
        return new Standing(variant, Optional.ofNullable(row.getObject("edition", UUID.class)));
    }
}
