package yici.publication;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Areas;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.PublicChanges;
import yici.kit.Translated;

/**
 * A work is begun, and what is said of it besides its texts: its address, its source, its day, its columns, what it explains. Until something of
 * it is public, whoever writes may change that; after that only who reviews.
 */
@Component
class KeepWork {

    static final Set<String> FORMS = Set.of("", "qa", "timeline", "infographic", "video", "expert", "plain");
    static final Set<String> VALIDITY = Set.of("in-force", "amended", "expired", "repealed");

    /** Pages of the desk have these addresses. */
    private static final Set<String> RESERVED = Set.of("new", "links", "paste");

    private static final int LONGEST = 300;

    /**
     * As typed.
     *
     * @param columns keys of those it is put into by hand
     * @param explains addresses of documents, one a line
     * @param fields of its kind
     */
    record Typed(
            String slug,
            String kind,
            String form,
            String area,
            String body,
            String sourceZh,
            String sourceEn,
            String sourceUrl,
            String formedOn,
            Set<String> columns,
            String explains,
            Map<String, String> fields) {}

    sealed interface Kept {
        record Done(String slug) implements Kept {}

        /** By the field, the key of words that say what is wrong. */
        record Flawed(Map<String, String> flaws) implements Kept {}
    }

    private final KeptWorks kept;
    private final Addresses addresses;
    private final Memberships memberships;
    private final Kinds kinds;
    private final Areas areas;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final Clock clock;

    KeepWork(
            KeptWorks kept,
            Addresses addresses,
            Memberships memberships,
            Kinds kinds,
            Areas areas,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            Clock clock) {
        this.kept = kept;
        this.addresses = addresses;
        this.memberships = memberships;
        this.kinds = kinds;
        this.areas = areas;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Kept begin(SignedIn me, Typed typed) {
        var area = areas.find(typed.area()).orElseThrow(() -> new NotFound("area " + typed.area()));
        var kind = kinds.find(typed.kind()).orElseThrow(() -> new NotFound("kind " + typed.kind()));
        policy.check(me, Deed.WRITE_WORK, Thing.in(area.code()));
        var id = Ids.fresh(clock);
        var flaws = flaws(id, kind, typed);
        if (!flaws.isEmpty()) return new Kept.Flawed(flaws);

        var work =
                work(id, kind.key(), area.code(), Translated.zh(typed.sourceZh().strip()), typed);
        kept.add(work);
        join(me, work, typed);
        audit.record(me.did(PublicationAct.BEGUN, "work:" + id, work.slug(), clock.instant()));
        return new Kept.Done(work.slug());
    }

    @Transactional
    public Kept change(SignedIn me, String slug, Typed typed) {
        var before = find(me, slug);
        kept.lock(before.id());
        var flaws = flaws(before.id(), kinds.get(before.kind()), typed);
        if (!flaws.isEmpty()) return new Kept.Flawed(flaws);

        var work = work(before.id(), before.kind(), before.area(), before.sourceName(), typed);
        if (!work.slug().equals(before.slug())) addresses.move(work.id(), before.slug(), work.slug());
        kept.describe(work);
        join(me, work, typed);
        audit.record(me.did(PublicationAct.DESCRIBED, "work:" + work.id(), work.slug(), clock.instant()));
        changes.tell(WorkPages.TOPIC);
        return new Kept.Done(work.slug());
    }

    /** A former address leads nowhere any more and says why: answered with 410. */
    @Transactional
    public boolean endAddress(SignedIn me, String slug, String former, String typedReason) {
        var work = find(me, slug);
        var reason = typedReason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST || !addresses.end(work.id(), former, reason)) return false;
        audit.record(
                me.did(PublicationAct.ADDRESS_ENDED, "work:" + work.id(), former + ": " + reason, clock.instant()));
        changes.tell(WorkPages.TOPIC);
        return true;
    }

    /** Readers are told why there is nothing in their language; without a reason the language waits for its text again. */
    @Transactional
    public boolean leaveOut(SignedIn me, String slug, Language language, String typedReason) {
        var work = find(me, slug);
        var reason = typedReason.strip();
        if (language == Language.ZH || reason.length() > LONGEST) return false;
        if (reason.isEmpty()) kept.takeUp(work.id(), language);
        else kept.leaveOut(work.id(), language, reason);
        audit.record(
                me.did(PublicationAct.LEFT_OUT, "work:" + work.id() + "/" + language.code(), reason, clock.instant()));
        changes.tell(WorkPages.TOPIC);
        return true;
    }

    /** @throws yici.kit.Forbidden for who may not change what is public */
    private Work find(SignedIn me, String slug) {
        var work = kept.find(slug).orElseThrow(() -> new NotFound("work " + slug));
        policy.check(me, deed(work), Thing.in(work.area()));
        return work;
    }

