package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.kit.Language;
import yici.notification.Channel;
import yici.notification.Sending;

/**
 * A telephone number or mail address becomes the person's by a code that was sent there. The one before is told. With a new telephone a person
 * signs in from then on, and with the old one no longer.
 */
@Component
class ConfirmReach {

    sealed interface Asked {
        record Sent(Codes.Target target) implements Asked {}

        record Flawed(Map<String, String> flaws) implements Asked {}

        record TooMany(Instant until) implements Asked {}

        record NoWay() implements Asked {}
    }

    sealed interface Outcome {
        record Confirmed() implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany(Instant until) implements Outcome {}
    }

    private final Ways ways;
    private final Codes codes;
    private final Reached reached;
    private final Accounts accounts;
    private final Attempts attempts;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmReach(
            Ways ways,
            Codes codes,
            Reached reached,
            Accounts accounts,
            Attempts attempts,
            TellOwner tellOwner,
            AuditLog audit,
            Clock clock) {
        this.ways = ways;
        this.codes = codes;
        this.reached = reached;
        this.accounts = accounts;
        this.attempts = attempts;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Asked ask(SignedIn me, Channel channel, String typed, Language language) {
        ways.requireForOwnAccount(me);
        var flaws = new Flaws();
        var address = channel == Channel.SMS ? flaws.phone("reach", typed) : flaws.mail("reach", typed);
        if (!flaws.none()) return new Asked.Flawed(flaws.byField());

        var target = new Codes.Target(channel, address);
        return switch (codes.send(me.person(), Codes.Purpose.CONFIRM, target, language)) {
            case Sending.Queued _ -> new Asked.Sent(target);
            case Sending.TooMany(var until) -> new Asked.TooMany(until);
            case Sending.NoWay _ -> new Asked.NoWay();
        };
    }

    @Transactional
    Outcome enter(SignedIn me, String typedCode, Language language) {
        ways.requireForOwnAccount(me);
        var what = "factor:" + me.person();
        var refused = attempts.countOf(what, FactorTries.MOST);
        if (refused.isPresent()) return new Outcome.TooMany(refused.get().until());

        var target = codes.redeem(me.person(), Codes.Purpose.CONFIRM, typedCode);
        if (target.isEmpty()) return new Outcome.Wrong();
        attempts.forgiveAll(what);
        confirm(me, target.get(), language);
        return new Outcome.Confirmed();
    }

    private void confirm(SignedIn me, Codes.Target target, Language language) {
        var person = accounts.find(me.person()).orElseThrow();
        reached.at(person.id(), target.channel())
                .filter(before -> !before.equals(target.to()))
                .ifPresent(before ->
                        tellOwner.tell(target.channel(), before, "identity.notice.moved", language, target.masked()));
        reached.confirm(
                        person.id(),
                        target.channel(),
                        target.to(),
                        person.kind() == SignedIn.Kind.PERSON,
                        clock.instant())
                .ifPresent(other -> takenOver(me, other, target));
        if (target.channel() == Channel.SMS) {
            accounts.changeContact(person.id(), target.to(), person.address());
            if (person.kind() == SignedIn.Kind.PERSON)
                accounts.signInWith(person.id(), target.to())
                        .ifPresent(other ->
                                tellOwner.tell(other, "identity.notice.login-gone", language, target.masked()));
        }
        audit.record(me.did(
                IdentityAct.REACH_CONFIRMED, me.asActor(), target.channel() + " " + target.masked(), clock.instant()));
    }

    private void takenOver(SignedIn me, UUID other, Codes.Target target) {
        audit.record(me.did(
                IdentityAct.REACH_TAKEN_OVER,
                "account:" + other,
                target.channel() + " " + target.masked(),
                clock.instant()));
    }
}
