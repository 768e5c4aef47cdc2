package yici.identity;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.kit.Language;

/** By the person, who knows the old one. All other sessions end. */
@Component
class ChangePassword {

    sealed interface Outcome {
        record Changed() implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}

        record TooMany() implements Outcome {}
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangePassword(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            TellOwner tellOwner,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param address the network address the request came from */
    Outcome change(SignedIn me, Token session, String current, String next, String address) {
        var account = accounts.find(me.person()).orElseThrow();
        var flaws = new Flaws();
        flaws.password("next-password", next, account.phone(), account.number(), account.name(), account.login());
        if (next.equals(current)) flaws.add("next-password", "identity.password.same");
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        // whoever finds an unlocked screen must not try passwords without end
        if (transaction.execute(_ -> attempts.count(account.login(), address)).isPresent())
            return new Outcome.TooMany();
        if (!passwords.matches(current, accounts.passwordHash(me.person()).orElseThrow()))
            return new Outcome.Flawed(Map.of("current-password", "identity.password.current-wrong"));

        keep(me, session, account.login(), address, passwords.hash(next));
        return new Outcome.Changed();
    }

    private void keep(SignedIn me, Token session, String login, String address, String hash) {
        transaction.executeWithoutResult(_ -> {
            attempts.forgive(login, address);
            accounts.changePassword(me.person(), hash);
            sessions.closeOthers(me.person(), session);
            tellOwner.tell(me.person(), "identity.notice.password", Language.ZH, "");
            audit.record(me.did(IdentityAct.PASSWORD_CHANGED, me.asActor(), "", clock.instant()));
        });
    }
}
