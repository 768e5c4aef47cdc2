package yici.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.IdNumber;
import yici.kit.Ids;
import yici.kit.View;

/** A person or a firm opens an account. What they say of themselves is checked for form here; matching it with the registers comes later. */
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

    record Firm(
            String name,
            String code,
            String representative,
            String representativeNumber,
            String phone,
            String address,
            String password) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUp(Accounts accounts, Passwords passwords, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
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
        if (flaws.none()) untaken(flaws, "phone", phone, number);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        return open(
                new Account(Ids.fresh(clock), SignedIn.Kind.PERSON, phone, name, number, "", "", phone, address),
                typed.password(),
                "phone");
    }

    /** Signs in by credit code. */
    Outcome firm(Firm typed) {
        var flaws = new Flaws();
        var code = creditCode(flaws, typed.code());
        var name = flaws.name("firm-name", typed.name());
        var representative = flaws.name("representative", typed.representative());
        var representativeNumber = idNumber(flaws, "representative-number", typed.representativeNumber());
        var phone = flaws.phone("phone", typed.phone());
        var address = flaws.address("address", typed.address());
        flaws.password("password", typed.password(), code, name, phone);
        var login = Accounts.loginOf(code);
        if (flaws.none()) untaken(flaws, "number", login, code);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        return open(
                new Account(
                        Ids.fresh(clock),
                        SignedIn.Kind.FIRM,
                        login,
                        name,
                        code,
                        representative,
                        representativeNumber,
                        phone,
                        address),
                typed.password(),
                "number");
    }

    private Outcome open(Account account, String password, String loginField) {
        var hash = passwords.hash(password); // takes long, so no transaction is open
        try {
            transaction.executeWithoutResult(_ -> {
                accounts.add(account, hash, clock.instant());
                var actor = "account:" + account.id();
                audit.record(
                        new AuditEvent(IdentityAct.SIGNED_UP, actor, account.name(), "", actor, "", clock.instant()));
            });
            return new Outcome.Done(account);
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of(loginField, "identity.taken." + loginField));
        }
    }

    private void untaken(Flaws flaws, String loginField, String login, String number) {
        if (accounts.numberTaken(number)) flaws.add("number", "identity.taken.number");
        else if (accounts.loginTaken(login)) flaws.add(loginField, "identity.taken." + loginField);
    }

    private String idNumber(Flaws flaws, String field, String typed) {
        return switch (IdNumber.read(typed)) {
            case IdNumber.Reading.Good(var number) -> {
                if (new IdNumber(number).birthday().isAfter(today())) flaws.add(field, "identity.id-number.birthday");
                yield number;
            }
            case IdNumber.Reading.Flawed(var flaw) -> {
                flaws.add(field, "identity.id-number." + Flaws.key(flaw));
                yield "";
            }
        };
    }

    /** Below 14 the law asks for a guardian, who applies from an account of his own. */
    private void ageAllows(Flaws flaws, String number) {
        var birthday = Document.of(number).birthday();
        if (birthday.isEmpty()) return;
        if (birthday.get().isAfter(today())) flaws.add("number", "identity.id-number.birthday");
        else if (birthday.get().plusYears(OWN_ACCOUNT_FROM_AGE).isAfter(today()))
            flaws.add("number", "identity.id-number.child");
    }

    private static String creditCode(Flaws flaws, String typed) {
        return switch (CreditCode.read(typed)) {
            case CreditCode.Reading.Good(var code) -> code;
            case CreditCode.Reading.Flawed(var flaw) -> {
                flaws.add("number", "identity.credit-code." + Flaws.key(flaw));
                yield "";
            }
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}
