package yici.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import yici.identity.Capacity;
import yici.identity.SignedIn;
import yici.kit.Badge;
import yici.kit.NotFound;

/** Submitted applications, for the rooms above. Who may read one is theirs to say; {@link #of} is for the applicant alone. */
@Component
public class Applications {

    private static final String SELECT = """
            select a.*, (select coalesce(jsonb_agg(jsonb_build_object(
                                'evidence', e.evidence, 'attachment', e.attachment, 'fileName', e.file_name)
                                order by e.added_at, e.evidence, e.attachment), '[]')
                         from application.evidence e where e.application_id = a.application_id) as files
            from application.application a
            """;

    private static final String FILED = """
            a.life_event = :lifeEvent and a.area = any(:areas) and a.submitted_at >= :from and a.submitted_at < :until
            """;

    private final JdbcClient db;
    private final Clock clock;

    Applications(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    public Application get(UUID id) {
        return db.sql(SELECT + " where a.application_id = :id")
                .param("id", id)
                .query((row, _) -> application(row))
                .optional()
                .orElseThrow(() -> new NotFound("application " + id));
    }

    public Optional<UUID> idOf(String number) {
        return db.sql("select application_id from application.application where number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** The application with this number if this account filed it; anybody else's is not there. */
    public Optional<Application> of(SignedIn me, String number) {
        var found = db.sql(SELECT + " where a.number = :number and a.applicant = :applicant")
                .param("number", number)
                .param("applicant", me.account())
                .query((row, _) -> application(row))
                .optional();
        return covered(me, found);
    }

    /** Whom the mandate does not give it is told so: that it is there is known to who acts for the applicant. */
    private static Optional<Application> covered(SignedIn me, Optional<Application> found) {
        found.ifPresent(application -> me.mustCover(application.lifeEvent(), application.area()));
        return found;
    }

    /** Of one life event, in some areas, in some time. */
    public record Filed(String lifeEvent, Collection<String> areas, Instant from, Instant until) {}

    /** For work of the house alone: nobody else's badge opens them. At the most so many. */
    public int count(Filed filed, int most) {
        return with(
                        db.sql("select count(*) from (select from application.application a where " + FILED
                                + " limit :most) f"),
                        filed)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /**
     * The same, the newest first and without their files.
     *
     * @param after the last one of the page before
     */
    public List<Application> page(Filed filed, Optional<Application> after, int most) {
        var place = after.map(a -> " and (a.submitted_at, a.application_id) < (:at, :after)")
                .orElse("");
        var statement = with(
                db.sql("select a.*, '[]' as files from application.application a where " + FILED + place
                        + " order by a.submitted_at desc, a.application_id desc limit :most"),
                filed);
        after.ifPresent(
                last -> statement.param("at", DraftStore.at(last.submittedAt())).param("after", last.id()));
        return statement.param("most", most).query((row, _) -> application(row)).list();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Filed filed) {
        return statement
                .param("lifeEvent", filed.lifeEvent())
                .param("areas", filed.areas().toArray(String[]::new))
                .param("from", DraftStore.at(filed.from()))
                .param("until", DraftStore.at(filed.until()));
    }

    /** A correction replaces values, what they were stays in the trail; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(UUID id, Map<String, String> changedAnswers) {
        db.sql("""
                        with earlier as (
                            select answers from application.application where application_id = :id for update
                        ), changed as (
                            update application.application
                            set answers = answers || :changed::jsonb, sources = sources - :elements
                            where application_id = :id
                        )
                        insert into application.correction (application_id, at, element, before, after)
                        select :id, :at, new.key, earlier.answers ->> new.key, new.value
                        from earlier, jsonb_each_text(:changed::jsonb) new
                        where (earlier.answers ->> new.key) is distinct from new.value
                        """)
                .param("id", id)
                .param("changed", Jsonb.write(changedAnswers))
                .param("elements", changedAnswers.keySet().toArray(String[]::new))
                .param("at", DraftStore.at(clock.instant()))
                .update();
    }

    /** A file handed in with a correction; in the caller's transaction. The same file for the same document twice is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void supply(UUID id, Application.Supplied file) {
        addEvidence(id, List.of(file));
    }

    /** From here on it is in the applicant's hand: the rooms above write down what becomes of it in the same transaction. */
    void add(Application application, UUID draft, String declaration) {
        db.sql("""
                        insert into application.application
                            (application_id, number, draft, applicant, applicant_name, life_event, edition, area, filed_from,
                             scenario, plan, answers, sources, declaration, submitted_at,
                             agent, agent_name, agent_mandate, agent_capacity, agent_until)
                        values (:id, :number, :draft, :applicant, :applicantName, :lifeEvent, :edition, :area, :filedFrom,
                                :scenario::jsonb, :plan::jsonb, :answers::jsonb, :sources::jsonb, :declaration, :at,
                                :agent, :agentName, :agentMandate, :agentCapacity, :agentUntil)
                        returning set_config('yici.files', concat_ws(',', nullif(current_setting('yici.files', true), ''), application_id), true)
                        """)
                .param("id", application.id())
                .param("number", application.number())
                .param("draft", draft)
                .param("applicant", application.applicant())
                .param("applicantName", application.applicantName())
                .param("lifeEvent", application.lifeEvent())
                .param("edition", application.edition())
                .param("area", application.area())
                .param("filedFrom", application.filedFrom())
                .param("scenario", Jsonb.write(application.scenario().chosen()))
                .param("plan", Jsonb.write(application.plan()))
                .param("answers", Jsonb.write(application.answers()))
                .param("sources", Jsonb.write(application.sources()))
                .param("declaration", declaration)
                .param("at", DraftStore.at(application.submittedAt()))
                .param("agent", application.agent().map(Agent::person).orElse(null), Types.OTHER)
                .param("agentName", application.agent().map(Agent::name).orElse(null))
                .param("agentMandate", application.agent().map(Agent::mandate).orElse(null), Types.OTHER)
                .param(
                        "agentCapacity",
                        application.agent().map(a -> a.capacity().name()).orElse(null))
                .param(
                        "agentUntil",
                        application
                                .agent()
                                .flatMap(Agent::until)
                                .map(DraftStore::at)
                                .orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .query(String.class)
                .single();
        Badge.takeInHand(application.id());
        addEvidence(application.id(), application.evidence());
    }

    /** All files of an application in one statement. */
    private void addEvidence(UUID id, List<Application.Supplied> files) {
        if (files.isEmpty()) return;
        db.sql("""
                        insert into application.evidence (application_id, evidence, attachment, file_name, added_at)
                        select :id, evidence, attachment, file_name, :at
                        from unnest(:evidence::text[], :attachment::uuid[], :fileName::text[]) as f(evidence, attachment, file_name)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param(
                        "evidence",
                        files.stream().map(Application.Supplied::evidence).toArray(String[]::new))
                .param(
                        "attachment",
                        files.stream().map(f -> f.attachment().toString()).toArray(String[]::new))
                .param(
                        "fileName",
                        files.stream().map(Application.Supplied::fileName).toArray(String[]::new))
                .param("at", DraftStore.at(clock.instant()))
                .update();
    }

    /** Held until the transaction ends. */
    Optional<Application> lock(UUID id, SignedIn me) {
        var found = db.sql(SELECT + " where a.application_id = :id and a.applicant = :applicant for update of a")
                .param("id", id)
                .param("applicant", me.account())
                .query((row, _) -> application(row))
                .optional();
        return covered(me, found);
    }

    /** With items added: its plan and answers grow. */
    void extend(Application extended, List<Application.Supplied> files) {
        db.sql("""
                        update application.application
                        set scenario = :scenario::jsonb, plan = :plan::jsonb, answers = :answers::jsonb, sources = :sources::jsonb
                        where application_id = :id
                        """)
                .param("id", extended.id())
                .param("scenario", Jsonb.write(extended.scenario().chosen()))
                .param("plan", Jsonb.write(extended.plan()))
                .param("answers", Jsonb.write(extended.answers()))
                .param("sources", Jsonb.write(extended.sources()))
                .update();
        addEvidence(extended.id(), files);
    }

    /** What a draft has come to, if it was submitted: the answer to sending it again. */
    Optional<Application> ofDraft(UUID draft, SignedIn me) {
        var found = db.sql(SELECT + """
                        where a.applicant = :applicant and (a.draft = :draft or a.application_id =
                            (select supplements from application.draft where id = :draft and state = 'SUBMITTED'))
                        """)
                .param("draft", draft)
                .param("applicant", me.account())
                .query((row, _) -> application(row))
                .optional();
        return covered(me, found);
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getObject("application_id", UUID.class),
                row.getString("number"),
                row.getString("life_event"),
                row.getObject("edition", UUID.class),
                row.getString("area"),
                row.getString("filed_from"),
                row.getObject("applicant", UUID.class),
                row.getString("applicant_name"),
                DraftStore.scenario(row.getString("scenario")),
                Jsonb.read(row.getString("plan"), Plan.class),
                Jsonb.texts(row.getString("answers")),
                Jsonb.read(row.getString("sources"), new TypeReference<Map<String, Application.Source>>() {}),
                Jsonb.read(row.getString("files"), new TypeReference<List<Application.Supplied>>() {}),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("agent") == null ? Optional.empty() : Optional.of(agent(row)));
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getObject("agent", UUID.class),
                row.getString("agent_name"),
                row.getObject("agent_mandate", UUID.class),
                Capacity.valueOf(row.getString("agent_capacity")),
                Optional.ofNullable(row.getObject("agent_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
