package yici.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.NotFound;

/**
 * What gives somebody else's powers away takes two: who asks for it and a second person who confirms. Who confirmed does not carry it out, and
 * who asked does not confirm. Each step is recorded.
 */
@Component
class FourEyes {

    /** To confirm, and after that again to carry it out. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final Duration SHOWN_FOR = Duration.ofDays(7);
    private static final int MOST_SHOWN = 100;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    enum Answered {
        DONE,
        /** Who asked does not confirm. */
        OWN,
        /** Withdrawn, answered or run out meanwhile. */
        TOO_LATE,
        REASON_MISSING
    }

    /** @param posts all that whom it is about holds now */
    record Line(
            Countersign asked,
            String askedBy,
            String answeredBy,
            List<Post> posts,
            boolean mine,
            boolean mayAnswer,
            boolean open) {}

    private final Countersigns countersigns;
    private final SecondPersons secondPersons;
    private final Policy policy;
    private final Accounts accounts;
    private final Posts posts;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    FourEyes(
            Countersigns countersigns,
            SecondPersons secondPersons,
            Policy policy,
            Accounts accounts,
            Posts posts,
            TellOwner tellOwner,
            AuditLog audit,
            Clock clock) {
        this.countersigns = countersigns;
        this.secondPersons = secondPersons;
        this.policy = policy;
        this.accounts = accounts;
        this.posts = posts;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when there is nobody who could confirm. The caller has checked that this may be asked for. */
    @Transactional
    public Optional<Countersign> ask(
            SignedIn me, Countersign.Kind kind, Optional<UUID> about, AppointStaff.Appointment typed) {
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var second = secondPersons.of(typed.area(), me.person(), about);
        if (second.isEmpty()) return Optional.empty();

        var now = clock.instant();
        var asked = new Countersign(
                Ids.fresh(clock),
                kind,
                me.person(),
                now,
                about,
                typed,
                Countersign.State.ASKED,
                now.plus(GOOD_FOR),
                Optional.empty(),
                "");
        countersigns.forgetNumbers(now);
        return Optional.of(countersigns.same(asked).orElseGet(() -> {
            countersigns.add(asked);
            record(me, IdentityAct.COUNTERSIGN_ASKED, asked, kind + " " + typed.login());
            second.forEach(id -> tellOwner.tell(id, "identity.notice.countersign", Language.ZH, typed.login()));
            return asked;
        }));
    }

    boolean anybodyFor(SignedIn me, String area) {
        return !secondPersons.of(area, me.person(), Optional.empty()).isEmpty();
    }

    @Transactional
    public Answered confirm(SignedIn me, UUID id) {
        return answer(me, id, Countersign.State.CONFIRMED, IdentityAct.COUNTERSIGN_CONFIRMED, "");
    }

    @Transactional
    public Answered refuse(SignedIn me, UUID id, String typedReason) {
        var reason = typedReason.replaceAll("\\p{Cntrl}", " ").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) return Answered.REASON_MISSING;
        return answer(me, id, Countersign.State.REFUSED, IdentityAct.COUNTERSIGN_REFUSED, reason);
    }

    private Answered answer(SignedIn me, UUID id, Countersign.State state, IdentityAct act, String reason) {
        var asked = countersigns.lock(id).orElseThrow(() -> new NotFound("countersign " + id));
        if (asked.askedBy().equals(me.person())) return Answered.OWN;
        policy.check(me, Deed.COUNTERSIGN, asked.thing());
        if (!isSecond(me, asked)) throw new Forbidden("countersign " + id);
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        if (!asked.is(Countersign.State.ASKED, clock.instant())) return Answered.TOO_LATE;

        countersigns.answer(id, state, me.person(), reason, clock.instant().plus(GOOD_FOR));
        record(me, act, asked, asked.typed().login() + (reason.isEmpty() ? "" : ": " + reason));
        tellOwner.tell(
                asked.askedBy(),
                "identity.notice.countersign-answered",
                Language.ZH,
                asked.typed().login());
        return Answered.DONE;
    }

    private boolean isSecond(SignedIn me, Countersign asked) {
        return secondPersons
                .of(asked.typed().area(), asked.askedBy(), asked.account())
                .contains(me.person());
    }

    @Transactional
    public Answered withdraw(SignedIn me, UUID id) {
        var asked = mine(me, id);
        if (!asked.open(clock.instant())) return Answered.TOO_LATE;
        countersigns.end(id, Countersign.State.WITHDRAWN);
        record(me, IdentityAct.COUNTERSIGN_WITHDRAWN, asked, asked.typed().login());
        return Answered.DONE;
    }

    /** What was confirmed and is still to be done, for who asked for it; empty when it is not. */
    @Transactional
    public Optional<Countersign> confirmed(SignedIn me, UUID id) {
        return Optional.of(mine(me, id)).filter(asked -> asked.is(Countersign.State.CONFIRMED, clock.instant()));
    }

    private Countersign mine(SignedIn me, UUID id) {
        return countersigns
                .lock(id)
                .filter(asked -> asked.askedBy().equals(me.person()))
                .orElseThrow(() -> new NotFound("countersign " + id));
    }

    /** With what was confirmed, in one transaction; false when somebody was quicker. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(SignedIn me, Countersign confirmed) {
        if (confirmed(me, confirmed.id()).isEmpty()) return false;
        countersigns.end(confirmed.id(), Countersign.State.DONE);
        return true;
    }

    List<Line> of(SignedIn me) {
        if (!me.isAdministrator()) throw new Forbidden("countersign");
        var now = clock.instant();
        var asked = countersigns.of(me.person(), policy.reach(me, Deed.COUNTERSIGN), now.minus(SHOWN_FOR), MOST_SHOWN);
        var names = names(asked);
        return asked.stream()
                .map(one -> line(me, one, names, now))
                .filter(line -> line.mine() || line.mayAnswer() || !line.open())
                .sorted(Comparator.comparing(line -> !line.open()))
                .toList();
    }

    private Line line(SignedIn me, Countersign asked, Map<UUID, String> names, Instant now) {
        boolean mine = asked.askedBy().equals(me.person());
        return new Line(
                asked,
                names.getOrDefault(asked.askedBy(), ""),
                asked.answeredBy().map(id -> names.getOrDefault(id, "")).orElse(""),
                asked.account().map(posts::of).orElse(List.of()),
                mine,
                !mine && asked.is(Countersign.State.ASKED, now) && isSecond(me, asked),
                asked.open(now));
    }

    private Map<UUID, String> names(List<Countersign> asked) {
        var ids = asked.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.askedBy()), one.answeredBy().stream()))
                .collect(Collectors.toSet());
        return accounts.find(ids).stream().collect(Collectors.<Account, UUID, String>toMap(Account::id, Account::name));
    }

    private void record(SignedIn me, IdentityAct act, Countersign asked, String reason) {
        audit.record(me.did(act, "countersign:" + asked.id(), reason, clock.instant()));
    }
}
