package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.catalogue.Guide;
import yici.kit.Language;
import yici.kit.Translated;

/** What is owed in the cases of an application, in the database. */
@Component
class DebtStore {

    /** @param due the last day; empty while the case has not started and once the clock has ended */
    record Owed(Debt debt, Optional<LocalDate> due) {}

    private final JdbcClient db;

    DebtStore(JdbcClient db) {
        this.db = db;
    }

    Debts of(UUID application) {
        return new Debts(db.sql("""
                        select no, evidence, name_zh, name_en, working_days, missed, supplied_at from casework.owed
                        where application_id = :id order by no, evidence
                        """)
                .param("id", application)
                .query((row, _) -> debt(row))
                .list());
    }

    /** For the pages: what is not there yet, and until when. The caller has found the application for its reader. */
    List<Owed> open(UUID application) {
        return db.sql("""
                        select o.no, o.evidence, o.name_zh, o.name_en, o.working_days, o.missed, o.supplied_at, c.due_on
                        from casework.owed o
                        join casework.case_file f on f.application_id = o.application_id and f.no = o.no
                        left join casework.clock c on c.application_id = o.application_id and c.no = o.no and c.attempt = f.attempt
                            and c.rule = 'owed.evidence' and c.state = 'RUNNING'
                        where o.application_id = :id and o.supplied_at is null order by o.no, o.evidence
                        """)
                .param("id", application)
                .query((row, _) -> new Owed(debt(row), Bundles.date(row, "due_on")))
                .list();
    }

    void save(UUID application, List<Debt> debts) {
        if (debts.isEmpty()) return;
        db.sql("""
                        insert into casework.owed (application_id, no, evidence, name_zh, name_en, working_days, missed, supplied_at)
                        select :id, o.*
                        from unnest(:nos::smallint[], :evidence::text[], :namesZh::text[], :namesEn::text[], :days::smallint[],
                            :missed::text[], :supplied::timestamptz[]) as o
                        on conflict (application_id, no, evidence) do update set supplied_at = excluded.supplied_at
                        """)
                .param("id", application)
                .param("nos", Columns.of(debts, d -> "" + d.no()))
                .param("evidence", Columns.of(debts, Debt::evidence))
                .param("namesZh", Columns.of(debts, d -> d.name().zh()))
                .param("namesEn", Columns.of(debts, d -> d.name().texts().getOrDefault(Language.EN, "")))
                .param("days", Columns.of(debts, d -> "" + d.workingDays()))
                .param("missed", Columns.of(debts, d -> d.missed().name()))
                .param("supplied", Columns.of(debts, d -> Columns.text(d.suppliedAt())))
                .update();
    }

    private static Debt debt(ResultSet row) throws SQLException {
        return new Debt(
                row.getInt("no"),
                row.getString("evidence"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("working_days"),
                Guide.Missed.valueOf(row.getString("missed")),
                Bundles.instant(row, "supplied_at"));
    }
}
