package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.notification.Channel;
import yici.notification.Sending;

/**
 * A telephone number and the code that was sent there instead of a password. Whether a number belongs to an account shows neither in the
 * answer nor in the work that is done for it.
 */
@Component
class SignInByCode {

    /** Codes asked for from one network in a quarter of an hour. */
    static final int ASKED_PER_ADDRESS = 60;

    static final int TRIES_PER_PHONE = 20;

    sealed interface Asked {
        /** Sent, if there is anybody. */
        record Sent(String phone) implements Asked {}

        record Flawed(Map<String, String> flaws) implements Asked {}

        record TooMany(Instant until) implements Asked {}

        record NoWay() implements Asked {}
    }

    sealed interface Outcome {
        record Done(OpenSession.Opened opened) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany(Instant until) implements Outcome {}
    }

    private final Reached reached;
    private final Accounts accounts;
    private final Codes codes;
    private final Attempts attempts;
    private final OpenSession open;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInByCode(
            Reached reached,
            Accounts accounts,
            Codes codes,
            Attempts attempts,
            OpenSession open,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.reached = reached;
        this.accounts = accounts;
        this.codes = codes;
        this.attempts = attempts;
        this.open = open;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean offered() {
        return codes.reach(Channel.SMS);
    }

    Asked ask(String typedPhone, SignIn.From from) {
        var flaws = new Flaws();
        var phone = flaws.phone("phone", typedPhone);
        if (!flaws.none()) return new Asked.Flawed(flaws.byField());

        return transaction.execute(_ -> {
            var refused = attempts.countOf("code-" + Attempts.subjectOfAddress(from.address()), ASKED_PER_ADDRESS);
            if (refused.isPresent()) return new Asked.TooMany(refused.get().until());
            return switch (send(phone, from)) {
                case Sending.Queued _ -> new Asked.Sent(phone);
                case Sending.TooMany(var until) -> new Asked.TooMany(until);
                case Sending.NoWay _ -> new Asked.NoWay();
            };
        });
    }

    private Sending send(String phone, SignIn.From from) {
        var target = new Codes.Target(Channel.SMS, phone);
        return reached.personAt(phone)
                .map(person -> codes.send(person, Codes.Purpose.SIGN_IN, target, from.language()))
                .orElseGet(() -> codes.pretend(Codes.Purpose.SIGN_IN, target, from.language()));
    }

    Outcome enter(String phone, String typedCode, SignIn.From from) {
        var tries = "code-try:" + Digest.hex(phone).substring(0, 32);
        var refused = transaction.execute(_ -> attempts.countOf(tries, TRIES_PER_PHONE));
        if (refused.isPresent()) return new Outcome.TooMany(refused.get().until());

        return transaction.execute(_ -> {
            var account = redeemed(phone, typedCode);
            if (account.isEmpty()) return wrong(phone);
            attempts.forgiveAll(tries);
            return new Outcome.Done(open.open(account.get(), Proof.Method.ONE_TIME_CODE, Channel.SMS.name(), from));
        });
    }

    private Optional<Account> redeemed(String phone, String typedCode) {
        UUID person = reached.personAt(phone).orElseGet(() -> Codes.nobody(phone));
        return codes.redeem(person, Codes.Purpose.SIGN_IN, typedCode)
                .filter(target -> target.to().equals(phone))
                .flatMap(_ -> accounts.find(person));
    }

    private Outcome wrong(String phone) {
        var subject = Attempts.subjectOfLogin(phone);
        audit.record(new AuditEvent(
                IdentityAct.SIGN_IN_FAILED, "system:identity", "", "", subject, "code", clock.instant()));
        return new Outcome.Wrong();
    }
}
