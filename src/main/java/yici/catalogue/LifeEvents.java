package yici.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * @param topic key of the topic it stands under
     * @param words what people say who do not know the official name
     * @param regionalGuides how many the source counts; empty when it does not say
     */
    record Row(
            String code,
            int position,
            String topic,
            String words,
            Optional<Integer> regionalGuides,
            Optional<Integer> sourceVariants) {}

    /** @param variant empty where the area has again what the level above has */
    record OwnVariant(String subject, String area, String variant) {}

    List<Row> all() {
        return db.sql("""
                        select code, position, topic, words, regional_guides, source_variants
                        from catalogue.life_event order by position, code
                        """).query(LifeEvents::row).list();
    }

    Optional<Row> find(String code) {
        return db.sql("""
                        select code, position, topic, words, regional_guides, source_variants
                        from catalogue.life_event where code = :code
                        """).param("code", code).query(LifeEvents::row).optional();
    }

    /** Without their areas. */
    List<Variant> variants() {
        return db.sql("""
                        select subject, key, kind, invented, area_count, areas_complete, parent, note from catalogue.variant
                        """).query(LifeEvents::variant).list();
    }

    /** Which variant each area has of its own on that day. */
    List<OwnVariant> ownVariants(LocalDate day) {
        return db.sql("""
                        select distinct on (subject, area) subject, area, variant
                        from catalogue.area_variant where from_day <= :day
                        order by subject, area, from_day desc
                        """)
                .param("day", day)
                .query((row, _) -> new OwnVariant(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Since when the areas that have a variant are those they are on that day: one was given it last, or has given it up. */
    Map<String, LocalDate> givenLast(LocalDate day) {
        var last = new HashMap<String, LocalDate>();
        db.sql("""
                        select subject, variant, max(from_day) from (
                            select subject, variant, from_day from catalogue.area_variant where from_day <= :day
                            union all
                            select subject, lag(variant) over (partition by subject, area order by from_day), from_day
                            from catalogue.area_variant where from_day <= :day) as moved
                        where variant <> '' group by subject, variant
                        """)
                .param("day", day)
                .query((row, _) ->
                        last.put(row.getString(1) + "/" + row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
        return last;
    }

    /** Of one area on that day; empty where it has what the level above has. */
    Optional<String> ownVariant(String subject, String area, LocalDate day) {
        return db.sql("""
                        select variant from catalogue.area_variant
                        where subject = :subject and area = :area and from_day <= :day
                        order by from_day desc limit 1
                        """)
                .param("subject", subject)
                .param("area", area)
                .param("day", day)
                .query(String.class)
                .optional()
                .filter(variant -> !variant.isEmpty());
    }

    /** Key of the variant it inherits from; empty for the standard, or for what is no variant. */
    String parent(String subject, String variant) {
        return db.sql("select parent from catalogue.variant where subject = :subject and key = :key")
                .param("subject", subject)
                .param("key", variant)
                .query(String.class)
                .optional()
                .orElse("");
    }

    boolean isUnknown(String subject, String variant) {
        return !db.sql("select exists (select from catalogue.variant where subject = :subject and key = :key)")
                .param("subject", subject)
                .param("key", variant)
                .query(Boolean.class)
                .single();
    }

    /** The one area whose variant this is, made on its pages; empty for one of the files, which several may share. */
    Optional<String> areaOfItsOwn(String subject, String variant) {
        return db.sql("""
                        select a.area from catalogue.area_variant a
                        join catalogue.variant v on v.subject = a.subject and v.key = a.variant
                        where a.subject = :subject and a.variant = :variant and v.made_here
                        order by a.from_day limit 1
                        """)
                .param("subject", subject)
                .param("variant", variant)
                .query(String.class)
                .optional();
    }

    List<String> children(String subject, String variant) {
        return db.sql("select key from catalogue.variant where subject = :subject and parent = :key order by key")
                .param("subject", subject)
                .param("key", variant)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void put(Row row) {
        db.sql("""
                        insert into catalogue.life_event (code, position, topic, words, regional_guides, source_variants)
                        values (:code, :position, :topic, :words, :regionalGuides, :sourceVariants)
                        on conflict (code) do update set position = excluded.position, topic = excluded.topic,
                            words = excluded.words, regional_guides = excluded.regional_guides,
                            source_variants = excluded.source_variants
                        """)
                .param("code", row.code())
                .param("position", row.position())
                .param("topic", row.topic())
                .param("words", row.words())
                .param("regionalGuides", row.regionalGuides().orElse(null))
                .param("sourceVariants", row.sourceVariants().orElse(null))
                .update();
    }

    /** Forgets the variants of the files and whose they are; those made here and all editions stay. */
    void clearVariants(String subject) {
        db.sql("""
                        delete from catalogue.area_variant a using catalogue.variant v
                        where v.subject = a.subject and v.key = a.variant and a.subject = :subject and not v.made_here
                        """).param("subject", subject).update();
        db.sql("delete from catalogue.variant where subject = :subject and not made_here")
                .param("subject", subject)
                .update();
    }

    void add(Variant variant) {
        add(variant, false);
    }

    void addMadeHere(Variant variant) {
        add(variant, true);
    }

    /** From whom it inherits from now on. */
    void follow(String subject, String variant, String parent) {
        db.sql("update catalogue.variant set parent = :parent where subject = :subject and key = :key and made_here")
                .param("subject", subject)
                .param("key", variant)
                .param("parent", parent)
                .update();
    }

    /** Told anew; where it was made stays as it is. */
    void change(Variant variant) {
        db.sql("""
                        update catalogue.variant set kind = :kind, invented = :invented, area_count = :areaCount,
                            areas_complete = :complete, parent = :parent, note = :note
                        where subject = :subject and key = :key
                        """)
                .param("subject", variant.lifeEvent())
                .param("key", variant.key())
                .param("kind", variant.kind().name())
                .param("invented", variant.invented())
                .param("areaCount", variant.areaCount().orElse(null))
                .param("complete", variant.areasComplete())
                .param("parent", variant.parent())
                .param("note", variant.note())
                .update();
    }

    /** A variant made here that came to nothing. */
    void forgetUnpublished(String subject, String variant) {
        db.sql("""
                        delete from catalogue.variant v where subject = :subject and key = :key and made_here
                        and not exists (select from catalogue.edition e where e.subject = v.subject and e.variant = v.key)
                        """).param("subject", subject).param("key", variant).update();
    }

    private void add(Variant variant, boolean madeHere) {
        db.sql("""
                        insert into catalogue.variant (subject, key, kind, invented, area_count, areas_complete, parent, note, made_here)
                        values (:subject, :key, :kind, :invented, :areaCount, :complete, :parent, :note, :madeHere)
                        """)
                .param("subject", variant.lifeEvent())
                .param("key", variant.key())
                .param("kind", variant.kind().name())
                .param("invented", variant.invented())
                .param("areaCount", variant.areaCount().orElse(null))
                .param("complete", variant.areasComplete())
                .param("parent", variant.parent())
                .param("note", variant.note())
                .param("madeHere", madeHere)
                .update();
    }

    /** From that day on; empty: what the level above has. */
    void give(String subject, String area, String variant, LocalDate from) {
        db.sql("""
                        insert into catalogue.area_variant (subject, area, variant, from_day)
                        values (:subject, :area, :variant, :from)
                        on conflict (subject, area, from_day) do update set variant = excluded.variant
                        """)
                .param("subject", subject)
                .param("area", area)
                .param("variant", variant)
                .param("from", from)
                .update();
    }

    static String json(Translated text) {
        return MAPPER.writeValueAsString(text.texts());
    }

    static Translated translated(String json) {
        return new Translated(MAPPER.readValue(json, new TypeReference<Map<Language, String>>() {}));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getInt("position"),
                row.getString("topic"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("regional_guides", Integer.class)),
                Optional.ofNullable(row.getObject("source_variants", Integer.class)));
    }

    private static Variant variant(ResultSet row, int number) throws SQLException {
        return new Variant(
                row.getString("subject"),
                row.getString("key"),
                Variant.Kind.valueOf(row.getString("kind")),
                row.getBoolean("invented"),
                Optional.ofNullable(row.getObject("area_count", Integer.class)),
                row.getBoolean("areas_complete"),
                List.of(),
                row.getString("parent"),
                row.getString("note"));
    }
}
