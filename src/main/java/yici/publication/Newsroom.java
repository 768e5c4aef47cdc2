package yici.publication;

import static yici.identity.Thing.Trait.AREA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.Reach;
import yici.identity.SignedIn;
import yici.kit.Language;

/** What lies on the desks of those who publish. */
@Component
class Newsroom {

    private static final int MOST = 100;

    private static final Set<PublicationAct> OF_WRITERS = EnumSet.of(PublicationAct.SENT);

    /** The newest edition of a work in one language. */
    record Row(UUID work, String slug, Language language, int number, String title, Standing.State state) {
        String which() {
            return work + ":" + language.code() + ":" + number;
        }
    }

    private final KeptWorks kept;
    private final Disclosure disclosure;
    private final CountViews views;
    private final WriteEdition writeEdition;
    private final Previews previews;
    private final Policy policy;
    private final JdbcClient db;

    Newsroom(
            KeptWorks kept,
            Disclosure disclosure,
            CountViews views,
            WriteEdition writeEdition,
            Previews previews,
            Policy policy,
            JdbcClient db) {
        this.kept = kept;
        this.disclosure = disclosure;
        this.views = views;
        this.writeEdition = writeEdition;
        this.previews = previews;
        this.policy = policy;
        this.db = db;
    }

    /** Of the person's areas: what is on its way first, then the newest. */
    List<Row> rows(SignedIn me, String q) {
        return rows(
                me, Deed.WRITE_WORK, "(:q = '' or n.title ilike '%' || :q || '%' or n.slug ilike '%' || :q || '%')", q);
    }

    List<Row> ready(SignedIn me) {
        return rows(me, Deed.REVIEW_WORK, "n.state = 'READY' and :q = ''", "");
    }

    private List<Row> rows(SignedIn me, Deed deed, String condition, String q) {
        var mine = policy.reach(me, deed).on(Reach.Columns.of(Map.of(AREA, "w.area")));
        return db.sql("""
                        select n.* from (
                            select distinct on (w.id, e.language) w.id, w.slug, e.language, e.number, e.title, s.state, e.written_at
                            from publication.work w
                            join publication.edition e on e.work = w.id
                            join publication.standing s on s.work = e.work and s.language = e.language and s.number = e.number
                            where %s
                            order by w.id, e.language, e.number desc) n
                        where %s
                        order by n.state in ('PUBLISHED', 'WITHDRAWN', 'ARCHIVED'), n.written_at desc, n.slug, n.language limit :most
                        """.formatted(mine.sql(), condition))
                .params(mine.parameters())
                .param("q", q)
                .param("most", MOST)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        KeptWorks.language(row),
                        row.getInt("number"),
                        row.getString("title"),
                        Standing.State.valueOf(row.getString("state"))))
                .list();
    }

    NewsroomPages.OnWork on(Work work, boolean reviews, boolean describes, String done) {
        var newest = new ArrayList<Stood>();
        var acts = new LinkedHashMap<Stood, List<PublicationAct>>();
        for (var stood : kept.editions(work.id())) {
            boolean first = newest.stream()
                    .noneMatch(
                            one -> one.edition().language() == stood.edition().language());
            if (first) newest.add(stood);
            acts.put(
                    stood,
                    Arrays.stream(PublicationAct.values())
                            .filter(act -> first
                                    && act != PublicationAct.SCHEDULED
                                    && act.fits(stood.standing().state()))
                            .filter(act -> reviews || OF_WRITERS.contains(act))
                            .toList());
        }
        var hints = new LinkedHashMap<Stood, Checked>();
        var lentUntil = new LinkedHashMap<Stood, Instant>();
        for (var stood : newest)
            if (stood.standing().publishedAt().isEmpty()) {
                hints.put(stood, writeEdition.check(work, stood.edition().language(), typed(stood.edition())));
                previews.lentUntil(stood.edition()).ifPresent(until -> lentUntil.put(stood, until));
            }
        var leftOut = new LinkedHashMap<Language, String>();
        kept.untranslated(work.id()).forEach(one -> leftOut.put(one.language(), one.reason()));
        return new NewsroomPages.OnWork(
                work,
                newest,
                acts,
                leftOut,
                describes,
                hints,
                lentUntil,
                disclosure.itemOf(work.id()).orElse(0),
                views.of(work.id()),
                done,
                Optional.empty(),
                "");
    }

    private static WriteEdition.Typed typed(Edition edition) {
        return new WriteEdition.Typed(edition.title(), edition.summary(), edition.markdown(), "", "", "");
    }

    /** The form begins with the newest text there is, a translation with the newest Chinese edition named. */
    WriteEdition.Typed begin(Work work, Language language) {
        var editions = kept.editions(work.id());
        var before = editions.stream()
                .map(Stood::edition)
                .filter(edition -> edition.language() == language)
                .findFirst();
        return new WriteEdition.Typed(
                before.map(Edition::title).orElse(""),
                before.map(Edition::summary).orElse(""),
                before.map(Edition::markdown).orElse(""),
                before.map(Edition::translator).orElse(""),
                language == Language.ZH ? "" : String.valueOf(WriteEdition.newest(editions, Language.ZH)),
                "");
    }
}
