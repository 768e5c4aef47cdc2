package yici.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class AccountData implements PersonalData {

    private final Accounts accounts;

    AccountData(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "account";
    }

    @Override
    public String page() {
        return "/account";
    }

    @Override
    public long count(UUID account) {
        return accounts.find(account).isPresent() ? 1 : 0;
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return accounts.find(account).map(AccountData::fields).stream().toList();
    }

    private static Map<String, Object> fields(Account account) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", account.kind().name());
        fields.put("login", account.login());
        fields.put("name", account.name());
        fields.put("number", account.number());
        fields.put("representative", account.representative());
        fields.put("representative_number", account.representativeNumber());
        fields.put("phone", account.phone());
        fields.put("address", account.address());
        return fields;
    }

    /** The browsers in which somebody is signed in. */
    @Component
    @Order(2)
    static class SessionData implements PersonalData {

        private final JdbcClient db;

        SessionData(JdbcClient db) {
            this.db = db;
        }

        @Override
        public String key() {
            return "sessions";
        }

        @Override
        public String page() {
            return "/account";
        }

        @Override
        public long count(UUID account) {
            return db.sql("select count(*) from identity.session where account = :account")
                    .param("account", account)
                    .query(Long.class)
                    .single();
        }

        @Override
        public List<Map<String, Object>> copy(UUID account) {
            return PersonalData.records(
                    db.sql("""
                            select json_build_object('since', created_at, 'last_seen', last_seen_at, 'device', device)::text
                            from identity.session where account = :account order by created_at
                            """).param("account", account).query(String.class).list());
        }
    }
}
