package yici.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.PublicChanges;

/** A column is opened or changed: what it is called, who minds it, what it takes in by itself, how often it is brought up to date. */
@Component
class KeepColumn {

    private static final int LONGEST = 500;

    /**
     * As typed.
     *
     * @param names by language
     * @param descriptions by language
     */
    record Typed(
            String key,
            String area,
            Map<String, String> names,
            Map<String, String> descriptions,
            String curator,
            String freshness,
            String counterpart,
            String ruleKind,
            String ruleTopic,
            String template,
            String position) {}

    sealed interface Kept {
        record Done(String key) implements Kept {}

        /** By the field, the key of words that say what is wrong. */
        record Flawed(Map<String, String> flaws) implements Kept {}
    }

    private final ListWorks list;
    private final Kinds kinds;
    private final Steps steps;
    private final Areas areas;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final JdbcClient db;
    private final Clock clock;

    KeepColumn(
            ListWorks list,
            Kinds kinds,
            Steps steps,
            Areas areas,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            JdbcClient db,
            Clock clock) {
        this.list = list;
        this.kinds = kinds;
        this.steps = steps;
        this.areas = areas;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    public Kept open(SignedIn me, Typed typed) {
        var area = areas.find(typed.area()).orElseThrow(() -> new NotFound("area " + typed.area()));
        policy.check(me, Deed.REVIEW_WORK, Thing.in(area.code()));
        var flaws = flaws(typed);
        var key = typed.key().strip();
        if (!key.matches("[a-z0-9][a-z0-9-]{1,60}") || key.equals("new")) flaws.put("key", "publication.flaw.slug");
        else if (list.column(key).isPresent()) flaws.put("key", "publication.flaw.slug.taken");
        return flaws.isEmpty() ? keep(me, key, area.code(), typed) : new Kept.Flawed(flaws);
    }

    /** Its address and its area stay. */
    @Transactional
    public Kept change(SignedIn me, String key, Typed typed) {
        var before = list.column(key).orElseThrow(() -> new NotFound("column " + key));
        policy.check(me, Deed.REVIEW_WORK, Thing.in(before.area()));
        var flaws = flaws(typed);
        return flaws.isEmpty() ? keep(me, key, before.area(), typed) : new Kept.Flawed(flaws);
    }

    /** How many reviews by different people a text of the area passes before it is published. @return whether that is a number we know */
    @Transactional
    public boolean plan(SignedIn me, String area, String typed) {
        policy.check(me, Deed.KEEP_SITE, Thing.in(area));
        if (!typed.matches("[1-5]")) return false;
        steps.plan(area, Integer.parseInt(typed));
        audit.record(me.did(PublicationAct.PLANNED, "area:" + area, typed, clock.instant()));
        return true;
    }

    private Kept keep(SignedIn me, String key, String area, Typed typed) {
        db.sql("""
                        insert into publication.special_column (key, area, names, descriptions, curator, freshness_days, counterpart,
                            rule_kind, rule_topic, template, position)
                        values (:key, :area, :names::jsonb, :descriptions::jsonb, :curator, :freshness, :counterpart, :ruleKind, :ruleTopic,
                            :template, :position)
                        on conflict (key) do update set names = excluded.names, descriptions = excluded.descriptions,
                            curator = excluded.curator, freshness_days = excluded.freshness_days, counterpart = excluded.counterpart,
                            rule_kind = excluded.rule_kind, rule_topic = excluded.rule_topic, template = excluded.template,
                            position = excluded.position
                        """)
                .param("key", key)
                .param("area", area)
                .param("names", Texts.json(said(typed.names())))
                .param("descriptions", Texts.json(said(typed.descriptions())))
                .param("curator", typed.curator().strip())
                .param("freshness", Integer.parseInt(typed.freshness().strip()))
                .param("counterpart", typed.counterpart().strip())
                .param("ruleKind", typed.ruleKind())
                .param(
                        "ruleTopic",
                        typed.ruleKind().isEmpty() ? "" : typed.ruleTopic().strip())
                .param("template", typed.template())
                .param("position", number(typed.position()).orElse(0))
                .update();
        audit.record(me.did(PublicationAct.COLUMN_KEPT, "column:" + key, "", clock.instant()));
        changes.tell(WorkPages.TOPIC);
        return new Kept.Done(key);
    }

    private static Map<String, String> said(Map<String, String> byLanguage) {
        var said = new LinkedHashMap<String, String>();
        byLanguage.forEach((code, text) -> {
            if (!text.isBlank()) said.put(code, text.strip());
        });
        return said;
    }

    private Map<String, String> flaws(Typed typed) {
        var flaws = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            var code = language.code();
            if (typed.names().getOrDefault(code, "").length() > 60) flaws.put("name-" + code, "publication.flaw.long");
            if (typed.descriptions().getOrDefault(code, "").length() > LONGEST)
                flaws.put("description-" + code, "publication.flaw.long");
        }
        if (typed.names().getOrDefault("zh", "").isBlank()) flaws.put("name-zh", "publication.flaw.required");
        if (typed.descriptions().getOrDefault("zh", "").isBlank())
            flaws.put("description-zh", "publication.flaw.required");
        if (typed.curator().isBlank() || typed.curator().length() > 200)
            flaws.put("curator", "publication.flaw.curator");
        if (number(typed.freshness()).filter(days -> days >= 1 && days <= 3660).isEmpty())
            flaws.put("freshness", "publication.flaw.freshness");
        var counterpart = typed.counterpart().strip();
        if (!counterpart.isEmpty() && !counterpart.matches("(https?://|/)[^\\s<>\"]{0,480}"))
            flaws.put("counterpart", "publication.flaw.sourceUrl");
        if (!typed.ruleKind().isEmpty() && kinds.find(typed.ruleKind()).isEmpty())
            flaws.put("ruleKind", "publication.flaw.required");
        if (Stream.of(Column.Template.values()).noneMatch(one -> one.name().equals(typed.template())))
            flaws.put("template", "publication.flaw.required");
        return flaws;
    }

    private static Optional<Integer> number(String typed) {
        return typed.strip().matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(typed.strip())) : Optional.empty();
    }
}
