package yici.upstream;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.AccountClosed;
import yici.identity.FactorsVoided;
import yici.identity.PersonalData;

/** What is kept of a person here, and that it goes with the account. */
@Component
class UpstreamData implements PersonalData {

    private final JdbcClient db;
    private final Links links;

    UpstreamData(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    @Override
    public String key() {
        return "upstream";
    }

    @Override
    public String page() {
        return "/account/upstream";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from upstream.link where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('provider', provider, 'subject', subject, 'since', linked_at, 'last_used', last_used_at)::text
                        from upstream.link where account = :account order by provider
                        """).param("account", account).query(String.class).list());
    }

    @EventListener
    void forget(AccountClosed closed) {
        links.removeAll(closed.account());
    }

    @EventListener
    void forget(FactorsVoided voided) {
        links.removeAll(voided.account());
    }
}