    /** What it takes to change it now. */
    Deed deed(Work work) {
        boolean isPublic = kept.editions(work.id()).stream()
                .anyMatch(stood -> stood.standing().publishedAt().isPresent());
        return isPublic ? Deed.REVIEW_WORK : Deed.WRITE_WORK;
    }

    private static Work work(UUID id, String kind, String area, Translated sourceBefore, Typed typed) {
        return new Work(
                id,
                typed.slug().strip(),
                kind,
                typed.form(),
                area,
                typed.body().strip(),
                source(sourceBefore, typed.sourceZh().strip(), typed.sourceEn().strip()),
                typed.sourceUrl().strip(),
                LocalDate.parse(typed.formedOn().strip()),
                stripped(typed.fields()));
    }

    /** Languages that are not typed stay as long as the Chinese they translate. */
    private static Translated source(Translated before, String zh, String en) {
        var texts = new LinkedHashMap<Language, String>();
        if (before.zh().equals(zh)) texts.putAll(before.texts());
        texts.put(Language.ZH, zh);
        if (en.isEmpty()) texts.remove(Language.EN);
        else texts.put(Language.EN, en);
        return new Translated(texts);
    }

    private static Map<String, String> stripped(Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        fields.forEach((key, value) -> {
            if (!value.isBlank()) all.put(key, value.strip());
        });
        return all;
    }

    private void join(SignedIn me, Work work, Typed typed) {
        var mine = memberships.columns().stream()
                .filter(column -> policy.allows(me, Deed.WRITE_WORK, Thing.in(column.area())))
                .map(Memberships.Place::key)
                .toList();
        memberships.put(work.id(), mine, typed.columns());
        memberships.explain(work.id(), documents(typed).stream().map(Work::id).toList());
    }

    private List<Work> documents(Typed typed) {
        return slugs(typed).stream().flatMap(slug -> kept.find(slug).stream()).toList();
    }

    /** An address as it stands in the browser is an address too. */
    private static Set<String> slugs(Typed typed) {
        var slugs = new LinkedHashSet<String>();
        typed.explains()
                .lines()
                .map(line -> line.strip().replaceFirst("^.*/works/", ""))
                .filter(line -> !line.isEmpty())
                .forEach(slugs::add);
        return slugs;
    }

    private Map<String, String> flaws(UUID id, Kinds.Kind kind, Typed typed) {
        var flaws = new LinkedHashMap<String, String>();
        var slug = typed.slug().strip();
        if (!slug.matches("[a-z0-9][a-z0-9-]{1,100}") || RESERVED.contains(slug))
            flaws.put("slug", "publication.flaw.slug");
        else if (addresses.isTaken(slug, id)) flaws.put("slug", "publication.flaw.slug.taken");
        if (!FORMS.contains(typed.form())) flaws.put("form", "publication.flaw.form");
        if (isBad(typed.body())) flaws.put("body", "publication.flaw.body");
        if (isBad(typed.sourceZh())) flaws.put("sourceZh", "publication.flaw.sourceZh");
        if (typed.sourceEn().length() > LONGEST) flaws.put("sourceEn", "publication.flaw.long");
        var url = typed.sourceUrl().strip();
        if (!url.isEmpty() && !url.matches("https?://[^\\s<>\"]{1,480}"))
            flaws.put("sourceUrl", "publication.flaw.sourceUrl");
        if (date(typed.formedOn()).isEmpty()) flaws.put("formedOn", "publication.flaw.date");
        for (var field : kind.fields())
            flaw(field, typed.fields()).ifPresent(flaw -> flaws.put("field-" + field.key(), flaw));
        var slugs = slugs(typed);
        boolean all = slugs.stream().map(kept::find).allMatch(Optional::isPresent);
        if (!all || slugs.contains(slug) || slugs.size() > 20) flaws.put("explains", "publication.flaw.explains");
        return flaws;
    }

    private static boolean isBad(String typed) {
        return typed.isBlank() || typed.length() > LONGEST;
    }

    private static Optional<String> flaw(Kinds.Field field, Map<String, String> typed) {
        var value = typed.getOrDefault(field.key(), "").strip();
        if (value.isEmpty()) return field.required() ? Optional.of("publication.flaw.required") : Optional.empty();
        return switch (field.type()) {
            case "date" -> date(value).isEmpty() ? Optional.of("publication.flaw.date") : Optional.empty();
            case "validity" -> VALIDITY.contains(value) ? Optional.empty() : Optional.of("publication.flaw.required");
            default -> value.length() > LONGEST ? Optional.of("publication.flaw.long") : Optional.empty();
        };
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
