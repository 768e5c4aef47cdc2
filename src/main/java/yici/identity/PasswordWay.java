package yici.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The password once more. */
@Component
class PasswordWay implements Way {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Devices devices;
    private final TransactionTemplate transaction;

    PasswordWay(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Devices devices,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.transaction = transaction;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.PASSWORD;
    }

    @Override
    public boolean ready(UUID account) {
        return true;
    }

    @Override
    public Answer prove(UUID account, String typed, SignIn.From from) {
        var login = accounts.find(account).orElseThrow().login();
        var known = from.knownBy(devices, login);
        var refused = transaction.execute(_ -> attempts.count(login, from.address(), known));
        if (refused.isPresent()) return new Answer.TooMany(refused.get().until());

        if (!passwords.matches(typed, accounts.passwordHash(account).orElseThrow())) return new Answer.Wrong();
        transaction.executeWithoutResult(_ -> attempts.forgive(login, from.address(), known));
        return new Answer.Right("");
    }
}
