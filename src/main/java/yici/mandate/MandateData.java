package yici.mandate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.AccountClosed;
import yici.identity.PersonalData;

/** Whom somebody let act, and for whom somebody acted. */
@Component
class MandateData implements PersonalData {

    private final JdbcClient db;
    private final Mandates mandates;
    private final Clock clock;

    MandateData(JdbcClient db, Mandates mandates, Clock clock) {
        this.db = db;
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "mandates";
    }

    @Override
    public String page() {
        return "/account/mandates";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from mandate.mandate where granter = :account or grantee = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('capacity', capacity, 'for', granter_name, 'by', grantee_name, 'life_events', life_events,
                            'area', area, 'from', valid_from, 'until', valid_until, 'evidence', evidence,
                            'events', (select json_agg(json_build_object('kind', e.kind, 'by', e.by_name, 'reason', e.reason, 'at', e.at)
                                order by e.seq) from mandate.event e where e.mandate = m.id))::text
                        from mandate.mandate m where granter = :account or grantee = :account order by created_at, id
                        """).param("account", account).query(String.class).list());
    }

    /** Nobody acts for a closed account, and it acts for nobody. */
    @EventListener
    void end(AccountClosed closed) {
        db.sql("""
                        select id from mandate.standing
                        where (granter = :account or grantee = :account) and last in ('OFFERED', 'CLAIMED', 'ACCEPTED')
                        """)
                .param("account", closed.account())
                .query(UUID.class)
                .list()
                .forEach(id -> mandates.event(
                        id, Mandate.Event.REVOKED, "system:mandate", "", "account closed", clock.instant()));
    }
}
