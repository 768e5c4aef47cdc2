package yici.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;

/** The password a firm had of its own, before persons acted for it: proof of the firm's side when its representative takes over. */
@Component
public class FirmPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final JdbcClient db;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirmPassword(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            JdbcClient db,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The firm, when the password is right; tries are counted like those at signing in. */
    public Optional<Account> proves(String typedLogin, String password, String address) {
        var login = Accounts.loginOf(typedLogin);
        if (transaction.execute(_ -> attempts.count(login, address)).isPresent()) return Optional.empty();
        var firm = accounts.byLogin(login)
                .filter(found -> found.account().kind() == SignedIn.Kind.FIRM)
                .filter(found -> !found.hash().isEmpty());
        if (firm.isEmpty()) {
            passwords.pretendToMatch(password);
            return Optional.empty();
        }
        var proved =
                firm.filter(found -> passwords.matches(password, found.hash())).map(Accounts.WithPassword::account);
        if (proved.isPresent()) transaction.executeWithoutResult(_ -> attempts.forgive(login, address));
        return proved;
    }

    /** From now on nobody signs in as the firm itself. In the caller's transaction; the caller speaks for the firm. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(SignedIn me) {
        db.sql("update identity.account set password_hash = '' where id = :id and kind = 'FIRM'")
                .param("id", me.account())
                .update();
        db.sql("delete from identity.session where account = :id")
                .param("id", me.account())
                .update();
        audit.record(me.did(IdentityAct.FIRM_PASSWORD_ENDED, "account:" + me.account(), "", clock.instant()));
    }
}
