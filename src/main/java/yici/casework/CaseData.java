package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.KeepsOpen;
import yici.identity.PersonalData;

/** What the authorities did with a person's applications: cases, their timeline, their papers. */
@Component
@Order(5)
class CaseData implements PersonalData, KeepsOpen {

    private final JdbcClient db;

    CaseData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "cases";
    }

    @Override
    public String page() {
        return "/my";
    }

    @Override
    public long count(UUID account) {
        return db.sql("""
                        select count(*) from casework.case_file f join casework.bundle b using (application_id)
                        where b.applicant = :account
                        """).param("account", account).query(Long.class).single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        return PersonalData.records(
                db.sql("""
                        select json_build_object('number', f.number, 'item', f.item, 'name', f.name_zh, 'body', f.body_id, 'state', f.state,
                            'received_on', f.received_on, 'due_on', f.due_on,
                            'timeline', (select coalesce(json_agg(json_build_object('at', a.at, 'act', a.kind, 'by', a.actor_name,
                                'note', a.note) order by a.seq), '[]') from casework.act a
                                where a.application_id = f.application_id and a.no in (0, f.no)),
                            'papers', (select coalesce(json_agg(json_build_object('kind', d.kind, 'issued_at', d.issued_at)
                                order by d.issued_at), '[]') from casework.document d
                                where d.application_id = f.application_id and d.no = f.no))::text
                        from casework.case_file f join casework.bundle b using (application_id)
                        where b.applicant = :account order by b.submitted_at, f.no
                        """).param("account", account).query(String.class).list());
    }

    @Override
    public Optional<String> why(UUID account) {
        boolean open =
                db.sql("""
                        select exists (select from casework.bundle where applicant = :account and open_cases > 0)
                        """).param("account", account).query(Boolean.class).single();
        return open ? Optional.of("casework.close.open-cases") : Optional.empty();
    }
}
