package yici.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import yici.identity.SignedIn;

/**
 * Drafts in the database. Every statement names the account: somebody else's draft is not there. Who acts for another finds and locks what
 * the mandate covers, and is told so of the rest.
 */
@Component
class DraftStore {

    private static final String SELECT = """
            select d.*, (select coalesce(jsonb_agg(jsonb_build_object(
                                'evidence', e.evidence, 'attachment', e.attachment, 'fileName', e.file_name,
                                'mediaType', e.media_type, 'sizeBytes', e.size_bytes) order by e.added_at, e.attachment), '[]')
                         from application.draft_evidence e where e.draft_id = d.id) as files
                   , case when exists (select from application.promise p
                            where p.account = d.account and 'BROKEN' = (select o.outcome from application.promise_outcome o
                                where o.application_id = p.application_id and o.evidence = p.evidence order by o.seq desc limit 1))
                        then '{}' else d.committed end as may_commit
            from application.draft d
            """;

    private final JdbcClient db;

    DraftStore(JdbcClient db) {
        this.db = db;
    }

    /** @return false when the same draft was begun a moment ago */
    boolean add(Draft draft) {
        return db.sql("""
                        insert into application.draft (id, account, supplements, life_event, edition, area, filed_from, scenario, typed, known,
                                                       version, created_at, updated_at)
                        values (:id, :account, :supplements, :lifeEvent, :edition, :area, :filedFrom, :scenario::jsonb, :typed::jsonb,
                                :known::jsonb, :version, :at, :at)
                        on conflict (id) do nothing
                        """)
                        .param("id", draft.id())
                        .param("account", draft.account())
                        .param("supplements", draft.supplements().orElse(null), Types.OTHER)
                        .param("lifeEvent", draft.lifeEvent())
                        .param("edition", draft.edition())
                        .param("area", draft.area())
                        .param("filedFrom", draft.filedFrom())
                        .param("scenario", Jsonb.write(draft.scenario().chosen()))
                        .param("typed", Jsonb.write(draft.typed()))
                        .param("known", Jsonb.write(draft.known()))
                        .param("version", draft.version())
                        .param("at", at(draft.updatedAt()))
                        .update()
                > 0;
    }

