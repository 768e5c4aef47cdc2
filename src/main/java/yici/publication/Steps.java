package yici.publication;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;

/** Who brought an edition how far, and how many reviews an area asks for. */
@Component
class Steps {

    /** 初审、复审、终审. */
    private static final int REVIEWS = 3;

    private final JdbcClient db;
    private final Areas areas;

    Steps(JdbcClient db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    void add(Edition edition, PublicationAct act, SignedIn me, String reason, Instant at) {
        add(edition, act, me.person(), me.personName(), reason, at);
    }

    void add(Edition edition, PublicationAct act, UUID by, String name, String reason, Instant at) {
        db.sql("""
                        insert into publication.step (work, language, number, seq, kind, by_account, by_name, reason, at)
                        select :work, :language, :number, count(*) + 1, :kind, :by, :name, :reason, :at
                        from publication.step where work = :work and language = :language and number = :number
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .param("kind", act.name())
                .param("by", by)
                .param("name", name)
                .param("reason", reason)
                .param("at", KeptWorks.at(at))
                .update();
    }

    /** Since it was last given back. */
    boolean hasReviewed(Edition edition, UUID person) {
        return db.sql("""
                        select exists (
                            select from publication.step s
                            where s.work = :work and s.language = :language and s.number = :number and s.kind = 'REVIEWED'
                              and s.by_account = :person
                              and s.seq > coalesce((select max(r.seq) from publication.step r
                                  where r.work = s.work and r.language = s.language and r.number = s.number and r.kind = 'RETURNED'), 0))
                        """)
                .param("work", edition.work())
                .param("language", edition.language().code())
                .param("number", edition.number())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** From now on, of works of this area and those below that say nothing themselves. @param reviews 1 to 5 */
    void plan(String area, int reviews) {
        db.sql("""
                        insert into publication.review_plan (area, reviews) values (:area, :reviews)
                        on conflict (area) do update set reviews = excluded.reviews
                        """).param("area", area).param("reviews", reviews).update();
    }

    /** What the area says, or the nearest above it that says anything. */
    int reviewsNeeded(String area) {
        for (var code : areas.path(area).reversed().stream().map(Area::code).toList()) {
            var said = db.sql("select reviews from publication.review_plan where area = :area")
                    .param("area", code)
                    .query(Integer.class)
                    .optional();
            if (said.isPresent()) return said.get();
        }
        return REVIEWS;
    }
}
