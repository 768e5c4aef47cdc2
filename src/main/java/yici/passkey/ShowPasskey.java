package yici.passkey;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/** Somebody shows a passkey: whose is it, and is the answer good, fresh and given for the first time? */
@Component
class ShowPasskey {

    sealed interface Outcome {
        record Right(UUID account, UUID passkey) implements Outcome {}

        /** @param words key of what to tell the person */
        record Refused(String words) implements Outcome {}
    }

    static final Outcome.Refused STALE = new Outcome.Refused("passkey.wrong.stale");
    static final Outcome.Refused UNKNOWN = new Outcome.Refused("passkey.wrong.unknown");
    static final Outcome.Refused NOT_VERIFIED = new Outcome.Refused("passkey.wrong.not-verified");
    static final Outcome.Refused COPIED = new Outcome.Refused("passkey.wrong.copied");
    static final Outcome.Refused BROKEN = new Outcome.Refused("passkey.wrong.broken");

    private final Ceremony ceremony;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final AuditLog audit;
    private final Clock clock;

    ShowPasskey(Ceremony ceremony, Challenges challenges, Passkeys passkeys, AuditLog audit, Clock clock) {
        this.ceremony = ceremony;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param answer of the browser, in JSON
     * @param open the challenges it may be an answer to
     * @param asked who is asked, where that is known
     */
    @Transactional
    Outcome show(
            String answer,
            Challenge.Purpose purpose,
            Optional<UUID> asked,
            List<Challenge> open,
            RelyingSite.Here here) {
        var shown = ceremony.readShown(answer);
        if (shown.isEmpty()) return BROKEN;
        var challenge = answered(shown.get(), open)
                .filter(c -> c.purpose() == purpose && c.account().equals(asked));
        if (challenge.isEmpty()) return STALE;
        var passkey = passkeys.byCredential(shown.get().credential());
        if (passkey.isEmpty() || !belongs(passkey.get(), asked, shown.get())) return UNKNOWN;

        return switch (ceremony.checkShown(shown.get(), passkey.get(), challenge.get(), here)) {
            case Ceremony.Shown.NotVerified _ -> refused(passkey.get(), NOT_VERIFIED, "user not verified");
            case Ceremony.Shown.Copied _ -> refused(passkey.get(), COPIED, "counter went backwards");
            case Ceremony.Shown.Wrong _ -> refused(passkey.get(), BROKEN, "");
            case Ceremony.Shown.Good(var counter, var backedUp) ->
                challenges.spend(challenge.get()) ? right(passkey.get(), counter, backedUp) : STALE;
        };
    }

    private static Optional<Challenge> answered(Ceremony.ShownAnswer shown, List<Challenge> open) {
        return open.stream()
                .filter(challenge -> challenge.is(shown.challenge()))
                .findFirst();
    }

    /** Asked of somebody known, it is that person's; and the authenticator, where it names whose it is, says the same. */
    private static boolean belongs(Passkey passkey, Optional<UUID> asked, Ceremony.ShownAnswer shown) {
        var handle = Optional.ofNullable(shown.data().getUserHandle()).filter(bytes -> bytes.length > 0);
        if (asked.isEmpty() && handle.isEmpty()) return false;
        return asked.filter(account -> !account.equals(passkey.account())).isEmpty()
                && handle.filter(bytes -> !Arrays.equals(bytes, Questions.handle(passkey.account())))
                        .isEmpty();
    }

    private Outcome right(Passkey passkey, long counter, boolean backedUp) {
        passkeys.used(passkey.id(), counter, backedUp, clock.instant());
        return new Outcome.Right(passkey.account(), passkey.id());
    }

    private Outcome refused(Passkey passkey, Outcome.Refused outcome, String reason) {
        audit.record(new AuditEvent(
                PasskeyAct.REFUSED, "system:passkey", "", "", "account:" + passkey.account(), reason, clock.instant()));
        return outcome;
    }
}
