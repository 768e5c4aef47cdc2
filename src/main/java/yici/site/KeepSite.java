package yici.site;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.kit.Language;
import yici.kit.PublicChanges;
import yici.kit.Translated;

/** An area's administrator or editor says what its site is called, how it looks and what its home page is made of. */
@Component
class KeepSite {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LEAD = 200;
    private static final int LONGEST_CONTACT = 600;
    private static final int HOSTS = 8;
    private static final String HOST =
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){1,8}";

    /**
     * A form as it was sent; its fields are {@code name-zh}, {@code lead-fr}, {@code contact-ja}, {@code colour}, {@code block-1} and so on,
     * {@code hosts}.
     */
    record Typed(Map<String, String> fields) {
        String get(String field) {
            return fields.getOrDefault(field, "").strip();
        }

        static Typed of(Site site, List<String> hosts) {
            var fields = new LinkedHashMap<String, String>();
            for (var language : Language.values()) {
                fields.put("name-" + language.code(), site.name().texts().getOrDefault(language, ""));
                fields.put("lead-" + language.code(), site.lead().texts().getOrDefault(language, ""));
                fields.put("contact-" + language.code(), site.contact().texts().getOrDefault(language, ""));
            }
            fields.put("colour", site.colour());
            for (int i = 0; i < site.blocks().size(); i++)
                fields.put("block-" + (i + 1), site.blocks().get(i).key());
            fields.put("hosts", String.join("\n", hosts));
            return new Typed(fields);
        }
    }

    sealed interface Kept {
        record Done(Site site) implements Kept {}

        /** @param flaws key of words by field */
        record Flawed(Map<String, String> flaws) implements Kept {}
    }

    private final Sites sites;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final Clock clock;

    KeepSite(Sites sites, Policy policy, AuditLog audit, PublicChanges changes, Clock clock) {
        this.sites = sites;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** Host names are the province's to give: who names one that is another's takes its visitors. */
    boolean mayNameHosts(SignedIn me, Area province) {
        return policy.allows(me, Deed.KEEP_SITE, Thing.in(province.code()));
    }

    @Transactional
    public Kept keep(SignedIn me, Area area, Typed typed, boolean withHosts) {
        policy.check(me, Deed.KEEP_SITE, Thing.in(area.code()));
        var flaws = flaws(area, typed, withHosts);
        if (!flaws.isEmpty()) return new Kept.Flawed(flaws);

        var site = site(area, typed);
        var now = clock.instant();
        sites.keep(site, now);
        if (withHosts) sites.keepHosts(area.code(), hosts(typed));
        audit.record(me.did(SiteAct.SITE_KEPT, "area:" + area.code(), "", now));
        changes.tell("site");
        return new Kept.Done(site);
    }

    /** The site as typed, for a look at it before it is kept; what is wrong counts as not typed. */
    Site site(Area area, Typed typed) {
        var before = Site.byDefault(area);
        var blocks = blocks(typed);
        return new Site(
                area,
                typed.get("name-zh").isEmpty() ? before.name() : text(typed, "name-"),
                text(typed, "lead-"),
                text(typed, "contact-"),
                AccentColour.of(typed.get("colour"))
                        .filter(AccentColour::isReadable)
                        .map(AccentColour::toString)
                        .orElse(""),
                blocks.isEmpty() ? before.blocks() : blocks);
    }

    private Map<String, String> flaws(Area area, Typed typed, boolean withHosts) {
        var flaws = new LinkedHashMap<String, String>();
        if (typed.get("name-zh").isEmpty()) flaws.put("name-zh", "site.edit.flaw.name");
        for (var language : Language.values()) {
            tooLong(typed, "name-" + language.code(), LONGEST_NAME, flaws);
            tooLong(typed, "lead-" + language.code(), LONGEST_LEAD, flaws);
            tooLong(typed, "contact-" + language.code(), LONGEST_CONTACT, flaws);
        }
        if (!typed.get("colour").isEmpty()) {
            var colour = AccentColour.of(typed.get("colour"));
            if (colour.isEmpty()) flaws.put("colour", "site.edit.flaw.colour");
            else if (!colour.get().isReadable()) flaws.put("colour", "site.edit.flaw.contrast");
        }
        if (blocks(typed).size() < filled(typed)) flaws.put("block-1", "site.edit.flaw.twice");
        if (withHosts && !areHosts(area, hosts(typed))) flaws.put("hosts", "site.edit.flaw.hosts");
        return flaws;
    }

    private static void tooLong(Typed typed, String field, int most, Map<String, String> flaws) {
        if (typed.get(field).length() > most) flaws.putIfAbsent(field, "site.edit.flaw.long");
    }

    private boolean areHosts(Area area, List<String> hosts) {
        var taken = sites.hosts();
        return hosts.size() <= HOSTS
                && hosts.stream().allMatch(host -> host.length() <= 253 && host.matches(HOST))
                && hosts.stream()
                        .allMatch(host -> taken.getOrDefault(host, area.code()).equals(area.code()));
    }

    private static List<String> hosts(Typed typed) {
        return typed.get("hosts")
                .lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** Each once, in the order of the form. */
    private static List<Block> blocks(Typed typed) {
        var blocks = new ArrayList<Block>();
        for (int i = 1; i <= Block.values().length; i++)
            Block.of(typed.get("block-" + i))
                    .filter(block -> !blocks.contains(block))
                    .ifPresent(blocks::add);
        return blocks;
    }

    private static int filled(Typed typed) {
        int filled = 0;
        for (int i = 1; i <= Block.values().length; i++)
            if (Block.of(typed.get("block-" + i)).isPresent()) filled++;
        return filled;
    }

    private static Translated text(Typed typed, String field) {
        var texts = new EnumMap<Language, String>(Language.class);
        texts.put(Language.ZH, typed.get(field + "zh"));
        for (var language : Language.values())
            if (!typed.get(field + language.code()).isEmpty()) texts.put(language, typed.get(field + language.code()));
        return new Translated(texts);
    }
}
