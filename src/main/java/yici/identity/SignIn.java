package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/** From login and password to a session. */
@Component
class SignIn {

    sealed interface Outcome {
        record Welcome(SignedIn who, Token token) implements Outcome {}

        /** Unknown login and wrong password look and last the same. */
        record Wrong() implements Outcome {}

        record TooMany(Instant waitUntil) implements Outcome {}
    }

    /** @param address the network address the request came from */
    record From(String address, String device, Optional<Token> oldSession) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome signIn(String typedLogin, String password, From from) {
        var login = Accounts.loginOf(typedLogin);
        var refused = transaction.execute(_ -> attempts.count(login, from.address()));
        if (refused.isPresent()) return tooMany(login, refused.get());

        var account = matching(login, password); // takes long, so no transaction is open
        return account.isPresent() ? welcome(account.get(), login, from) : wrong(login);
    }

    private Optional<Account> matching(String login, String password) {
        var known = accounts.byLogin(login);
        if (known.isEmpty()) {
            passwords.pretendToMatch(password);
            return Optional.empty();
        }
        return known.filter(found -> passwords.matches(password, found.hash())).map(Accounts.WithPassword::account);
    }

    private Outcome welcome(Account account, String login, From from) {
        return transaction.execute(_ -> {
            attempts.forgive(login, from.address());
            var token = again(account, from).orElseGet(() -> {
                from.oldSession().ifPresent(sessions::close);
                return open(account, from.device());
            });
            var who = sessions.of(token).orElseThrow();
            sessions.sweep();
            attempts.sweep();
            return new Outcome.Welcome(who, token);
        });
    }

    /** Whoever is signed in and shows it once more goes on in the same session: elsewhere, where they signed on, nothing ends. */
    private Optional<Token> again(Account account, From from) {
        return from.oldSession()
                .filter(old -> sessions.of(old)
                        .filter(me -> me.person().equals(account.id()))
                        .isPresent())
                .flatMap(old -> sessions.proved(old, new Proof(Proof.Method.PASSWORD, clock.instant(), "")))
                .map(token -> {
                    record(account);
                    return token;
                });
    }

    /** Who has just opened an account need not type the password again. */
    Token first(Account account, String device) {
        return transaction.execute(_ -> open(account, device));
    }

    private Token open(Account account, String device) {
        record(account);
        return sessions.open(account.id(), new Proof(Proof.Method.PASSWORD, clock.instant(), ""), device);
    }

    private void record(Account account) {
        var actor = "account:" + account.id();
        audit.record(new AuditEvent(IdentityAct.SIGNED_IN, actor, account.name(), "", actor, "", clock.instant()));
    }

    private Outcome wrong(String login) {
        recordRefusal(IdentityAct.SIGN_IN_FAILED, login);
        return new Outcome.Wrong();
    }

    private Outcome tooMany(String login, Attempts.Refused refused) {
        if (refused.first()) recordRefusal(IdentityAct.SIGN_IN_LOCKED, login);
        return new Outcome.TooMany(refused.until());
    }

    /** The same line whether or not the login exists; it names its hash, for people type passwords into this field. */
    private void recordRefusal(IdentityAct act, String login) {
        var line = new AuditEvent(act, "system:identity", "", "", Attempts.subjectOfLogin(login), "", clock.instant());
        transaction.executeWithoutResult(_ -> audit.record(line));
    }
}
