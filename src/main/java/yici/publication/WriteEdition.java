package yici.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Language;
import yici.kit.NotFound;

/** Another edition of a work in a language: a draft until it is sent to be reviewed. */
@Component
class WriteEdition {

    static final int LONGEST = 200_000;

    /** As typed. @param madeFrom of a translation, the Chinese edition it was made from */
    record Typed(
            String title, String summary, String markdown, String translator, String madeFrom, String changeNote) {}

    sealed interface Written {
        record Draft(int number) implements Written {}

        /** By the field, the key of words that say what is wrong. */
        record Flawed(java.util.Map<String, String> flaws) implements Written {}
    }

    private final KeptWorks kept;
    private final ListWorks list;
    private final Policy policy;
    private final AuditLog audit;
    private final JdbcClient db;
    private final Clock clock;

    WriteEdition(KeptWorks kept, ListWorks list, Policy policy, AuditLog audit, JdbcClient db, Clock clock) {
        this.kept = kept;
        this.list = list;
        this.policy = policy;
        this.audit = audit;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    public Written write(SignedIn me, String slug, Language language, Typed typed) {
        var work = find(me, slug);
        kept.lock(work.id());
        var editions = kept.editions(work.id());
        var flaws = flaws(language, typed, newest(editions, Language.ZH));
        if (!flaws.isEmpty()) return new Written.Flawed(flaws);

        int number = newest(editions, language) + 1;
        var now = clock.instant();
        var edition = new Edition(
                work.id(),
                language,
                number,
                typed.title().strip(),
                typed.summary().strip(),
                typed.markdown(),
                language == Language.ZH ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed.madeFrom())),
                typed.translator().strip(),
                typed.changeNote().strip(),
                new Edition.Author(Optional.of(me.person()), me.personName(), now));
        kept.add(edition, Standing.DRAFT);
        audit.record(me.did(PublicationAct.WRITTEN, edition.subject(), edition.changeNote(), now));
        return new Written.Draft(number);
    }

    Work find(SignedIn me, String slug) {
        var work = kept.find(slug).orElseThrow(() -> new NotFound("work " + slug));
        policy.check(me, Deed.WRITE_WORK, Thing.in(work.area()));
        return work;
    }

    /** What to tell the editor of a text before it is sent. */
    Checked check(Work work, Language language, Typed typed) {
        var chinese = language == Language.ZH ? "" : text(work);
        var documents = list.explained(work.id(), Language.ZH).stream()
                .flatMap(line -> kept.find(line.slug()).stream())
                .map(this::text)
                .toList();
        return Checked.of(typed.markdown(), chinese, terms(language), language == Language.ZH ? documents : List.of());
    }

    private String text(Work work) {
        return kept.editions(work.id()).stream()
                .map(Stood::edition)
                .filter(edition -> edition.language() == Language.ZH)
                .findFirst()
                .map(Edition::markdown)
                .orElse("");
    }

    private List<Checked.Term> terms(Language language) {
        return db.sql("select zh, en, fr, ko, ja from publication.term order by zh")
                .query((row, _) -> new Checked.Term(row.getString("zh"), row.getString(language.code())))
                .list();
    }

    private static java.util.Map<String, String> flaws(Language language, Typed typed, int newestChinese) {
        var flaws = new java.util.LinkedHashMap<String, String>();
        if (typed.title().isBlank() || typed.title().length() > 200) flaws.put("title", "publication.flaw.title");
        if (typed.markdown().isBlank() || typed.markdown().length() > LONGEST)
            flaws.put("markdown", "publication.flaw.markdown");
        if (typed.changeNote().isBlank() || typed.changeNote().length() > 300)
            flaws.put("changeNote", "publication.flaw.changeNote");
        if (typed.summary().length() > 500) flaws.put("summary", "publication.flaw.summary");
        if (language == Language.ZH) return flaws;
        boolean known =
                typed.madeFrom().matches("[1-9][0-9]{0,5}") && Integer.parseInt(typed.madeFrom()) <= newestChinese;
        if (!known) flaws.put("madeFrom", "publication.flaw.madeFrom");
        if (typed.translator().isBlank() || typed.translator().length() > 200)
            flaws.put("translator", "publication.flaw.translator");
        return flaws;
    }

    static int newest(List<Stood> editions, Language language) {
        return editions.stream()
                .map(Stood::edition)
                .filter(edition -> edition.language() == language)
                .mapToInt(Edition::number)
                .max()
                .orElse(0);
    }
}
