package yici.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.KeepsOpen;
import yici.identity.PersonalData;

@Component
@Order(9)
class RequestData implements PersonalData, KeepsOpen {

    private final JdbcClient db;
    private final Requests requests;

    RequestData(JdbcClient db, Requests requests) {
        this.db = db;
        this.requests = requests;
    }

    @Override
    public String key() {
        return "requests";
    }

    @Override
    public String page() {
        return "/account/data#requests";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from privacy.request where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('number', r.number, 'kind', r.kind, 'words', r.words, 'asked_at', r.asked_at,
                            'due_on', r.due_on, 'outcome', a.outcome, 'answer', a.words, 'answered_at', a.at)::text
                        from privacy.request r left join privacy.answer a on a.request = r.id
                        where r.account = :account order by r.asked_at
                        """).param("account", account).query(String.class).list());
    }

    @Override
    public Optional<String> why(UUID account) {
        return requests.openOf(account) > 0 ? Optional.of("privacy.close.open-requests") : Optional.empty();
    }
}
