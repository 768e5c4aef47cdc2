package yici.drift;

import static yici.identity.Thing.Trait.AREA;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import yici.identity.Reach;

@Repository
class Proposals {

    private static final int SHOWN = 100;

    private static final Reach.Columns OF_PROPOSAL = Reach.Columns.of(Map.of(AREA, "p.area"));

    private final JdbcClient db;

    Proposals(JdbcClient db) {
        this.db = db;
    }

    /** False when one is open for this area already. */
    boolean add(Proposal proposal) {
        return db.sql("""
                        insert into drift.proposal (id, life_event, area, variant, field, proposed_by, proposed_by_name, proposed_at)
                        values (:id, :lifeEvent, :area, :variant, :field, :by, :byName, :at)
                        on conflict (life_event, area) where accepted is null do nothing
                        """)
                        .param("id", proposal.id())
                        .param("lifeEvent", proposal.lifeEvent())
                        .param("area", proposal.area())
                        .param("variant", proposal.variant())
                        .param("field", proposal.field())
                        .param("by", proposal.proposedBy())
                        .param("byName", proposal.proposedByName())
                        .param("at", OffsetDateTime.ofInstant(proposal.proposedAt(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Of a proposal that is held. */
    void answer(UUID id, Proposal.Answer answer) {
        db.sql("""
                        update drift.proposal set accepted = :accepted, answered_by_name = :byName, answered_at = :at, reason = :reason,
                            edition = :edition, effective_from = :from
                        where id = :id
                        """)
                .param("accepted", answer.accepted())
                .param("byName", answer.byName())
                .param("at", OffsetDateTime.ofInstant(answer.at(), ZoneOffset.UTC))
                .param("reason", answer.reason())
                .param("edition", answer.made().map(Proposal.Made::version).orElse(""))
                .param("from", answer.made().map(Proposal.Made::from).orElse(null), Types.DATE)
                .param("id", id)
                .update();
    }

    Optional<Proposal> find(Reach reach, UUID id) {
        return find(reach, id, "");
    }

    /** Until the transaction ends nobody else answers it. */
    Optional<Proposal> hold(Reach reach, UUID id) {
        return find(reach, id, " for update");
    }

    private Optional<Proposal> find(Reach reach, UUID id, String lock) {
        var condition = reach.on(OF_PROPOSAL);
        return db.sql("select p.* from drift.proposal p where p.id = :id and " + condition.sql() + lock)
                .params(condition.parameters())
                .param("id", id)
                .query(Proposals::proposal)
                .optional();
    }

    /** Those that wait for an answer, the oldest first. */
    List<Proposal> open(Reach reach) {
        var condition = reach.on(OF_PROPOSAL);
        return db.sql("select p.* from drift.proposal p where p.accepted is null and " + condition.sql()
                        + " order by p.proposed_at, p.id limit :limit")
                .params(condition.parameters())
                .param("limit", SHOWN)
                .query(Proposals::proposal)
                .list();
    }

    /** The last one of each area, of one life event. */
    List<Proposal> latest(String lifeEvent) {
        return db.sql("""
                        select distinct on (p.area) p.* from drift.proposal p where p.life_event = :lifeEvent
                        order by p.area, p.proposed_at desc, p.id desc
                        """)
                .param("lifeEvent", lifeEvent)
                .query(Proposals::proposal)
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("life_event"),
                row.getString("area"),
                row.getString("variant"),
                row.getString("field"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                answeredAt == null
                        ? Optional.empty()
                        : Optional.of(new Proposal.Answer(
                                row.getBoolean("accepted"),
                                row.getString("answered_by_name"),
                                answeredAt.toInstant(),
                                row.getString("reason"),
                                made(row))));
    }

    private static Optional<Proposal.Made> made(ResultSet row) throws SQLException {
        return row.getString("edition").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Proposal.Made(row.getString("edition"), row.getObject("effective_from", LocalDate.class)));
    }
}
