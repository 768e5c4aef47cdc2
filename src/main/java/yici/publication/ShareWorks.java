package yici.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.PublicChanges;

/**
 * What one area's works are to another: offered by those who wrote them and taken by those who show them, or taken by a rule. It goes up and down
 * one line, from a province to its counties and back; the work stays one and the same.
 */
@Component
class ShareWorks {

    sealed interface Shared {
        record Done() implements Shared {}

        /** Neither lies above the other. */
        record NotOfOneLine() implements Shared {}

        /** Nothing of it is published, there is no such work, or it was not offered. */
        record NothingToShare() implements Shared {}
    }

    /** @param kind empty: every kind; @param column empty: every column */
    record Rule(String taker, String giver, String kind, String column) {}

    private final KeptWorks kept;
    private final Areas areas;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final JdbcClient db;
    private final Clock clock;

    ShareWorks(
            KeptWorks kept,
            Areas areas,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            JdbcClient db,
            Clock clock) {
        this.kept = kept;
        this.areas = areas;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    public Shared offer(SignedIn me, String slug, String to) {
        var work = kept.find(slug).orElse(null);
        if (work == null) return new Shared.NothingToShare();
        policy.check(me, Deed.WRITE_WORK, Thing.in(work.area()));
        if (!areOfOneLine(work.area(), to)) return new Shared.NotOfOneLine();
        if (kept.editions(work.id()).stream().noneMatch(ShareWorks::isPublished)) return new Shared.NothingToShare();

        var now = clock.instant();
        db.sql("""
                        insert into publication.offering (work, area, offered_by, offered_name, offered_at)
                        values (:work, :area, :by, :name, :now) on conflict (work, area) do nothing
                        """)
                .param("work", work.id())
                .param("area", to)
                .param("by", me.person())
                .param("name", me.personName())
                .param("now", KeptWorks.at(now))
                .update();
        record(me, SharingAct.OFFERED, work.id() + "/" + to, now);
        return new Shared.Done();
    }

    private static boolean isPublished(Stood stood) {
        return stood.standing().state() == Standing.State.PUBLISHED;
    }

    @Transactional
    public Shared take(SignedIn me, String slug, String area) {
        return taken(me, slug, area, true);
    }

    /** It is shown no longer, and stays offered. */
    @Transactional
    public Shared giveBack(SignedIn me, String slug, String area) {
        return taken(me, slug, area, false);
    }

    private Shared taken(SignedIn me, String slug, String area, boolean takes) {
        policy.check(me, Deed.WRITE_WORK, Thing.in(area));
        var now = clock.instant();
        int changed = db.sql("""
                        update publication.offering o
                        set taken_by = case when :takes then :by end, taken_name = case when :takes then :name else '' end,
                            taken_at = case when :takes then cast(:now as timestamptz) end
                        from publication.work w
                        where w.id = o.work and w.slug = :slug and o.area = :area and (o.taken_at is null) = :takes
                        """)
                .param("takes", takes)
                .param("by", me.person())
                .param("name", me.personName())
                .param("now", KeptWorks.at(now))
                .param("slug", slug)
                .param("area", area)
                .update();
        if (changed == 0) return new Shared.NothingToShare();
        record(me, takes ? SharingAct.TAKEN : SharingAct.GIVEN_BACK, slug + "/" + area, now);
        return new Shared.Done();
    }

    @Transactional
    public Shared set(SignedIn me, Rule rule) {
        policy.check(me, Deed.WRITE_WORK, Thing.in(rule.taker()));
        if (!areOfOneLine(rule.giver(), rule.taker())) return new Shared.NotOfOneLine();
        write("""
                insert into publication.sharing_rule (taker, giver, kind, special_column)
                values (:taker, :giver, :kind, :column) on conflict do nothing
                """, rule);
        record(me, SharingAct.RULE_SET, rule.taker() + "<" + rule.giver(), clock.instant());
        return new Shared.Done();
    }

    @Transactional
    public Shared end(SignedIn me, Rule rule) {
        policy.check(me, Deed.WRITE_WORK, Thing.in(rule.taker()));
        int ended = write("""
                delete from publication.sharing_rule
                where taker = :taker and giver = :giver and kind = :kind and special_column = :column
                """, rule);
        if (ended == 0) return new Shared.NothingToShare();
        record(me, SharingAct.RULE_ENDED, rule.taker() + "<" + rule.giver(), clock.instant());
        return new Shared.Done();
    }

    private int write(String sql, Rule rule) {
        return db.sql(sql)
                .param("taker", rule.taker())
                .param("giver", rule.giver())
                .param("kind", rule.kind())
                .param("column", rule.column())
                .update();
    }

    private void record(SignedIn me, SharingAct act, String subject, Instant now) {
        audit.record(me.did(act, "sharing:" + subject, "", now));
        changes.tell(WorkPages.TOPIC);
    }

    boolean areOfOneLine(String one, String other) {
        return !one.equals(other) && (isAbove(one, other) || isAbove(other, one));
    }

    private boolean isAbove(String above, String below) {
        return areas.find(below).isPresent()
                && areas.path(below).stream().anyMatch(area -> area.code().equals(above));
    }

    /** The governments an area may share with: those above it, then those below. */
    List<Area> line(Area area) {
        return Stream.concat(areas.path(area.code()).stream(), areas.within(area.code()).stream())
                .filter(one -> !one.equals(area))
                .filter(one -> one.level() != Area.Level.ZONE && one.level() != Area.Level.OWN_LEVEL)
                .toList();
    }

    List<Rule> rules(String taker) {
        return db.sql("""
                        select giver, kind, special_column from publication.sharing_rule where taker = :taker
                        order by giver, kind, special_column
                        """)
                .param("taker", taker)
                .query((row, _) ->
                        new Rule(taker, row.getString("giver"), row.getString("kind"), row.getString("special_column")))
                .list();
    }

    /** @param taken it is shown */
    record Offered(String slug, String title, String from, String to, String by, boolean taken) {}

    /** What was offered to an area and what it offers, the newest first. */
    List<Offered> offered(String area) {
        return db.sql("""
                        select w.slug, w.area as from_area, o.area as to_area, o.offered_name, o.taken_at is not null as taken,
                            coalesce((select e.title from publication.edition e join publication.standing s using (work, language, number)
                                where e.work = w.id and e.language = 'zh' and s.state = 'PUBLISHED'), w.slug) as title
                        from publication.offering o join publication.work w on w.id = o.work
                        where o.area = :area or w.area = :area
                        order by o.offered_at desc, w.slug, o.area limit 200
                        """)
                .param("area", area)
                .query((row, _) -> new Offered(
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("from_area"),
                        row.getString("to_area"),
                        row.getString("offered_name"),
                        row.getBoolean("taken")))
                .list();
    }
}
