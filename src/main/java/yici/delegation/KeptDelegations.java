package yici.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Remembered;

/** The register in the database, and in memory: to ask it costs no SQL. */
@Component
class KeptDelegations {

    private final JdbcClient db;
    private final Remembered<DelegationRegister> register;

    KeptDelegations(JdbcClient db, Clock clock) {
        this.db = db;
        this.register = new Remembered<>(clock, this::stamp, this::read);
    }

    /** As it was a few seconds ago at most. What is confirmed begins tomorrow at the earliest, so that is never too late. */
    DelegationRegister now() {
        return register.get();
    }

    /** For a change: whoever else changes it waits, so that no two records are let in side by side. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DelegationRegister lock() {
        db.sql("update delegation.register set stamp = gen_random_uuid()").update();
        register.changing();
        return read();
    }

    private UUID stamp() {
        return db.sql("select stamp from delegation.register").query(UUID.class).single();
    }

    private DelegationRegister read() {
        Map<String, List<Step>> steps = new HashMap<>();
        db.sql("""
                        select delegation, seq, kind, effective, reason, by_account, by_name, at
                        from delegation.step order by delegation, seq
                        """).query(row -> {
            steps.computeIfAbsent(row.getString("delegation"), _ -> new ArrayList<>())
                    .add(step(row));
        });
        return new DelegationRegister(db.sql("""
                        select number, power, department, giver, receiver, mode, areas, valid_from, valid_until, seal, file_title,
                            file_number, file_link, supervisor, replaces, invented
                        from delegation.delegation
                        """).query((row, _) -> delegation(row)).list().stream()
                .map(d -> Recorded.of(d, steps.getOrDefault(d.number(), List.of())))
                .toList());
    }

    void add(Delegation delegation) {
        db.sql("""
                        insert into delegation.delegation (number, power, department, giver, receiver, mode, areas, valid_from,
                            valid_until, seal, file_title, file_number, file_link, supervisor, replaces, invented)
                        values (:number, :power, :department, :giver, :receiver, :mode, :areas, :from, :until, :seal, :title,
                            :fileNumber, :link, :supervisor, :replaces, :invented)
                        """)
                .param("number", delegation.number())
                .param("power", delegation.power())
                .param("department", delegation.department())
                .param("giver", delegation.giver())
                .param("receiver", delegation.receiver())
                .param("mode", delegation.mode().name())
                .param("areas", delegation.areas().toArray(String[]::new))
                .param("from", delegation.from())
                .param("until", delegation.until().orElse(null))
                .param("seal", delegation.seal().name())
                .param("title", delegation.file().title())
                .param("fileNumber", delegation.file().number())
                .param("link", delegation.file().link())
                .param("supervisor", delegation.supervisor())
                .param("replaces", delegation.replaces().orElse(null))
                .param("invented", delegation.invented())
                .update();
    }

    void add(String number, Step step) {
        db.sql("""
                        insert into delegation.step (delegation, seq, kind, effective, reason, by_account, by_name, at)
                        values (:number, :seq, :kind, :effective, :reason, :by, :name, :at)
                        """)
                .param("number", number)
                .param("seq", step.seq())
                .param("kind", step.kind().name())
                .param("effective", step.effective().orElse(null))
                .param("reason", step.reason())
                .param("by", step.by().orElse(null))
                .param("name", step.name())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getString("number"),
                row.getString("power"),
                row.getString("department"),
                row.getString("giver"),
                row.getString("receiver"),
                Mode.valueOf(row.getString("mode")),
                List.of((String[]) row.getArray("areas").getArray()),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                SealOf.valueOf(row.getString("seal")),
                new Delegation.LegalFile(
                        row.getString("file_title"), row.getString("file_number"), row.getString("file_link")),
                row.getString("supervisor"),
                Optional.ofNullable(row.getString("replaces")),
                row.getBoolean("invented"));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("seq"),
                Step.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("effective", LocalDate.class)),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("by_account", UUID.class)),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
