package yici.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.catalogue.Guide;
import yici.identity.SignedIn;

/**
 * 告知承诺制: a promise instead of a proof, freely chosen after being told conditions, standards, duties and consequences. Kept word for word
 * with who and when. Who broke one hands proofs in like everybody else until it is repaired.
 */
@Component
public class Promises {

    public enum Outcome {
        KEPT,
        BROKEN,
        REPAIRED
    }

    /**
     * @param words what was promised, as the law's language has it
     * @param outcome the newest; empty until somebody has looked
     */
    public record Promise(
            String evidence,
            String name,
            String version,
            String words,
            Instant at,
            Optional<Outcome> outcome,
            String finding) {}

    /** Why nobody takes this person's promise. */
    public record Blocked(Instant since, String finding) {}

    private static final String SELECT = """
            select p.evidence, p.name, p.version, p.words, p.promised_at, o.outcome, coalesce(o.finding, '') as finding, o.at
            from application.promise p
            left join lateral (select outcome, finding, at from application.promise_outcome o
                where o.application_id = p.application_id and o.evidence = p.evidence order by seq desc limit 1) o on true
            """;

    private final JdbcClient db;
    private final DraftStore drafts;
    private final AuditLog audit;
    private final Clock clock;

    Promises(JdbcClient db, DraftStore drafts, AuditLog audit, Clock clock) {
        this.db = db;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Blocked> blocked(UUID account) {
        return db.sql(SELECT + "where p.account = :account and o.outcome = 'BROKEN' order by o.at limit 1")
                .param("account", account)
                .query((row, _) -> new Blocked(instant(row, "at"), row.getString("finding")))
                .optional();
    }

    /** Of an application the caller has found for its reader. */
    public List<Promise> of(UUID application) {
        return db.sql(SELECT + "where p.application_id = :id order by p.evidence")
                .param("id", application)
                .query((row, _) -> new Promise(
                        row.getString("evidence"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("words"),
                        instant(row, "promised_at"),
                        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                        row.getString("finding")))
                .list();
    }

    /** What an officer has found; in the caller's transaction, which writes it down in the case and the audit log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(UUID application, String evidence, Outcome outcome, String finding, String by) {
        db.sql("""
                        insert into application.promise_outcome (application_id, evidence, seq, outcome, finding, by_whom, at)
                        select :id, :evidence, coalesce(max(seq), 0) + 1, :outcome, :finding, :by, :at
                        from application.promise_outcome where application_id = :id and evidence = :evidence
                        """)
                .param("id", application)
                .param("evidence", evidence)
                .param("outcome", outcome.name())
                .param("finding", finding)
                .param("by", by)
                .param("at", DraftStore.at(clock.instant()))
                .update();
    }

    /** @param chosen as sent; only what the guide lets a promise stand for, and nothing for who broke one */
    @Transactional
    public void choose(SignedIn me, Filling filling, Set<String> chosen) {
        var promised = filling.blocked().isPresent()
                ? Set.<String>of()
                : filling.plan().evidence().stream()
                        .filter(filling::mayPromise)
                        .map(Plan.PlannedEvidence::key)
                        .filter(chosen::contains)
                        .collect(Collectors.toSet());
        if (!drafts.commit(filling.draft().id(), me.account(), promised)) return;
        audit.record(me.did(
                ApplicationAct.PROMISE_CHOSEN,
                "draft:" + filling.draft().id(),
                promised.stream().sorted().collect(Collectors.joining(", ")),
                clock.instant()));
    }

    /** With the submission: what was told and what was promised, word for word. */
    void keep(SignedIn me, UUID application, Guide guide, Plan plan, String language) {
        for (var planned : plan.promised()) {
            var told = guide.evidence(planned.key()).commitment().orElseThrow();
            db.sql("""
                            insert into application.promise
                                (application_id, evidence, account, name, version, language, conditions, standards, duties,
                                 consequences, words, promised_at)
                            values (:id, :evidence, :account, :name, :version, :language, :conditions, :standards, :duties,
                                :consequences, :words, :at)
                            """)
                    .param("id", application)
                    .param("evidence", planned.key())
                    .param("account", me.account())
                    .param("name", me.name())
                    .param("version", told.version())
                    .param("language", language)
                    .param("conditions", told.conditions().zh())
                    .param("standards", told.standards().zh())
                    .param("duties", told.duties().zh())
                    .param("consequences", told.consequences().zh())
                    .param("words", told.promise().zh())
                    .param("at", DraftStore.at(clock.instant()))
                    .update();
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
