package yici.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.Document;
import yici.notification.Channel;
import yici.notification.Sending;

/**
 * What follows a visit to a counter: receipt and document number, a code to the new telephone, a new password. Everything the account could show
 * before is void afterwards.
 */
@Component
class TakeBack {

    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    static final int TRIES_PER_ADDRESS = 20;

    private static final String RECEIPT_SHOWN = "take back: receipt shown";
    private static final String BOTH_SHOWN = "take back: both shown";

    sealed interface Step {
        /** @param to the new telephone, masked */
        record On(String seal, String to) implements Step {}

        record Wrong() implements Step {}

        /** Whoever still has the account can stop it until then. */
        record TooEarly(Instant opens) implements Step {}

        record TooMany(Instant until) implements Step {}

        record NoWay() implements Step {}

        /** The page was open for too long, or it was stopped or used. */
        record Stale() implements Step {}
    }

    sealed interface Outcome {
        /** @param login to sign in with from now on */
        record Done(String login) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}

        record Stale() implements Outcome {}
    }

    private final CounterRecoveries recoveries;
    private final Accounts accounts;
    private final Reached reached;
    private final Codes codes;
    private final Passwords passwords;
    private final Attempts attempts;
    private final VoidFactors voidFactors;
    private final TellOwner tellOwner;
    private final Vault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeBack(
            CounterRecoveries recoveries,
            Accounts accounts,
            Reached reached,
            Codes codes,
            Passwords passwords,
            Attempts attempts,
            VoidFactors voidFactors,
            TellOwner tellOwner,
            Vault vault,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.reached = reached;
        this.codes = codes;
        this.passwords = passwords;
        this.attempts = attempts;
        this.voidFactors = voidFactors;
        this.tellOwner = tellOwner;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Step receipt(String typedReceipt, String typedNumber, SignIn.From from) {
        var what = "receipt-" + Attempts.subjectOfAddress(from.address());
        var refused = transaction.execute(_ -> attempts.countOf(what, TRIES_PER_ADDRESS));
        if (refused.isPresent()) return new Step.TooMany(refused.get().until());

        return transaction.execute(_ -> {
            var found = recoveries.byReceipt(typedReceipt, clock.instant()).filter(asked -> isOf(asked, typedNumber));
            if (found.isEmpty()) return new Step.Wrong();
            if (clock.instant().isBefore(found.get().opensAt()))
                return new Step.TooEarly(found.get().opensAt());
            return send(found.get(), from);
        });
    }

    private boolean isOf(CounterRecovery asked, String typedNumber) {
        var number = Document.of(accounts.find(asked.account()).orElseThrow().number())
                .number();
        return plain(number).equals(plain(typedNumber));
    }

    private static String plain(String number) {
        return Accounts.loginOf(number).toUpperCase(Locale.ROOT);
    }

    private Step send(CounterRecovery asked, SignIn.From from) {
        var target = new Codes.Target(Channel.SMS, asked.phone());
        return switch (codes.send(asked.account(), Codes.Purpose.RECOVER, target, from.language())) {
            case Sending.Queued _ -> new Step.On(seal(RECEIPT_SHOWN, asked), target.masked());
            case Sending.TooMany(var until) -> new Step.TooMany(until);
            case Sending.NoWay _ -> new Step.NoWay();
        };
    }

    Step code(String seal, String typedCode) {
        return transaction.execute(_ -> {
            var asked = opened(RECEIPT_SHOWN, seal);
            if (asked.isEmpty()) return new Step.Stale();
            return codes.redeem(asked.get().account(), Codes.Purpose.RECOVER, typedCode)
                    .filter(target -> target.to().equals(asked.get().phone()))
                    .<Step>map(_ -> new Step.On(seal(BOTH_SHOWN, asked.get()), ""))
                    .orElseGet(Step.Wrong::new);
        });
    }

    Outcome password(String seal, String password, SignIn.From from) {
        var asked = opened(BOTH_SHOWN, seal);
        if (asked.isEmpty()) return new Outcome.Stale();
        var account = accounts.find(asked.get().account()).orElseThrow();
        var flaws = new Flaws();
        flaws.password(
                "next-password",
                password,
                asked.get().phone(),
                Document.of(account.number()).number(),
                account.name());
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        var hash = passwords.hash(password); // takes long, so no transaction is open
        return transaction.execute(_ -> {
            if (!recoveries.done(asked.get().id())) return new Outcome.Stale();
            return new Outcome.Done(takenBack(account, asked.get(), hash, from));
        });
    }

    private String takenBack(Account account, CounterRecovery asked, String hash, SignIn.From from) {
        var masked = Channel.SMS.masked(asked.phone());
        tellOwner.tell(account.id(), "identity.notice.taken-back", from.language(), masked); // the old contacts
        accounts.changePassword(account.id(), hash);
        voidFactors.of(account.id());
        reached.forget(account.id(), Channel.MAIL);
        reached.confirm(account.id(), Channel.SMS, asked.phone(), true, clock.instant());
        accounts.changeContact(account.id(), asked.phone(), account.address());
        var login = accounts.changeLogin(account.id(), asked.phone()) ? asked.phone() : account.login();
        attempts.forgiveAll(Attempts.subjectOfLogin(login));
        var actor = "account:" + account.id();
        var reason = "COUNTER " + asked.counter() + " " + masked;
        audit.record(new AuditEvent(IdentityAct.RECOVERED, actor, account.name(), "", actor, reason, clock.instant()));
        return login;
    }

    private String seal(String purpose, CounterRecovery asked) {
        var text = asked.account() + " " + asked.id() + " "
                + clock.instant().plus(GOOD_FOR).getEpochSecond();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.lock(purpose, "", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As long as it waits: stopped meanwhile, it is worth nothing. */
    private Optional<CounterRecovery> opened(String purpose, String seal) {
        try {
            return vault.open(purpose, "", Base64.getUrlDecoder().decode(seal))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split(" ", 3))
                    .filter(parts -> Long.parseLong(parts[2]) > clock.instant().getEpochSecond())
                    .flatMap(parts -> recoveries
                            .waiting(UUID.fromString(parts[0]), clock.instant())
                            .filter(asked -> asked.id().toString().equals(parts[1])));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
