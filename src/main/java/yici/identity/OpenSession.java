package yici.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/** What every way of signing in ends with, in one transaction with what proved the person. */
@Component
class OpenSession {

    /** A factor the account asks for as well; until it is shown the session is nobody's. */
    sealed interface Opened {
        Token token();

        record Welcome(SignedIn who, Token token) implements Opened {}

        record Half(Token token) implements Opened {}
    }

    private final Sessions sessions;
    private final Devices devices;
    private final Attempts attempts;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    OpenSession(
            Sessions sessions, Devices devices, Attempts attempts, TellOwner tellOwner, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.devices = devices;
        this.attempts = attempts;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    Opened open(Account account, Proof.Method method, String authenticator, SignIn.From from) {
        var proof = new Proof(method, clock.instant(), authenticator);
        var token = again(account, proof, from).orElseGet(() -> {
            from.oldSession().ifPresent(sessions::close);
            return sessions.open(account.id(), proof, from.device());
        });
        sessions.sweep();
        attempts.sweep();
        var who = sessions.of(token);
        if (who.isEmpty()) return new Opened.Half(token);

        arrived(account.id(), account.name(), from);
        return new Opened.Welcome(who.get(), token);
    }

    /** Whoever is signed in and shows it once more goes on in the same session: elsewhere, where they signed on, nothing ends. */
    private Optional<Token> again(Account account, Proof proof, SignIn.From from) {
        return from.oldSession()
                .filter(old -> sessions.of(old)
                        .filter(me -> me.person().equals(account.id()))
                        .isPresent())
                .flatMap(old -> sessions.proved(old, proof));
    }

    /** Everything that was asked for has been shown. */
    void arrived(UUID account, String name, SignIn.From from) {
        var actor = "account:" + account;
        audit.record(new AuditEvent(IdentityAct.SIGNED_IN, actor, name, "", actor, "", clock.instant()));
        from.browser().ifPresent(browser -> {
            if (devices.note(account, browser, from.device()) == Devices.Seen.NEW)
                tellOwner.tell(account, "identity.notice.new-device", from.language(), from.device());
        });
    }
}
