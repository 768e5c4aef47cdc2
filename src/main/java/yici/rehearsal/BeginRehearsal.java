package yici.rehearsal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.drafting.TriedDrafts;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.NotFound;

/** A draft as it stands now is to be tried; the work itself is done aside. */
@Component
class BeginRehearsal {

    static final int SHORTEST_PURPOSE = 4;
    static final int LONGEST_PURPOSE = 200;

    sealed interface Begun {
        record Waiting(UUID id) implements Begun {}

        /** Whoever looks at applications of others says why. */
        record NoPurpose() implements Begun {}

        record TooLong(int characters) implements Begun {}

        /** Published or dropped, or in conflict with what it inherits from. */
        record NothingToTry() implements Begun {}

        /** One of this draft is going on. */
        record GoingOn() implements Begun {}
    }

    private final TriedDrafts drafts;
    private final Rehearsals rehearsals;
    private final RehearsalJobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    BeginRehearsal(TriedDrafts drafts, Rehearsals rehearsals, RehearsalJobs jobs, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.rehearsals = rehearsals;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound for a draft of an area this person does not govern */
    @Transactional
    Begun begin(SignedIn me, UUID draft, String purpose) {
        var tried = drafts.find(me, draft).orElseThrow(() -> new NotFound("draft"));
        var why = purpose.strip();
        if (why.length() < SHORTEST_PURPOSE) return new Begun.NoPurpose();
        if (why.length() > LONGEST_PURPOSE) return new Begun.TooLong(why.length());
        if (tried.over() || tried.text().isEmpty()) return new Begun.NothingToTry();

        var rehearsal = waiting(me, tried, why);
        if (!rehearsals.add(rehearsal, tried.text().get())) return new Begun.GoingOn();
        audit.record(
                me.did(RehearsalAct.BEGUN, rehearsal.subject(), "draft:" + draft + " " + why, rehearsal.begunAt()));
        jobs.queue(rehearsal.id());
        return new Begun.Waiting(rehearsal.id());
    }

    private Rehearsal waiting(SignedIn me, TriedDrafts.Tried tried, String why) {
        return new Rehearsal(
                Ids.fresh(clock),
                tried.id(),
                tried.version(),
                tried.lifeEvent(),
                tried.area(),
                tried.from(),
                tried.ground().base().id(),
                why,
                me.person(),
                me.personName(),
                clock.instant(),
                Optional.empty(),
                Rehearsal.State.WAITING,
                0,
                false,
                0,
                0,
                0);
    }
}
