package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.Language;

/** From login and password to a session. */
@Component
class SignIn {

    sealed interface Outcome {
        record Welcome(SignedIn who, Token token) implements Outcome {}

        /** The password was right; the account asks for a second factor. */
        record Half(Token token) implements Outcome {}

        /** Unknown login and wrong password look and last the same. */
        record Wrong() implements Outcome {}

        record TooMany(Instant waitUntil) implements Outcome {}
    }

    /**
     * @param address the network address the request came from
     * @param device the browser as it names itself
     * @param browser by which it is known again
     * @param language of what may have to be written to the person
     */
    record From(String address, String device, Optional<Token> oldSession, Optional<Token> browser, Language language) {

        From(String address, String device, Optional<Token> oldSession) {
            this(address, device, oldSession, Optional.empty(), Language.ZH);
        }

        /** Names the browser if this login's person has used it before; empty for a stranger's. */
        String knownBy(Devices devices, String login) {
            return browser.filter(key -> devices.knows(login, key))
                    .map(Token::value)
                    .orElse("");
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Devices devices;
    private final OpenSession open;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Devices devices,
            OpenSession open,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.open = open;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome signIn(String typedLogin, String password, From from) {
        var login = Accounts.loginOf(typedLogin);
        var known = from.knownBy(devices, login);
        var refused = transaction.execute(_ -> attempts.count(login, from.address(), known));
        if (refused.isPresent()) return tooMany(login, refused.get());

        var account = matching(login, password); // takes long, so no transaction is open
        return account.isPresent() ? welcome(account.get(), login, known, from) : wrong(login);
    }

    private Optional<Account> matching(String login, String password) {
        var known = accounts.byLogin(login).filter(found -> !found.hash().isEmpty()); // else nobody signs in as it
        if (known.isEmpty()) {
            passwords.pretendToMatch(password);
            return Optional.empty();
        }
        return known.filter(found -> passwords.matches(password, found.hash())).map(Accounts.WithPassword::account);
    }

    private Outcome welcome(Account account, String login, String known, From from) {
        return transaction.execute(_ -> {
            attempts.forgive(login, from.address(), known);
            return switch (open.open(account, Proof.Method.PASSWORD, "", from)) {
                case OpenSession.Opened.Welcome(var who, var token) -> new Outcome.Welcome(who, token);
                case OpenSession.Opened.Half(var token) -> new Outcome.Half(token);
            };
        });
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
