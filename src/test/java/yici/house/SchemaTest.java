package yici.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table of every room keeps to. An exception is listed here with its reason, or it is a mistake. */
class SchemaTest {

    /** Where JSON may stand, and why it is not columns. */
    private static final Map<String, String> JSON = Map.ofEntries(
            entry("application.draft.scenario", "answers to the scenario questions"),
            entry("application.draft.typed", "answers to the form as typed, right or wrong"),
            entry("application.draft.known", "what was known of the person when the draft was made"),
            entry("application.draft.touched", "which questions were answered"),
            entry("application.application.scenario", "answers"),
            entry("application.application.plan", "snapshot of what the answers decided"),
            entry("application.application.answers", "answers"),
            entry("application.application.sources", "where each answer came from, beside the answers"),
            entry("casework.document.snapshot", "snapshot of what a decision was printed from"),
            entry("catalogue.edition.content", "snapshot: an edition never changes"),
            entry("catalogue.edition.changes", "snapshot: in what an edition differs from its base"),
            entry("rehearsal.rehearsal.tried", "snapshot: the text that was tried"),
            entry("drafting.draft.changes", "a form as typed, until it is published"),
            entry("drafting.kept.typed", "a form as typed, until it is saved"),
            entry("drafting.step.changes", "snapshot: the draft after each step, to go back to"),
            entry("exchange.line.found", "snapshot of what an import has found"),
            entry("catalogue.search_line.shown", "snapshot of what a hit shows"),
            entry("site.area_site.names", "one text in its languages"),
            entry("site.area_site.leads", "one text in its languages"),
            entry("site.area_site.contacts", "one text in its languages"),
            entry("publication.file.alt", "a text in languages"),
            entry("publication.work.fields", "what its kind asks for, by the configuration of kinds"),
            entry("publication.work.source_name", "one text in its languages"),
            entry("publication.special_column.names", "one text in its languages"),
            entry("publication.special_column.descriptions", "one text in its languages"),
            entry("party.registration.reasons", "a text for each scope"),
            entry("party.registration.proposal", "a form as typed, until somebody judges it"),
            entry("catalogue.topic.name", "one text in its languages"),
            entry("openid.code.granted", "snapshot of what was granted"),
            entry("openid.family.granted", "snapshot of what was granted"),
            entry("openid.device.granted", "snapshot of what was granted"));

    private final JdbcClient db = Product.running().bean(JdbcClient.class);

    @Test
    void every_table_has_a_primary_key() {
        assertThat(names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
                  and n.nspname not in ('information_schema', 'public')
                  and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                """)).isEmpty();
    }

    @Test
    void a_moment_has_a_zone() {
        assertThat(columnsOfType("timestamp", "time", "timetz")).isEmpty();
    }

    @Test
    void a_text_has_no_length_in_its_type() {
        assertThat(columnsOfType("varchar", "bpchar", "name")).isEmpty();
    }

    @Test
    void nothing_is_counted_in_floating_point_and_money_is_whole_fen() {
        assertThat(columnsOfType("float4", "float8", "money", "numeric")).isEmpty();
        assertThat(names(columns("a.attname ~ '(_fen|^fee|amount|price)$' and t.typname not in ('int8', 'int4')")))
                .isEmpty();
    }

    @Test
    void json_holds_answers_and_snapshots_only() {
        var json = db.sql(columns("t.typname in ('jsonb', 'json')"))
                .query(String.class)
                .list();

        assertThat(json).allMatch(JSON::containsKey, "listed above with its reason");
        assertThat(columnsOfType("json")).isEmpty();
    }

    @Test
    void no_constraint_crosses_from_one_room_to_another() {
        assertThat(names("""
                select k.conname || ': ' || a.nspname || ' -> ' || b.nspname from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace a on a.oid = c.relnamespace
                join pg_class d on d.oid = k.confrelid join pg_namespace b on b.oid = d.relnamespace
                where k.contype = 'f' and a.oid <> b.oid
                """)).isEmpty();
    }

    @Test
    void an_append_only_table_refuses_update_and_delete() {
        var tables = names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and obj_description(c.oid) like 'append-only%'
                """);

        assertThat(tables).isNotEmpty().allSatisfy(table -> {
            assertThat(refusal("delete from " + table)).contains("permission denied");
            assertThat(refusal("truncate " + table)).contains("permission denied");
            assertThat(db.sql("select has_any_column_privilege('yici_app', '" + table + "', 'update')")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        });
    }

    @Test
    void the_product_may_not_change_the_schema() {
        assertThat(refusal("create table house.extra (id text primary key)")).contains("permission denied");
        assertThat(refusal("drop table house.sample")).contains("must be owner");
    }

    private String refusal(String sql) {
        var refused = catchThrowableOfType(
                DataAccessException.class, () -> db.sql(sql).update());
        return String.valueOf(
                refused == null ? "done" : refused.getMostSpecificCause().getMessage());
    }

    private List<String> columnsOfType(String... types) {
        return names(columns("t.typname in ('" + String.join("', '", types) + "')"));
    }

    private static String columns(String condition) {
        return """
                select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_type t on t.oid = a.atttypid
                where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm')
                  and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public') and """ + " " + condition;
    }

    private List<String> names(String sql) {
        return db.sql(sql).query(String.class).list();
    }
}
