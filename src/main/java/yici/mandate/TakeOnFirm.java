package yici.mandate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.FirmPassword;
import yici.identity.LegalPersonBase;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.jurisdiction.Areas;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.Forbidden;
import yici.kit.Ids;
import yici.kit.Patience;

/**
 * A legal representative begins to act for the firm: by the register of legal persons, or, for a firm that had a password of its own, by proving
 * both sides, the person by the session and the firm by its password. Never by a name or a phone alone.
 */
@Component
class TakeOnFirm {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    enum Taken {
        DONE,
        CODE_WRONG,
        /** The register names somebody else. */
        OTHER_REPRESENTATIVE,
        STRUCK_OFF,
        NOT_KNOWN,
        NOT_AVAILABLE,
        PASSWORD_WRONG
    }

    private final List<LegalPersonBase> registers;
    private final ByLaw byLaw;
    private final FirmPassword firmPassword;
    private final Mandates mandates;
    private final Accounts accounts;
    private final Areas areas;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeOnFirm(
            List<LegalPersonBase> registers,
            ByLaw byLaw,
            FirmPassword firmPassword,
            Mandates mandates,
            Accounts accounts,
            Areas areas,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.registers = registers;
        this.byLaw = byLaw;
        this.firmPassword = firmPassword;
        this.mandates = mandates;
        this.accounts = accounts;
        this.areas = areas;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Taken byRegister(SignedIn me, String typed) {
        var person = person(me);
        if (!(CreditCode.read(typed) instanceof CreditCode.Reading.Good(var code))) return Taken.CODE_WRONG;
        return switch (ask(new CreditCode(code))) {
            case LegalPersonBase.Answer.Registered firm when !firm.open() -> Taken.STRUCK_OFF;
            case LegalPersonBase.Answer.Registered firm
            when isThe(person, firm.document(), firm.representative()) -> {
                var offer = new MandateSource.Offer(
                        Capacity.LEGAL_REPRESENTATIVE, code, firm.name(), firm.document(), code);
                transaction.executeWithoutResult(_ -> byLaw.record(me.asOneself(), person, "legal-persons", offer));
                yield Taken.DONE;
            }
            case LegalPersonBase.Answer.Registered _ -> Taken.OTHER_REPRESENTATIVE;
            case LegalPersonBase.Answer.Unknown _ -> Taken.NOT_KNOWN;
            case LegalPersonBase.Answer.Unavailable _ -> Taken.NOT_AVAILABLE;
        };
    }

    private LegalPersonBase.Answer ask(CreditCode code) {
        return registers.stream()
                .findFirst()
                .map(register -> Patience.ask(
                        PATIENCE,
                        "register of legal persons",
                        () -> register.find(code),
                        new LegalPersonBase.Answer.Unavailable()))
                .orElseGet(LegalPersonBase.Answer.Unavailable::new);
    }

    private static boolean isThe(Account person, Document document, String name) {
        return person.number().equals(document.text()) && WhoFields.sameName(person.name(), name);
    }

    /** Afterwards the person may end the firm's password. */
    Taken byPassword(SignedIn me, String login, String password, String address) {
        var person = person(me);
        var firm = firmPassword.proves(login, password, address);
        if (firm.isEmpty()) return Taken.PASSWORD_WRONG;
        var representative = Document.of(firm.get().representativeNumber());
        if (!isThe(person, representative, firm.get().representative())) return Taken.OTHER_REPRESENTATIVE;

        transaction.executeWithoutResult(_ -> link(me.asOneself(), person, firm.get()));
        return Taken.DONE;
    }

    private void link(SignedIn me, Account person, Account firm) {
        var now = clock.instant();
        boolean linked = mandates.to(person.id(), person.number()).stream()
                .anyMatch(m -> m.granter().equals(firm.id())
                        && m.capacity() == Capacity.LEGAL_REPRESENTATIVE
                        && m.evidence() == Mandate.Evidence.FIRM_PASSWORD
                        && m.at(now) == Mandate.State.IN_FORCE);
        if (linked) return;
        var mandate = Mandate.inForce(
                Ids.fresh(clock),
                Capacity.LEGAL_REPRESENTATIVE,
                firm,
                person.id(),
                person.name(),
                person.number(),
                areas.province().code(),
                now,
                Optional.empty(),
                Mandate.Evidence.FIRM_PASSWORD,
                "");
        mandates.add(mandate, me.asActor(), me.name(), now);
        audit.record(me.did(MandateAct.LINKED, "mandate:" + mandate.id(), "account:" + firm.id(), now));
    }

    /** A number somebody merely says is his makes nobody a representative. */
    private Account person(SignedIn me) {
        me.require(Trust.LEVEL_3);
        return accounts.find(me.person())
                .filter(account -> account.kind() == SignedIn.Kind.PERSON)
                .orElseThrow(() -> new Forbidden("take on a firm"));
    }

    /** The representative speaks for the firm now; nobody signs in as it any more. */
    void endPassword(SignedIn me) {
        boolean speaks = me.kind() == SignedIn.Kind.FIRM
                && me.acting()
                        .filter(a -> a.capacity() == Capacity.LEGAL_REPRESENTATIVE)
                        .isPresent();
        if (!speaks) throw new Forbidden("end the firm's password");
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        transaction.executeWithoutResult(_ -> firmPassword.end(me));
    }
}
