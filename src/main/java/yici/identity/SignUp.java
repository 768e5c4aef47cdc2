package yici.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.Document;
import yici.kit.Ids;
import yici.kit.View;
import yici.notification.Channel;
import yici.notification.Sending;

/**
 * A person opens an account: the form, then the code that was sent to the telephone. Whether there is an account already shows neither in the
 * answer nor in the work that is done for it; it is told to who holds the telephone. A firm opens none of its own: persons act for it.
 */
@Component
class SignUp {

    /** Forms from one network in a quarter of an hour. */
    static final int ASKED_PER_ADDRESS = 60;

    private static final int OWN_ACCOUNT_FROM_AGE = 14;
    private static final String SEAL = "sign up";

    sealed interface Asked {
        /** A message is on its way: a code, or that there is an account. @param seal carries what was typed to the next page */
        record Sent(String seal, String phone) implements Asked {}

        /** @param flaws keys of words, by the name of the field, in the order of the page */
        record Flawed(Map<String, String> flaws) implements Asked {}

        record TooMany(Instant until) implements Asked {}

        record NoWay() implements Asked {}

        /** The page was open for too long. */
        record Stale() implements Asked {}
    }

    sealed interface Outcome {
        record Done(Account account, Token token) implements Outcome {}

        record Wrong(String phone) implements Outcome {}

        record TooMany(String phone, Instant until) implements Outcome {}

        /** This very page was sent twice. */
        record Already() implements Outcome {}

        /** The document is somebody's who has an account; who has just read the code may know. */
        record Known() implements Outcome {}

        record Stale() implements Outcome {}
    }

    /**
     * @param document the kind, by its name
     * @param nationality of a passport's holder
     */
    record Person(
            String name,
            String document,
            String number,
            String nationality,
            String phone,
            String address,
            String password) {

        static final Person NOTHING = new Person("", Document.Kind.RESIDENT_ID.name(), "", "", "", "", "");

        /** With a resident identity card. */
        Person(String name, String number, String phone, String address, String password) {
            this(name, Document.Kind.RESIDENT_ID.name(), number, "", phone, address, password);
        }
    }