    /** Ids come from the browser, for they tell two clicks apart; one that is another account's, or already submitted, is not used again. */
    boolean isFree(UUID id) {
        return db.sql("select count(*) from application.draft where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** @throws yici.identity.NotCovered when the mandate does not give it */
    Optional<Draft> find(UUID id, SignedIn me) {
        var found = find(id, me.account());
        found.ifPresent(draft -> me.mustCover(draft.lifeEvent(), draft.area()));
        return found;
    }

    private Optional<Draft> find(UUID id, UUID account) {
        return db.sql(SELECT + " where d.id = :id and d.account = :account and d.state = 'OPEN'")
                .param("id", id)
                .param("account", account)
                .query((row, _) -> draft(row))
                .optional();
    }

    /** Holds the row until the transaction ends: of two saves, or a save and a submission, one waits for the other. */
    Optional<Draft> lock(UUID id, SignedIn me) {
        var found = db.sql(SELECT + " where d.id = :id and d.account = :account and d.state = 'OPEN' for update of d")
                .param("id", id)
                .param("account", me.account())
                .query((row, _) -> draft(row))
                .optional();
        found.ifPresent(draft -> me.mustCover(draft.lifeEvent(), draft.area()));
        return found;
    }

    /** The ones saved last first; of another's, what the mandate covers. */
    List<Draft> of(SignedIn me, int limit) {
        return db.sql(SELECT + """
                         where d.account = :account and d.state = 'OPEN'
                           and (:lifeEvents::text[] is null or d.life_event = any(:lifeEvents::text[]))
                           and (:areas::text[] is null or d.area = any(:areas::text[]))
                         order by d.updated_at desc limit :limit
                        """)
                .param("account", me.account())
                .param("lifeEvents", me.scope().lifeEventsOrNull())
                .param("areas", me.scope().areasOrNull())
                .param("limit", limit)
                .query((row, _) -> draft(row))
                .list();
    }

    /** Only the elements given are replaced; {@code touched} remembers in which version. */
    void save(UUID id, UUID account, Map<String, String> typed, int version, Instant now) {
        var touched = new LinkedHashMap<String, Integer>();
        typed.keySet().forEach(element -> touched.put(element, version));
        db.sql("""
                        update application.draft
                        set typed = typed || :typed::jsonb, touched = touched || :touched::jsonb, version = :version, updated_at = :at
                        where id = :id and account = :account and state = 'OPEN'
                        """)
                .param("id", id)
                .param("account", account)
                .param("typed", Jsonb.write(typed))
                .param("touched", Jsonb.write(touched))
                .param("version", version)
                .param("at", at(now))
                .update();
    }

    /** Other scenario answers make another plan of the same draft; what was typed stays, asked for or not. */
    void changeScenario(
            UUID id, UUID account, ScenarioAnswers scenario, Known known, Map<String, String> typed, Instant now) {
        db.sql("""
                        update application.draft
                        set scenario = :scenario::jsonb, known = :known::jsonb, typed = :typed::jsonb || typed,
                            version = version + 1, updated_at = :at
                        where id = :id and account = :account and state = 'OPEN'
                        """)
                .param("id", id)
                .param("account", account)
                .param("scenario", Jsonb.write(scenario.chosen()))
                .param("known", Jsonb.write(known))
                .param("typed", Jsonb.write(typed))
                .param("at", at(now))
                .update();
    }

    /** @return false when the document has its fill of files already */
    boolean addFile(UUID id, UUID account, Draft.HandedIn file, int most, Instant now) {
        return db.sql("""
                        insert into application.draft_evidence
                            (draft_id, evidence, attachment, file_name, media_type, size_bytes, added_at)
                        select d.id, :evidence, :attachment, :fileName, :mediaType, :sizeBytes, :at
                        from application.draft d
                        where d.id = :id and d.account = :account and d.state = 'OPEN'
                          and (select count(*) from application.draft_evidence e
                               where e.draft_id = d.id and e.evidence = :evidence) < :most
                        on conflict (draft_id, evidence, attachment) do nothing
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("evidence", file.evidence())
                        .param("attachment", file.attachment())
                        .param("fileName", file.fileName())
                        .param("mediaType", file.mediaType())
                        .param("sizeBytes", file.sizeBytes())
                        .param("at", at(now))
                        .param("most", most)
                        .update()
                > 0;
    }

    boolean removeFile(UUID id, UUID account, String evidence, UUID attachment) {
        return db.sql("""
                        delete from application.draft_evidence e using application.draft d
                        where e.draft_id = d.id and d.id = :id and d.account = :account and d.state = 'OPEN'
                          and e.evidence = :evidence and e.attachment = :attachment
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("evidence", evidence)
                        .param("attachment", attachment)
                        .update()
                > 0;
    }

    /** @return false when nothing has changed */
    boolean owe(UUID id, UUID account, Set<String> evidence) {
        return db.sql("""
                        update application.draft set owed = :owed::text[]
                        where id = :id and account = :account and state = 'OPEN' and owed is distinct from :owed::text[]
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("owed", evidence.stream().sorted().toArray(String[]::new))
                        .update()
                > 0;
    }

    /** @return false when nothing has changed */
    boolean commit(UUID id, UUID account, Set<String> evidence) {
        return db.sql("""
                        update application.draft set committed = :committed::text[]
                        where id = :id and account = :account and state = 'OPEN' and committed is distinct from :committed::text[]
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("committed", evidence.stream().sorted().toArray(String[]::new))
                        .update()
                > 0;
    }

    /** Files this account handed in for the same documents before, the latest first: what "my space" offers to use again. */
    List<Application.Supplied> handedInBefore(UUID account, String lifeEvent, List<String> evidence) {
        return db.sql("""
                        select distinct on (e.evidence) e.evidence, e.attachment, e.file_name
                        from application.evidence e join application.application a on a.application_id = e.application_id
                        where a.applicant = :account and a.life_event = :lifeEvent and e.evidence = any(:evidence)
                        order by e.evidence, a.submitted_at desc, e.added_at
                        """)
                .param("account", account)
                .param("lifeEvent", lifeEvent)
                .param("evidence", evidence.toArray(String[]::new))
                .query((row, _) -> new Application.Supplied(
                        row.getString("evidence"), row.getObject("attachment", UUID.class), row.getString("file_name")))
                .list();
    }

    /** Ends the draft and draws the running number in one go. */
    long close(UUID id, Instant now) {
        return db.sql("""
                        update application.draft set state = 'SUBMITTED', updated_at = :at where id = :id
                        returning nextval('application.serial')
                        """)
                .param("id", id)
                .param("at", at(now))
                .query(Long.class)
                .single();
    }

    boolean discard(UUID id, UUID account) {
        return db.sql("delete from application.draft where id = :id and account = :account and state = 'OPEN'")
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Optional.ofNullable(row.getObject("supplements", UUID.class)),
                row.getString("life_event"),
                row.getObject("edition", UUID.class),
                row.getString("area"),
                row.getString("filed_from"),
                scenario(row.getString("scenario")),
                Jsonb.texts(row.getString("typed")),
                Jsonb.read(row.getString("known"), Known.class),
                Jsonb.read(row.getString("touched"), new TypeReference<Map<String, Integer>>() {}),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                Jsonb.read(row.getString("files"), new TypeReference<List<Draft.HandedIn>>() {}),
                Set.of((String[]) row.getArray("owed").getArray()),
                Set.of((String[]) row.getArray("may_commit").getArray()));
    }

    /** jsonb forgets the order of keys; nothing that is resolved from the answers depends on it. */
    static ScenarioAnswers scenario(String json) {
        return new ScenarioAnswers(Jsonb.read(json, new TypeReference<Map<String, List<String>>>() {}));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
