package yici.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
 * A forgotten password: a code to the confirmed telephone and a second thing, no weaker than what the account was once checked by. Only the
 * password is set anew; who has a second factor is asked for it as ever. What is known between the steps is sealed into the page.
 */
@Component
class Recover {

    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    static final int ASKED_PER_ADDRESS = 30;

    private static final String PHONE_SHOWN = "recover: phone shown";
    private static final String BOTH_SHOWN = "recover: both shown";

    /** What may stand beside the code. */
    enum Second {
        RECOVERY_CODE,
        TOTP,
        /** Name and number of the document; for accounts checked no further than these. */
        DOCUMENT,
        /** The same, once an officer has compared the person with the document since yesterday. */
        COUNTER
    }

    sealed interface Asked {
        /** Sent, if there is anybody. */
        record Sent() implements Asked {}

        /** Staff go to their administrators. */
        record Staff() implements Asked {}

        record TooMany(Instant until) implements Asked {}

        record NoWay() implements Asked {}
    }

    sealed interface Step {
        /** @param seal carries what was shown to the next page */
        record On(String seal, List<Second> ways) implements Step {}

        record Wrong() implements Step {}

        record TooMany(Instant until) implements Step {}

        /** The page was open for too long. */
        record Stale() implements Step {}
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}

        record Stale() implements Outcome {}
    }

    private final Accounts accounts;
    private final Reached reached;
    private final Codes codes;
    private final Apps apps;
    private final RecoveryCodes papers;
    private final Recoveries recoveries;
    private final Proofings proofings;
    private final Attempts attempts;
    private final FactorTries tries;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TellOwner tellOwner;
    private final Vault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recover(
            Accounts accounts,
            Reached reached,
            Codes codes,
            Apps apps,
            RecoveryCodes papers,
            Recoveries recoveries,
            Proofings proofings,
            Attempts attempts,
            FactorTries tries,
            Passwords passwords,
            Sessions sessions,
            TellOwner tellOwner,
            Vault vault,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.reached = reached;
        this.codes = codes;
        this.apps = apps;
        this.papers = papers;
        this.recoveries = recoveries;
        this.proofings = proofings;
        this.attempts = attempts;
        this.tries = tries;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tellOwner = tellOwner;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Asked ask(String typedLogin, SignIn.From from) {
        var login = Accounts.loginOf(typedLogin);
        if (isStaff(login)) return new Asked.Staff();

        return transaction.execute(_ -> {
            var refused = attempts.countOf("recover-" + Attempts.subjectOfAddress(from.address()), ASKED_PER_ADDRESS);
            if (refused.isPresent()) return new Asked.TooMany(refused.get().until());
            return switch (send(login, from)) {
                case Sending.Queued _ -> new Asked.Sent();
                case Sending.TooMany(var until) -> new Asked.TooMany(until);
                case Sending.NoWay _ -> new Asked.NoWay();
            };
        });
    }

    /** By its look alone, so that the answer tells nothing: staff accounts begin with a letter and are no credit code. */
    private static boolean isStaff(String login) {
        return login.matches("[a-z][a-z0-9.-]*") && !login.matches("[a-z0-9]{18}");
    }

    private Sending send(String login, SignIn.From from) {
        var person = owner(login);
        var phone = person.flatMap(id -> reached.at(id, Channel.SMS));
        if (person.isPresent() && phone.isPresent())
            return codes.send(
                    person.get(), Codes.Purpose.RECOVER, new Codes.Target(Channel.SMS, phone.get()), from.language());
        return codes.pretend(Codes.Purpose.RECOVER, new Codes.Target(Channel.SMS, bounded(login)), from.language());
    }

    private Optional<UUID> owner(String login) {
        return accounts.byLogin(login)
                .map(known -> known.account())
                .filter(account -> account.kind() != SignedIn.Kind.STAFF)
                .map(Account::id)
                .or(() -> reached.personAt(login));
    }

    Step code(String typedLogin, String typedCode) {
        var login = Accounts.loginOf(typedLogin);
        var what = "recover-try:" + Digest.hex(login).substring(0, 32);
        var refused = transaction.execute(_ -> attempts.countOf(what, FactorTries.MOST));
        if (refused.isPresent()) return new Step.TooMany(refused.get().until());

        return transaction.execute(_ -> {
            var account = owner(login).orElseGet(() -> Codes.nobody(bounded(login)));
            if (codes.redeem(account, Codes.Purpose.RECOVER, typedCode).isEmpty()) return new Step.Wrong();
            return new Step.On(seal(PHONE_SHOWN, account), ways(account));
        });
    }

    /** No weaker than what the account was once checked by. */
    List<Second> ways(UUID account) {
        var ways = new ArrayList<Second>();
        if (papers.left(account) > 0) ways.add(Second.RECOVERY_CODE);
        if (!apps.of(account).isEmpty()) ways.add(Second.TOTP);
        ways.add(recoveries.proofed(account).compareTo(Trust.LEVEL_3) <= 0 ? Second.DOCUMENT : Second.COUNTER);
        return List.copyOf(ways);
    }

    /** The ways of whom the page is about; empty when it was open for too long. */
    Optional<List<Second>> waysOf(String seal) {
        return opened(PHONE_SHOWN, seal).map(this::ways);
    }

    record Typed(Second way, String answer, String name, String number) {}

    Step second(String seal, Typed typed) {
        var account = opened(PHONE_SHOWN, seal);
        if (account.isEmpty()) return new Step.Stale();
        var id = account.get();
        if (!ways(id).contains(typed.way())) return new Step.Wrong();
        return switch (tries.tried(id, () -> Optional.of("").filter(_ -> shows(id, typed)))) {
            case Way.Answer.Right _ -> new Step.On(seal(BOTH_SHOWN, id), List.of());
            case Way.Answer.Wrong _ -> new Step.Wrong();
            case Way.Answer.TooMany(var until) -> new Step.TooMany(until);
        };
    }

    private boolean shows(UUID id, Typed typed) {
        return switch (typed.way()) {
            case RECOVERY_CODE -> papers.redeem(id, typed.answer());
            case TOTP -> apps.redeem(id, typed.answer()).isPresent();
            case DOCUMENT -> isDocument(id, typed);
            case COUNTER -> isDocument(id, typed) && wasAtCounter(id);
        };
    }

    private boolean wasAtCounter(UUID id) {
        var since = clock.instant().minus(Duration.ofDays(1));
        return proofings.of(id).stream()
                .anyMatch(proofing -> proofing.method() == Proofing.Method.COUNTER
                        && proofing.at().isAfter(since));
    }

    private boolean isDocument(UUID id, Typed typed) {
        var account = accounts.find(id).orElseThrow();
        var number = account.kind() == SignedIn.Kind.PERSON
                ? Document.of(account.number()).number()
                : account.number();
        return plain(account.name()).equals(plain(typed.name()))
                && plain(number).equals(plain(typed.number()));
    }

    private static String plain(String text) {
        return Accounts.loginOf(text).toUpperCase(java.util.Locale.ROOT);
    }

    /** All sessions end, all channels are told, and for a day telephone and factors stay as they are. */
    Outcome password(String seal, String password, SignIn.From from) {
        var opened = opened(BOTH_SHOWN, seal);
        if (opened.isEmpty()) return new Outcome.Stale();
        var account = accounts.find(opened.get()).orElseThrow();
        var flaws = new Flaws();
        flaws.password("next-password", password, account.phone(), account.number(), account.name(), account.login());
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        var hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            accounts.changePassword(account.id(), hash);
            sessions.closeAll(account.id());
            recoveries.note(account.id(), clock.instant());
            attempts.forgiveAll(Attempts.subjectOfLogin(account.login()));
            tellOwner.tell(account.id(), "identity.notice.recovered", from.language(), "");
            var actor = "account:" + account.id();
            audit.record(new AuditEvent(IdentityAct.RECOVERED, actor, account.name(), "", actor, "", clock.instant()));
        });
        return new Outcome.Done();
    }

    private String seal(String purpose, UUID account) {
        var text = account + " " + clock.instant().plus(GOOD_FOR).getEpochSecond() + " "
                + accounts.passwordHash(account).map(Digest::hex).orElse("");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.lock(purpose, "", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Good for a quarter of an hour, and no longer than the password it replaces: so also for one use only. */
    private Optional<UUID> opened(String purpose, String seal) {
        try {
            return vault.open(purpose, "", Base64.getUrlDecoder().decode(seal))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split(" ", 3))
                    .filter(parts -> Long.parseLong(parts[1]) > clock.instant().getEpochSecond())
                    .filter(parts -> accounts.passwordHash(UUID.fromString(parts[0]))
                            .map(Digest::hex)
                            .orElse("")
                            .equals(parts[2]))
                    .map(parts -> UUID.fromString(parts[0]));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String bounded(String login) {
        var printable = login.replaceAll("\\p{Cntrl}", "");
        return printable.isEmpty() ? "-" : printable.substring(0, Math.min(100, printable.length()));
    }
}
