package yici.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.AccountClosed;
import yici.identity.PersonalData;

/** What an applicant has sent, with the names of the files and every correction. */
@Component
@Order(4)
class ApplicantsData implements PersonalData {

    private final JdbcClient db;

    ApplicantsData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "applications";
    }

    @Override
    public String page() {
        return "/my";
    }

    @Override
    public long count(UUID account) {
        return db.sql("select count(*) from application.application where applicant = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('number', number, 'life_event', life_event, 'area', area, 'filed_from', filed_from,
                            'submitted_at', submitted_at, 'scenario', scenario, 'answers', answers, 'sources', sources,
                            'files', (select coalesce(json_agg(json_build_object('evidence', evidence, 'file', file_name, 'added_at', added_at)
                                order by added_at, file_name), '[]') from application.evidence e where e.application_id = a.application_id),
                            'corrections', (select coalesce(json_agg(json_build_object('at', at, 'element', element, 'before', before,
                                'after', after) order by at, element), '[]') from application.correction c
                                where c.application_id = a.application_id),
                            'promises', (select coalesce(json_agg(json_build_object('evidence', evidence, 'words', words, 'at', promised_at)
                                order by promised_at), '[]') from application.promise p where p.application_id = a.application_id))::text
                        from application.application a where applicant = :account order by submitted_at
                        """).param("account", account).query(String.class).list());
    }

    /** Forms that were begun and not sent. */
    @Component
    @Order(3)
    static class DraftData implements PersonalData {

        private final JdbcClient db;

        DraftData(JdbcClient db) {
            this.db = db;
        }

        @Override
        public String key() {
            return "drafts";
        }

        @Override
        public String page() {
            return "/my";
        }

        @Override
        public long count(UUID account) {
            return db.sql("select count(*) from application.draft where account = :account and state = 'OPEN'")
                    .param("account", account)
                    .query(Long.class)
                    .single();
        }

        @Override
        public List<Map<String, Object>> copy(UUID account) {
            return PersonalData.records(
                    db.sql("""
                            select json_build_object('life_event', life_event, 'area', area, 'begun_at', created_at, 'saved_at', updated_at,
                                'scenario', scenario, 'typed', typed, 'known', known,
                                'files', (select coalesce(json_agg(json_build_object('evidence', evidence, 'file', file_name)
                                    order by added_at), '[]') from application.draft_evidence e where e.draft_id = d.id))::text
                            from application.draft d where account = :account and state = 'OPEN' order by created_at
                            """).param("account", account).query(String.class).list());
        }

        /** Nobody can go on with them. */
        @EventListener
        void forget(AccountClosed closed) {
            db.sql("delete from application.draft where account = :account and state = 'OPEN'")
                    .param("account", closed.account())
                    .update();
        }
    }
}
