package yici.passkey;

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
class PasskeyData implements PersonalData {

    private final JdbcClient db;
    private final Passkeys passkeys;

    PasskeyData(JdbcClient db, Passkeys passkeys) {
        this.db = db;
        this.passkeys = passkeys;
    }

    @Override
    public String key() {
        return "passkeys";
    }

    @Override
    public String page() {
        return "/account/passkeys";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from passkey.passkey where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('name', name, 'model', model, 'credential', encode(credential, 'hex'),
                            'backed_up', backed_up, 'since', created_at, 'last_used', last_used_at)::text
                        from passkey.passkey where account = :account order by created_at, id
                        """).param("account", account).query(String.class).list());
    }

    @EventListener
    void forget(AccountClosed closed) {
        passkeys.removeAll(closed.account());
    }

    @EventListener
    void forget(FactorsVoided voided) {
        passkeys.removeAll(voided.account());
    }
}
