package yici.casework;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Applicants;
import yici.application.Application;
import yici.house.People;

/**
 * The bundle that is measured: a firm applies for water, power, gas and broadcasting for one building. Four approvals at three bodies, none
 * waits for another. Each worker has its own firm and its own four officers.
 */
final class FourConnections {

    static final int CASES = 4;

    private static final String LIFE_EVENT = "43TCN0004";
    private static final List<String> DEPARTMENTS = List.of("housing", "other", "housing", "radio-tv");

    final People.Someone firm = People.firm();
    private final List<People.Someone> officers = DEPARTMENTS.stream()
            .map(department -> People.officer(Office.body(department).id()))
            .toList();
    private final JdbcClient db = JdbcClient.create(Office.bean(DataSource.class));
    private final DecideCase decideCase = Office.bean(DecideCase.class);
    private final UUID filledIn;
    private final Deque<UUID> drafts = new ArrayDeque<>();

    FourConnections() {
        filledIn = Applicants.draft(
                firm.me(),
                LIFE_EVENT,
                Office.AREA,
                "q-utilities=water,power,gas,broadcast",
                "q-works=no",
                "q-earlier=no");
    }

    /** Copies of the one draft this firm has filled in: preparing is not what is measured. */
    void prepareDrafts(int most) {
        int count = most - drafts.size();
        if (count <= 0) return;
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        db.sql("""
                        insert into application.draft (id, account, life_event, edition, area, filed_from, scenario, typed, known, touched,
                            version, state, created_at, updated_at)
                        select copy.id, account, life_event, edition, area, filed_from, scenario, typed, known, touched, version, state,
                            created_at, updated_at
                        from application.draft d, unnest(:ids) as copy (id) where d.id = :original
                        """).param("ids", ids).param("original", filledIn).update();
        db.sql("""
                        insert into application.draft_evidence (draft_id, evidence, attachment, file_name, media_type, size_bytes, added_at)
                        select copy.id, evidence, attachment, file_name, media_type, size_bytes, added_at
                        from application.draft_evidence e, unnest(:ids) as copy (id) where e.draft_id = :original
                        """).param("ids", ids).param("original", filledIn).update();
        drafts.addAll(List.of(ids));
    }

    /** Empty when all prepared drafts have been sent. */
    Optional<UUID> nextDraft() {
        return Optional.ofNullable(drafts.poll());
    }

    Application submit(UUID draft) {
        return Applicants.submit(firm.me(), draft);
    }

    /** @param no of the case, from 1 */
    Acted approve(Application application, int no) {
        return decideCase.approve(officer(no).me(), application.id(), no, Map.of(), "");
    }

    void approved(Application application, int no) {
        if (!(approve(application, no) instanceof Acted.Done))
            throw new IllegalStateException("not approved: " + application.number() + " " + no);
    }

    People.Someone officer(int no) {
        return officers.get(no - 1);
    }
}
