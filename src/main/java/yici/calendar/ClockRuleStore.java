package yici.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.Translated;

/** The editions of the rules in the database; added to, never changed. */
@Component
class ClockRuleStore {

    private final JdbcClient db;

    ClockRuleStore(JdbcClient db) {
        this.db = db;
    }

    /** In the order of their editions. */
    List<ClockRule> all() {
        return db.sql("""
                        select key, edition, name_zh, name_en, name_fr, name_ko, name_ja, limit_value, limit_unit, least, most,
                               within, start_rule, end_rule, pauses, extension_value, extension_unit, extension_approver,
                               extension_times, silence, law, article
                        from calendar.clock_rule order by key, edition
                        """).query((row, _) -> rule(row)).list();
    }

    private static ClockRule rule(ResultSet row) throws SQLException {
        var article = new Article(row.getString("law"), row.getString("article"));
        return new ClockRule(
                row.getString("key"),
                row.getInt("edition"),
                name(row),
                limit(row, "limit_value", "limit_unit"),
                bounds(row),
                Optional.ofNullable(row.getString("within")),
                ClockRule.Start.valueOf(row.getString("start_rule")),
                ClockRule.End.valueOf(row.getString("end_rule")),
                causes((String[]) row.getArray("pauses").getArray()),
                extension(row, article),
                Silence.valueOf(row.getString("silence")),
                article);
    }

    private static Translated name(ResultSet row) throws SQLException {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) texts.put(language, row.getString("name_" + language.code()));
        return new Translated(texts);
    }

    private static Optional<Limit> limit(ResultSet row, String value, String unit) throws SQLException {
        var counted = row.getString(unit);
        return counted == null ? Optional.empty() : Optional.of(new Limit(row.getInt(value), Unit.valueOf(counted)));
    }

    private static Optional<ClockRule.Bounds> bounds(ResultSet row) throws SQLException {
        int most = row.getInt("most"); // 0 where there is none
        return most == 0 ? Optional.empty() : Optional.of(new ClockRule.Bounds(row.getInt("least"), most));
    }

    private static Set<Cause> causes(String[] names) {
        var causes = EnumSet.noneOf(Cause.class);
        Arrays.stream(names).map(Cause::valueOf).forEach(causes::add);
        return causes;
    }

    private static Optional<Extension> extension(ResultSet row, Article article) throws SQLException {
        var approver = row.getString("extension_approver");
        int times = row.getInt("extension_times");
        return limit(row, "extension_value", "extension_unit")
                .map(limit -> new Extension(limit, Approver.valueOf(approver), times, article));
    }

    void add(ClockRule rule, Instant now) {
        var names = rule.name().texts();
        db.sql("""
                        insert into calendar.clock_rule (key, edition, loaded_at, name_zh, name_en, name_fr, name_ko, name_ja,
                            limit_value, limit_unit, least, most, within, start_rule, end_rule, pauses, extension_value,
                            extension_unit, extension_approver, extension_times, silence, law, article)
                        values (:key, :edition, :loadedAt, :zh, :en, :fr, :ko, :ja, :limit, :unit, :least, :most, :within,
                            :start, :end, :pauses, :extension, :extensionUnit, :approver, :times, :silence, :law, :article)
                        """)
                .param("key", rule.key())
                .param("edition", rule.edition())
                .param("loadedAt", now.atOffset(ZoneOffset.UTC))
                .param("zh", names.get(Language.ZH))
                .param("en", names.get(Language.EN))
                .param("fr", names.get(Language.FR))
                .param("ko", names.get(Language.KO))
                .param("ja", names.get(Language.JA))
                .param("limit", orNull(rule.limit().map(Limit::value)))
                .param("unit", orNull(rule.limit().map(limit -> limit.unit().name())))
                .param("least", orNull(rule.bounds().map(ClockRule.Bounds::least)))
                .param("most", orNull(rule.bounds().map(ClockRule.Bounds::most)))
                .param("within", orNull(rule.within()))
                .param("start", rule.start().name())
                .param("end", rule.end().name())
                .param(
                        "pauses",
                        rule.pauses().stream().map(Cause::name).sorted().toArray(String[]::new))
                .param("extension", orNull(rule.extension().map(e -> e.limit().value())))
                .param(
                        "extensionUnit",
                        orNull(rule.extension().map(e -> e.limit().unit().name())))
                .param("approver", orNull(rule.extension().map(e -> e.approver().name())))
                .param("times", orNull(rule.extension().map(Extension::times)))
                .param("silence", rule.silence().name())
                .param("law", rule.article().law())
                .param("article", rule.article().number())
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