    private final Accounts accounts;
    private final Parties parties;
    private final Reached reached;
    private final Codes codes;
    private final Passwords passwords;
    private final Attempts attempts;
    private final OpenSession openSession;
    private final Sessions sessions;
    private final MatchRegister matchRegister;
    private final TellOwner tellOwner;
    private final Vault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUp(
            Accounts accounts,
            Parties parties,
            Reached reached,
            Codes codes,
            Passwords passwords,
            Attempts attempts,
            OpenSession openSession,
            Sessions sessions,
            MatchRegister matchRegister,
            TellOwner tellOwner,
            Vault vault,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.parties = parties;
        this.reached = reached;
        this.codes = codes;
        this.passwords = passwords;
        this.attempts = attempts;
        this.openSession = openSession;
        this.sessions = sessions;
        this.matchRegister = matchRegister;
        this.tellOwner = tellOwner;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Asked ask(Person typed, SignIn.From from) {
        var flaws = new Flaws();
        var name = flaws.name("name", typed.name());
        var number = flaws.document("number", typed.document(), typed.number(), typed.nationality());
        ageAllows(flaws, number);
        var phone = flaws.phone("phone", typed.phone());
        var address = flaws.address("address", typed.address());
        flaws.password("password", typed.password(), phone, Document.of(number).number(), name);
        if (!flaws.none()) return new Asked.Flawed(flaws.byField());

        var refused = tooManyFrom(from);
        if (refused.isPresent()) return refused.get();
        var hash = passwords.hash(typed.password()); // takes long, so no transaction is open
        var account = new Account(Ids.fresh(clock), SignedIn.Kind.PERSON, phone, name, number, "", "", phone, address);
        return send(new Newcomer(account, hash, clock.instant(), clock.instant(), Newcomer.NONE), from);
    }

    /** Another message; the code before it is worth nothing any more on the page that comes. */
    Asked again(String seal, SignIn.From from) {
        var newcomer = opened(seal);
        if (newcomer.isEmpty()) return new Asked.Stale();
        return tooManyFrom(from).orElseGet(() -> send(newcomer.get(), from));
    }

    private Optional<Asked> tooManyFrom(SignIn.From from) {
        var what = "sign-up-" + Attempts.subjectOfAddress(from.address());
        return transaction
                .execute(_ -> attempts.countOf(what, ASKED_PER_ADDRESS))
                .map(refused -> new Asked.TooMany(refused.until()));
    }

    /** One message in either case, which only its reader can tell from the other. */
    private Asked send(Newcomer newcomer, SignIn.From from) {
        return transaction.execute(_ -> {
            var phone = newcomer.account().phone();
            boolean known = accounts.loginTaken(phone);
            var code = known ? Newcomer.NONE : Codes.fresh();
            var words = known ? "identity.sign-up.known.message" : "identity.code.message";
            var target = new Codes.Target(Channel.SMS, phone);
            return switch (codes.send(target, words, code, from.language())) {
                case Sending.Queued _ -> new Asked.Sent(seal(newcomer.again(clock.instant(), code)), phone);
                case Sending.TooMany(var until) -> new Asked.TooMany(until);
                case Sending.NoWay _ -> new Asked.NoWay();
            };
        });
    }

    Outcome enter(String seal, String typedCode, SignIn.From from) {
        var opened = opened(seal);
        if (opened.isEmpty()) return new Outcome.Stale();

        var account = opened.get().account();
        var refused = transaction.execute(_ -> attempts.countOf("sign-up-try:" + account.id(), Codes.MOST_TRIES));
        if (refused.isPresent())
            return new Outcome.TooMany(account.phone(), refused.get().until());
        if (!opened.get().readsCode(typedCode, clock.instant())) return new Outcome.Wrong(account.phone());

        return parties.byNumber(account.number())
                .map(holder -> known(holder, account, from))
                .orElseGet(() -> done(opened.get(), from));
    }

    private Outcome known(Account holder, Account newcomer, SignIn.From from) {
        if (holder.id().equals(newcomer.id())) return new Outcome.Already();
        transaction.executeWithoutResult(_ -> {
            var phone = Channel.SMS.masked(newcomer.phone());
            tellOwner.tell(holder.id(), "identity.notice.sign-up", from.language(), phone);
            audit.record(new AuditEvent(
                    IdentityAct.SIGN_UP_KNOWN,
                    "system:identity",
                    "",
                    "",
                    "account:" + holder.id(),
                    phone,
                    clock.instant()));
        });
        return new Outcome.Known();
    }

    private Outcome done(Newcomer newcomer, SignIn.From from) {
        var account = newcomer.account();
        try {
            open(account, newcomer.passwordHash(), true);
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Known();
        }
        return new Outcome.Done(account, signedIn(account, from));
    }

    /** @throws DuplicateKeyException when number or phone was taken at the same moment */
    void open(Account account, String passwordHash, boolean phoneShown) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            accounts.add(account, passwordHash, now);
            if (phoneShown && reached.personAt(account.phone()).isEmpty())
                reached.confirm(account.id(), Channel.SMS, account.phone(), true, now);
            var actor = "account:" + account.id();
            audit.record(new AuditEvent(IdentityAct.SIGNED_UP, actor, account.name(), "", actor, "", now));
        });
        matchRegister.match(account.id());
    }

    /** Who has just chosen a password and read a code need show neither again. */
    private Token signedIn(Account account, SignIn.From from) {
        return transaction.execute(_ -> {
            var token =
                    openSession.open(account, Proof.Method.PASSWORD, "", from).token();
            var code = new Proof(Proof.Method.ONE_TIME_CODE, clock.instant(), Channel.SMS.name());
            return sessions.proved(token, code).orElseThrow();
        });
    }

    private String seal(Newcomer newcomer) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.lock(SEAL, "", newcomer.text().getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Newcomer> opened(String seal) {
        try {
            return vault.open(SEAL, "", Base64.getUrlDecoder().decode(seal))
                    .map(bytes -> Newcomer.read(new String(bytes, StandardCharsets.UTF_8)))
                    .filter(newcomer -> newcomer.lasts(clock.instant()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Below 14 the law asks for a guardian, who applies from an account of his own. */
    private void ageAllows(Flaws flaws, String number) {
        var birthday = Document.of(number).birthday();
        if (birthday.isEmpty()) return;
        if (birthday.get().isAfter(today())) flaws.add("number", "identity.id-number.birthday");
        else if (birthday.get().plusYears(OWN_ACCOUNT_FROM_AGE).isAfter(today()))
            flaws.add("number", "identity.id-number.child");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}
