package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Period;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.IdNumber;
import yici.kit.Ids;

/** The first security administrator opens the own account, with the key from the console. The post counts once a second factor is set up. */
@Component
class OpenFirst {

    static final int TRIES = 20;

    sealed interface Outcome {
        record Done(Token token) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}

        /** Wrong, used, run out, or there is one meanwhile. */
        record NoWayIn() implements Outcome {}

        record TooMany(Instant until) implements Outcome {}
    }

    record Typed(String login, String name, String number, String password) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    private final FirstWayIn wayIn;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Areas areas;
    private final Posts posts;
    private final OpenSession openSession;
    private final Attempts attempts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenFirst(
            FirstWayIn wayIn,
            Accounts accounts,
            Passwords passwords,
            Areas areas,
            Posts posts,
            OpenSession openSession,
            Attempts attempts,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.wayIn = wayIn;
        this.accounts = accounts;
        this.passwords = passwords;
        this.areas = areas;
        this.posts = posts;
        this.openSession = openSession;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean opens(String key) {
        return wayIn.opens(new Token(key));
    }

    Outcome open(String key, Typed typed, SignIn.From from) {
        var refused = transaction.execute(_ -> attempts.countOf("first-way-in", TRIES));
        if (refused.isPresent()) return new Outcome.TooMany(refused.get().until());
        if (!opens(key)) return new Outcome.NoWayIn();

        var flaws = new Flaws();
        var login = flaws.staffLogin("login", typed.login());
        if (flaws.none() && accounts.loginTaken(login)) flaws.add("login", "identity.staff.login-taken");
        var name = flaws.name("name", typed.name());
        var number = number(flaws, typed.number());
        flaws.password("password", typed.password(), login, number, name);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        var account = new Account(Ids.fresh(clock), SignedIn.Kind.STAFF, login, name, "", "", "", "", "");
        var hash = passwords.hash(typed.password()); // takes long, so no transaction is open
        try {
            return transaction
                    .execute(_ -> opened(new Token(key), account, number, hash, from))
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(Outcome.NoWayIn::new);
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of("login", "identity.staff.login-taken"));
        }
    }

    private String number(Flaws flaws, String typed) {
        return switch (IdNumber.read(typed)) {
            case IdNumber.Reading.Good(var number) -> {
                if (accounts.staffNumberTaken(number)) flaws.add("number", "identity.staff.number-taken");
                yield number;
            }
            case IdNumber.Reading.Flawed _ -> {
                flaws.add("number", "identity.staff.number-" + (typed.isBlank() ? "empty" : "wrong"));
                yield "";
            }
        };
    }

    private Optional<Token> opened(Token key, Account account, String number, String hash, SignIn.From from) {
        if (!wayIn.use(key)) return Optional.empty();

        var now = clock.instant();
        var province = areas.province().code();
        accounts.add(account, hash, now);
        accounts.nameStaffNumber(account.id(), number);
        posts.give(new Post(account.id(), Post.Role.SECURITY_ADMIN, province, Optional.empty(), Period.from(now)));
        var subject = "account:" + account.id();
        audit.record(
                new AuditEvent(IdentityAct.STAFF_ADDED, "system:console", "", "", subject, account.login(), now),
                new AuditEvent(
                        IdentityAct.POST_GIVEN,
                        "system:console",
                        "",
                        "",
                        subject,
                        Post.Role.SECURITY_ADMIN + " " + province,
                        now));
        return Optional.of(
                openSession.open(account, Proof.Method.PASSWORD, "", from).token());
    }
}
