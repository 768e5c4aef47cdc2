package yici.supervision;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.casework.LimitOverrun;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Ids;
import yici.kit.Language;

/** In the transaction that writes the overrun down, so that none goes without its card; once for each level of each clock. */
@Component
class IssueCard {

    private final JdbcClient db;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    IssueCard(JdbcClient db, Areas areas, AuditLog audit, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(LimitOverrun overrun) {
        var id = Ids.fresh(clock);
        int issued = db.sql("""
                        with card as (
                            insert into supervision.card (id, application_id, no, attempt, rule, level, number, body_id, area, name_zh, name_en,
                                due_on, since, issued_at)
                            values (:id, :application, :no, :attempt, :rule, :level, :number, :body, :area, :nameZh, :nameEn, :due, :since, :at)
                            on conflict do nothing returning id, issued_at)
                        insert into supervision.card_event (card, seq, kind, by_whom, by_name, at)
                        select id, 1, 'ISSUED', 'system:supervision', '', issued_at from card
                        """)
                .param("id", id)
                .param("application", overrun.application())
                .param("no", overrun.no())
                .param("attempt", overrun.attempt())
                .param("rule", overrun.rule())
                .param("level", overrun.level().code())
                .param("number", overrun.number())
                .param("body", overrun.body().orElse(""))
                .param("area", answering(overrun.area()))
                .param("nameZh", overrun.name().zh())
                .param("nameEn", overrun.name().texts().getOrDefault(Language.EN, ""))
                .param("due", overrun.due())
                .param("since", overrun.since())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (issued > 0)
            audit.record(new AuditEvent(
                    SupervisionAct.CARD_ISSUED,
                    "system:supervision",
                    "",
                    "",
                    "card:" + id,
                    overrun.rule() + " " + overrun.level(),
                    clock.instant()));
    }

    /** An own-level counter is the counter of the area it belongs to. */
    private String answering(String code) {
        var area = areas.get(code);
        return area.level() == Area.Level.OWN_LEVEL ? area.parent().orElse(code) : code;
    }
}
