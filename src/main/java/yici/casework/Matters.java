package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;

/** An applicant's own applications, for reading. Every statement names the applicant: what is somebody else's is not there. */
@Component
class Matters {

    static final int PAGE = 20;

    /** @param unseen lines of the timeline since the applicant last looked */
    record Matter(Bundle bundle, List<CaseFile> cases) {
        int unseen() {
            return bundle.acts() - bundle.seenAct();
        }
    }

    /** @param before where the next page begins; empty when this is the last */
    record Listing(List<Matter> matters, Optional<Instant> before) {}

    /** A line of the timeline. */
    record Entry(
            int seq,
            int no,
            int attempt,
            CaseAct act,
            Actor.Kind by,
            String name,
            String onBehalf,
            String body,
            String note,
            Instant at) {}

    record Paper(UUID id, int no, int attempt, DocumentKind kind, Instant issuedAt) {}

    private final JdbcClient db;
    private final Bundles bundles;

    Matters(JdbcClient db, Bundles bundles) {
        this.db = db;
        this.bundles = bundles;
    }

    /** The newest first, twenty at a time, with their cases: two statements however many there are. */
    Listing list(SignedIn me, Instant before) {
        var found = db.sql(Bundles.BUNDLE + """
                        where b.applicant = :applicant and b.submitted_at < :before
                          and (:lifeEvents::text[] is null or b.life_event = any(:lifeEvents::text[]))
                          and (:areas::text[] is null or b.area = any(:areas::text[]))
                        order by b.submitted_at desc, b.application_id desc limit :limit
                        """)
                .param("applicant", me.account())
                .param("lifeEvents", me.scope().lifeEventsOrNull())
                .param("areas", me.scope().areasOrNull())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", PAGE + 1)
                .query((row, _) -> Bundles.bundle(row))
                .list();
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var cases = cases(shown.stream().map(Bundle::application).toList());
        return new Listing(
                shown.stream()
                        .map(b -> new Matter(b, cases.getOrDefault(b.application(), List.of())))
                        .toList(),
                found.size() > PAGE ? Optional.of(shown.getLast().submittedAt()) : Optional.empty());
    }

    private Map<UUID, List<CaseFile>> cases(List<UUID> applications) {
        if (applications.isEmpty()) return Map.of();
        record Owned(UUID application, CaseFile file) {}
        return db
                .sql(Bundles.CASES + "where c.application_id = any(:ids) order by c.application_id, c.no")
                .param("ids", applications.toArray(UUID[]::new))
                .query((row, _) -> new Owned(row.getObject("application_id", UUID.class), Bundles.file(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::application, Collectors.mapping(Owned::file, Collectors.toList())));
    }

    /** @throws yici.identity.NotCovered to who acts for the applicant by a mandate that does not give it */
    Optional<Matter> find(SignedIn me, String number) {
        var found = db.sql(Bundles.IN_HAND + "where b.number = :number and b.applicant = :applicant")
                .param("number", number)
                .param("applicant", me.account())
                .query((row, _) -> Bundles.inHand(row))
                .optional();
        found.ifPresent(b -> me.mustCover(b.lifeEvent(), b.area()));
        return found.map(b -> new Matter(b, bundles.cases(b.application())));
    }

    /** Oldest first. The caller has found the matter, so it is the applicant's. */
    List<Entry> timeline(Matter matter) {
        return db.sql("""
                        select seq, no, attempt, kind, by_whom, actor_name, on_behalf, body_id, note, at from casework.act
                        where application_id = :id order by seq limit 500
                        """)
                .param("id", matter.bundle().application())
                .query((row, _) -> entry(row))
                .list();
    }

    /** Oldest first; what is issued in one act, such as an acceptance with its decision, in the order of the law. */
    List<Paper> papers(Matter matter) {
        return db
                .sql("""
                        select id, no, attempt, kind, issued_at from casework.document
                        where application_id = :id order by issued_at, no limit 200
                        """)
                .param("id", matter.bundle().application())
                .query((row, _) -> new Paper(
                        row.getObject("id", UUID.class),
                        row.getInt("no"),
                        row.getInt("attempt"),
                        DocumentKind.valueOf(row.getString("kind")),
                        Bundles.instant(row, "issued_at").orElseThrow()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Paper::issuedAt)
                        .thenComparing(Paper::no)
                        .thenComparing(Paper::kind))
                .toList();
    }

    /** Everything on the timeline has been looked at. */
    void seen(Matter matter) {
        if (matter.unseen() == 0) return;
        db.sql("update casework.bundle set seen_act = :acts where application_id = :id and seen_act < :acts")
                .param("acts", matter.bundle().acts())
                .param("id", matter.bundle().application())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("seq"),
                row.getInt("no"),
                row.getInt("attempt"),
                CaseAct.valueOf(row.getString("kind")),
                Actor.Kind.valueOf(row.getString("by_whom")),
                row.getString("actor_name"),
                row.getString("on_behalf"),
                row.getString("body_id"),
                row.getString("note"),
                Bundles.instant(row, "at").orElseThrow());
    }
}
