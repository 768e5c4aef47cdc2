package yici.publication;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Areas;

/** The termbase: how a word of government is said in each language, the same everywhere. The province keeps it. */
@Component
class KeepTerms {

    private static final int LONGEST = 200;
    private static final int MOST = 300;

    record Term(String zh, String en, String fr, String ko, String ja, String note) {}

    private final Policy policy;
    private final Areas areas;
    private final AuditLog audit;
    private final JdbcClient db;
    private final Clock clock;

    KeepTerms(Policy policy, Areas areas, AuditLog audit, JdbcClient db, Clock clock) {
        this.policy = policy;
        this.areas = areas;
        this.audit = audit;
        this.db = db;
        this.clock = clock;
    }

    boolean mayKeep(SignedIn me) {
        return policy.allows(me, Deed.REVIEW_WORK, Thing.in(areas.province().code()));
    }

    /** With these signs in any language; all when empty. */
    List<Term> find(SignedIn me, String q) {
        policy.check(me, Deed.WRITE_WORK);
        return db.sql("""
                        select zh, en, fr, ko, ja, note from publication.term
                        where position(lower(:q) in lower(concat_ws(' ', zh, en, fr, ko, ja))) > 0 or :q = '' order by zh limit :most
                        """)
                .param("q", q)
                .param("most", MOST)
                .query((row, _) -> new Term(
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("fr"),
                        row.getString("ko"),
                        row.getString("ja"),
                        row.getString("note")))
                .list();
    }

    /**
     * A term is new, or said otherwise from now on.
     *
     * @return by the field, the key of words that say what is wrong; empty when it is kept
     */
    @Transactional
    public Map<String, String> keep(SignedIn me, Term term) {
        policy.check(me, Deed.REVIEW_WORK, Thing.in(areas.province().code()));
        var flaws = new LinkedHashMap<String, String>();
        flaw(flaws, "zh", term.zh());
        flaw(flaws, "en", term.en());
        flaw(flaws, "fr", term.fr());
        flaw(flaws, "ko", term.ko());
        flaw(flaws, "ja", term.ja());
        if (term.note().length() > LONGEST) flaws.put("note", "publication.flaw.long");
        if (!flaws.isEmpty()) return flaws;

        db.sql("""
                        insert into publication.term (zh, en, fr, ko, ja, note) values (:zh, :en, :fr, :ko, :ja, :note)
                        on conflict (zh) do update set en = excluded.en, fr = excluded.fr, ko = excluded.ko, ja = excluded.ja, note = excluded.note
                        """)
                .param("zh", term.zh().strip())
                .param("en", term.en().strip())
                .param("fr", term.fr().strip())
                .param("ko", term.ko().strip())
                .param("ja", term.ja().strip())
                .param("note", term.note().strip())
                .update();
        audit.record(me.did(
                PublicationAct.TERM_KEPT, "term:" + term.zh().strip(), term.en().strip(), clock.instant()));
        return flaws;
    }

    private static void flaw(Map<String, String> flaws, String field, String typed) {
        if (typed.isBlank()) flaws.put(field, "publication.flaw.required");
        else if (typed.length() > LONGEST) flaws.put(field, "publication.flaw.long");
    }
}
