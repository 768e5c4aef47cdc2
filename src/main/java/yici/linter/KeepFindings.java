package yici.linter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Ids;
import yici.kit.Language;

/** Writes down what a look has found: what was known stays as it was, what is new appears, what is no longer there is mended. */
@Component
class KeepFindings {

    private static final int DIGEST_BYTES = 16;

    record Kept(int appeared, int mended) {}

    private final JdbcClient db;
    private final Clock clock;

    KeepFindings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The editions looked at last, of all texts. */
    Set<String> editions() {
        return db.sql("select edition from linter.text where edition <> ''")
                .query((row, _) -> row.getString(1))
                .set();
    }

    /**
     * @param present every text there is of these codes: what is not among them has gone
     * @param looked those that were looked at; of the others nothing is said
     */
    @Transactional
    Kept keep(List<Text> present, List<Text.Looked> looked) {
        if (present.isEmpty()) return new Kept(0, 0);
        oneAfterTheOther();
        int gone = forget(present);
        if (looked.isEmpty()) return new Kept(0, gone);
        putTexts(looked);
        putHolders(looked);
        var seen = looked.stream()
                .flatMap(l -> l.findings().stream().map(f -> new Seen(l.text(), f)))
                .toList();
        return new Kept(appear(seen), gone + mend(looked, seen));
    }

    private record Seen(Text text, Finding finding) {
        String mark() {
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest((finding.rule() + "\n" + finding.where() + "\n" + finding.value())
                                .getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Two looks at once would each find the same anew. */
    private void oneAfterTheOther() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('linter', 0))")
                .query((_, _) -> true)
                .single();
    }

    private int forget(List<Text> present) {
        var gone = """
                 where (t.kind, t.code) in (select kind, code from unnest(:kinds::text[], :codes::text[]) as p (kind, code))
                   and (t.kind, t.code, t.variant) not in (
                       select kind, code, variant from unnest(:kinds::text[], :codes::text[], :variants::text[]) as p (kind, code, variant))
                """;
        int mended = of(
                        present,
                        Function.identity(),
                        "update linter.finding t set mended_at = :now" + gone + " and mended_at is null")
                .param("now", now())
                .update();
        of(present, Function.identity(), "delete from linter.text t" + gone).update();
        of(present, Function.identity(), "delete from linter.held_by t" + gone).update();
        return mended;
    }

    private void putTexts(List<Text.Looked> looked) {
        of(looked, Text.Looked::text, """
                        insert into linter.text (kind, code, variant, edition, name_zh, name_en, department, rules, kept, inherited, looked_at)
                        select kind, code, variant, edition, name_zh, name_en, department, rules, kept, inherited, :now
                        from unnest(:kinds::text[], :codes::text[], :variants::text[], :editions::text[], :zh::text[], :en::text[],
                                    :departments::text[], :rules::int[], :kept::int[], :inherited::int[])
                             as l (kind, code, variant, edition, name_zh, name_en, department, rules, kept, inherited)
                        on conflict (kind, code, variant) do update set edition = excluded.edition, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, department = excluded.department, rules = excluded.rules, kept = excluded.kept,
                            inherited = excluded.inherited, looked_at = excluded.looked_at
                        """)
                .param("now", now())
                .param("editions", texts(looked, Text.Looked::edition))
                .param("zh", texts(looked, l -> l.name().zh()))
                .param("en", texts(looked, l -> l.name().in(Language.EN)))
                .param("departments", texts(looked, Text.Looked::department))
                .param("rules", numbers(looked, Text.Looked::rules))
                .param("kept", numbers(looked, Text.Looked::kept))
                .param("inherited", numbers(looked, Text.Looked::inherited))
                .update();
    }

    private record Held(Text text, Text.Holder holder) {}

    private void putHolders(List<Text.Looked> looked) {
        var held = new ArrayList<Held>();
        for (var one : looked) for (var holder : one.holders()) held.add(new Held(one.text(), holder));
        of(looked, Text.Looked::text, """
                        delete from linter.held_by h where (h.kind, h.code, h.variant) in (
                            select kind, code, variant from unnest(:kinds::text[], :codes::text[], :variants::text[]) as l (kind, code, variant))
                        """).update();
        of(held, Held::text, """
                        insert into linter.held_by (kind, code, variant, area, body)
                        select * from unnest(:kinds::text[], :codes::text[], :variants::text[], :areas::text[], :bodies::text[])
                        """)
                .param("areas", texts(held, h -> h.holder().area()))
                .param("bodies", texts(held, h -> h.holder().body()))
                .update();
    }

    private int appear(List<Seen> seen) {
        return of(seen, Seen::text, """
                        insert into linter.finding (id, kind, code, variant, severity, rule, field, value, mark, first_seen)
                        select id::uuid, kind, code, variant, severity, rule, field, value, mark, :now
                        from unnest(:ids::text[], :kinds::text[], :codes::text[], :variants::text[], :severities::int[], :rules::int[],
                                    :fields::text[], :values::text[], :marks::text[])
                             as s (id, kind, code, variant, severity, rule, field, value, mark)
                        on conflict (kind, code, variant, mark) where mended_at is null do nothing
                        """)
                .param("now", now())
                .param("ids", texts(seen, _ -> Ids.fresh(clock).toString()))
                .param("rules", numbers(seen, s -> s.finding().rule().number()))
                .param(
                        "severities",
                        numbers(seen, s -> s.finding().rule().severity().rank()))
                .param("fields", texts(seen, s -> s.finding().where()))
                .param("values", texts(seen, s -> s.finding().value()))
                .param("marks", texts(seen, Seen::mark))
                .update();
    }

    private int mend(List<Text.Looked> looked, List<Seen> seen) {
        return of(looked, Text.Looked::text, """
                        update linter.finding f set mended_at = :now
                        from unnest(:kinds::text[], :codes::text[], :variants::text[]) as l (kind, code, variant)
                        where f.mended_at is null and f.kind = l.kind and f.code = l.code and f.variant = l.variant
                          and (f.code, f.variant, f.mark) not in (
                              select code, variant, mark
                              from unnest(:seenCodes::text[], :seenVariants::text[], :marks::text[]) as s (code, variant, mark))
                        """)
                .param("now", now())
                .param("seenCodes", texts(seen, s -> s.text().code()))
                .param("seenVariants", texts(seen, s -> s.text().variant()))
                .param("marks", texts(seen, Seen::mark))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private <T> JdbcClient.StatementSpec of(List<T> all, Function<T, Text> text, String sql) {
        return db.sql(sql)
                .param("kinds", texts(all, one -> text.apply(one).kind().name()))
                .param("codes", texts(all, one -> text.apply(one).code()))
                .param("variants", texts(all, one -> text.apply(one).variant()));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> all, Function<T, Integer> of) {
        return all.stream().map(of).toArray(Integer[]::new);
    }
}
