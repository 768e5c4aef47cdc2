package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Silence speaks: when five working days have passed without a word of the body, the application counts as accepted from the day it was
 * received (Administrative Licence Law, article 32).
 */
@Component
class DeemAccepted {

    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Bundles bundles;
    private final SaveWork save;
    private final IssuePaper papers;
    private final Clocks clocks;

    DeemAccepted(JdbcClient db, Bundles bundles, SaveWork save, IssuePaper papers, Clocks clocks) {
        this.db = db;
        this.bundles = bundles;
        this.save = save;
        this.papers = papers;
        this.clocks = clocks;
    }

    /** Applications with a case that has waited too long; at most a hundred, the longest waiting first. */
    List<UUID> overdue() {
        return db.sql("""
                        select distinct application_id from (
                            select application_id from casework.case_file
                            where stage = 1 and accept_by < :today order by accept_by limit :limit) c
                        """)
                .param("today", clocks.today())
                .param("limit", AT_ONCE)
                .query((row, _) -> row.getObject("application_id", UUID.class))
                .list();
    }

    @Transactional
    public void accept(UUID application) {
        var bundle = bundles.lock(application).orElse(null);
        if (bundle == null) return;
        var work = new Work(bundle, bundles.lockCases(application), clocks, _ -> false);
        for (var file : work.cases()) if (overdue(file, clocks.today())) accept(work, file.no());
        if (!work.changed().isEmpty()) save.save(work);
    }

    private static boolean overdue(CaseFile file, LocalDate today) {
        return CaseStep.DEEM_ACCEPTED.legalFrom(file.state())
                && file.standing().acceptBy().filter(today::isAfter).isPresent();
    }

    void accept(Work work, int no) {
        work.step(no, CaseStep.DEEM_ACCEPTED, Actor.RULES, "");
        work.line(no, CaseAct.DEEMED_ACCEPTED, Actor.RULES, "");
        papers.of(work, no, DocumentKind.ACCEPTANCE, Map.of("silence", "true"));
    }
}
