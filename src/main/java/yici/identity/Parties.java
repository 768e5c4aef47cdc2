package yici.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.Ids;

/** Those who are acted for and need not sign in themselves: firms, children, people helped at a counter. */
@Component
public class Parties {

    private final JdbcClient db;
    private final Accounts accounts;
    private final Proofings proofings;
    private final AuditLog audit;
    private final Clock clock;

    Parties(JdbcClient db, Accounts accounts, Proofings proofings, AuditLog audit, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.proofings = proofings;
        this.audit = audit;
        this.clock = clock;
    }

    /** By document or credit code, as accounts keep it. */
    public Optional<Account> byNumber(String number) {
        if (number.isEmpty()) return Optional.empty();
        return db.sql("select * from identity.account where number = :number")
                .param("number", number)
                .query((row, _) -> Accounts.account(row))
                .optional();
    }

    /**
     * The firm's account, opened without a password when there is none. Nobody signs in as it: its representative and agents act for it. In
     * the caller's transaction.
     *
     * @param by who is there, as far as audit is concerned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account firm(
            SignedIn by, CreditCode code, String name, String representative, Document document, Proofing proofing) {
        return byNumber(code.value())
                .orElseGet(() -> open(
                        by,
                        new Account(
                                Ids.fresh(clock),
                                SignedIn.Kind.FIRM,
                                Accounts.loginOf(code.value()),
                                name,
                                code.value(),
                                representative,
                                document.text(),
                                "",
                                ""),
                        proofing));
    }

    /** As {@link #firm}, of a person: a child, or somebody who never signs in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account person(SignedIn by, Document document, String name, Proofing proofing) {
        return byNumber(document.text()).orElseGet(() -> {
            var id = Ids.fresh(clock);
            return open(
                    by,
                    new Account(id, SignedIn.Kind.PERSON, "party-" + id, name, document.text(), "", "", "", ""),
                    proofing);
        });
    }

    /** @throws DuplicateKeyException when somebody else opened it at the same moment: the next click finds it */
    private Account open(SignedIn by, Account account, Proofing proofing) {
        accounts.add(account, "", clock.instant());
        proofings.add(account.id(), proofing, "");
        audit.record(by.did(
                IdentityAct.PARTY_OPENED,
                "account:" + account.id(),
                proofing.method().name(),
                clock.instant()));
        return account;
    }

    /** The firm's own password, from before persons acted for it. */
    public boolean hasPassword(UUID firm) {
        return accounts.passwordHash(firm).filter(hash -> !hash.isEmpty()).isPresent();
    }
}
