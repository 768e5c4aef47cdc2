package yici.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.Document;
import yici.kit.Ids;
import yici.kit.View;

/**
 * A person opens an account. What is said is checked for form, then compared with the population base, if that answers. A firm opens none of its
 * own: persons act for it.
 */
@Component
class SignUp {

    private static final int OWN_ACCOUNT_FROM_AGE = 14;

    sealed interface Outcome {
        record Done(Account account) implements Outcome {}

        /** @param flaws keys of words, by the name of the field, in the order of the page */
        record Flawed(Map<String, String> flaws) implements Outcome {}
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
    private final Passwords passwords;
    private final MatchRegister matchRegister;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUp(
            Accounts accounts,
            Passwords passwords,
            MatchRegister matchRegister,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.matchRegister = matchRegister;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Signs in by phone number. */
    Outcome person(Person typed) {
        var flaws = new Flaws();
        var name = flaws.name("name", typed.name());
        var number = flaws.document("number", typed.document(), typed.number(), typed.nationality());
        ageAllows(flaws, number);
        var phone = flaws.phone("phone", typed.phone());
        var address = flaws.address("address", typed.address());
        flaws.password("password", typed.password(), phone, Document.of(number).number(), name);
        if (flaws.none()) untaken(flaws, phone, number);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        return open(
                new Account(Ids.fresh(clock), SignedIn.Kind.PERSON, phone, name, number, "", "", phone, address),
                typed.password());
    }

    private Outcome open(Account account, String password) {
        var hash = passwords.hash(password); // takes long, so no transaction is open
        try {
            transaction.executeWithoutResult(_ -> {
                accounts.add(account, hash, clock.instant());
                var actor = "account:" + account.id();
                audit.record(
                        new AuditEvent(IdentityAct.SIGNED_UP, actor, account.name(), "", actor, "", clock.instant()));
            });
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of("phone", "identity.taken.phone"));
        }
        matchRegister.match(account.id());
        return new Outcome.Done(account);
    }

    private void untaken(Flaws flaws, String phone, String number) {
        if (accounts.numberTaken(number)) flaws.add("number", "identity.taken.number");
        else if (accounts.loginTaken(phone)) flaws.add("phone", "identity.taken.phone");
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
