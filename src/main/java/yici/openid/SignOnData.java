package yici.openid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.AccountClosed;
import yici.identity.PersonalData;

/** Which systems know a person by this account. The visits themselves go with the session. */
@Component
class SignOnData implements PersonalData {

    private final JdbcClient db;

    SignOnData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "sign-ons";
    }

    @Override
    public String page() {
        return "/account/connected";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from openid.consent where person = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('system', client_id, 'may_know', scopes, 'basis', basis, 'since', given_at)::text
                        from openid.consent where person = :account order by given_at, client_id
                        """).param("account", account).query(String.class).list());
    }

    @EventListener
    void forget(AccountClosed closed) {
        db.sql("delete from openid.consent where person = :account")
                .param("account", closed.account())
                .update();
    }
}
