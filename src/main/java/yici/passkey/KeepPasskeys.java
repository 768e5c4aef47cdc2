package yici.passkey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Entrance;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.Words;

/** A person adds, names and removes the passkeys of the own account. */
@Component
class KeepPasskeys {

    static final int MOST = 20;

    sealed interface Added {
        record Done(Passkey passkey) implements Added {}

        /** @param words key of what to tell the person */
        record Refused(String words) implements Added {}
    }

    sealed interface Removed {
        record Done() implements Removed {}

        /** Staff is left without what staff must have. */
        record Last() implements Removed {}
    }

    private final Ceremony ceremony;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Entrance entrance;
    private final Words words;
    private final AuditLog audit;
    private final Clock clock;

    KeepPasskeys(
            Ceremony ceremony,
            Challenges challenges,
            Passkeys passkeys,
            Entrance entrance,
            Words words,
            AuditLog audit,
            Clock clock) {
        this.ceremony = ceremony;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    List<Passkey> of(SignedIn me) {
        return passkeys.of(me.person());
    }

    /** @throws yici.identity.StepUp when the person has not shown just now who they are */
    void mayChange(SignedIn me) {
        entrance.requireForOwnAccount(me);
    }

    /**
     * @param typedName may be empty
     * @param browser the browser it is made in, as the person recognises it
     * @throws yici.identity.StepUp when the person has not shown just now who they are
     */
    @Transactional
    Added add(
            SignedIn me,
            String answer,
            String typedName,
            String browser,
            List<Challenge> open,
            RelyingSite.Here here,
            Language language) {
        mayChange(me);
        var made = ceremony.readMade(answer);
        if (made.isEmpty()) return new Added.Refused("passkey.wrong.broken");
        var challenge = answered(made.get(), me.person(), open);
        if (challenge.isEmpty()) return new Added.Refused("passkey.wrong.stale");
        if (passkeys.of(me.person()).size() >= MOST) return new Added.Refused("passkey.wrong.enough");

        return switch (ceremony.checkMade(made.get(), challenge.get(), here)) {
            case Ceremony.Made.NotVerified _ -> new Added.Refused("passkey.wrong.not-verified");
            case Ceremony.Made.Wrong _ -> new Added.Refused("passkey.wrong.broken");
            case Ceremony.Made.Good good -> {
                if (!challenges.spend(challenge.get())) yield new Added.Refused("passkey.wrong.stale");
                var name =
                        ProposedName.of(typedName, good.model(), browser, words.say(language, "passkey.name.unknown"));
                yield keep(me, good, name, language);
            }
        };
    }

    private static Optional<Challenge> answered(Ceremony.MadeAnswer made, UUID person, List<Challenge> open) {
        return open.stream()
                .filter(challenge -> challenge.is(made.challenge())
                        && challenge.purpose() == Challenge.Purpose.ADD
                        && challenge.account().equals(Optional.of(person)))
                .findFirst();
    }

    private Added keep(SignedIn me, Ceremony.Made.Good good, String name, Language language) {
        var now = clock.instant();
        var passkey = new Passkey(
                Ids.fresh(clock),
                me.person(),
                name,
                good.credential(),
                good.attested(),
                good.model(),
                good.transports(),
                good.counter(),
                good.backupEligible(),
                good.backedUp(),
                now,
                now);
        if (!passkeys.add(passkey)) return new Added.Refused("passkey.wrong.kept");
        audit.record(me.did(PasskeyAct.ADDED, me.asActor(), name, now));
        entrance.factorsChanged(me.person(), "passkey.notice.added", name, language);
        return new Added.Done(passkey);
    }

    @Transactional
    void rename(SignedIn me, UUID id, String typed) {
        var name = ProposedName.tidy(typed);
        if (name.isEmpty() || !passkeys.rename(me.person(), id, name)) return;
        audit.record(me.did(PasskeyAct.RENAMED, me.asActor(), name, clock.instant()));
    }

    /** @throws yici.identity.StepUp when the person has not shown just now who they are */
    @Transactional
    Removed remove(SignedIn me, UUID id, Language language) {
        mayChange(me);
        var kept = passkeys.of(me.person());
        var passkey = kept.stream().filter(one -> one.id().equals(id)).findFirst();
        if (passkey.isEmpty()) return new Removed.Done();
        boolean last = kept.size() == 1;
        if (last
                && me.kind() == SignedIn.Kind.STAFF
                && !entrance.hasStaffFactorBeside(me.person(), Proof.Method.PASSKEY)) return new Removed.Last();

        passkeys.remove(me.person(), id);
        var name = passkey.get().name();
        audit.record(me.did(PasskeyAct.REMOVED, me.asActor(), name, clock.instant()));
        entrance.factorsChanged(me.person(), "passkey.notice.removed", name, language);
        return new Removed.Done();
    }

    Account account(SignedIn me) {
        return entrance.account(me.person());
    }
}
