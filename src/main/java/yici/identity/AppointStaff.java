package yici.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.Ids;

/** An administrator gives a member of staff a post in the own area or below: a new account, or one that is there already. */
@Component
class AppointStaff {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz23456789";

    sealed interface Outcome {
        /** @param password shown this once; counts for nothing but choosing another */
        record NewAccount(Account account, String password) implements Outcome {}

        record PostAdded(Account account) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    /** @param body empty for an administrator */
    record Appointment(String login, String name, Post.Role role, String area, String body) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final Areas areas;
    private final Bodies bodies;
    private final Posts posts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppointStaff(
            Accounts accounts,
            Passwords passwords,
            Areas areas,
            Bodies bodies,
            Posts posts,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.areas = areas;
        this.bodies = bodies;
        this.posts = posts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome appoint(SignedIn me, Appointment typed) {
        if (!me.administersIn(areas, typed.area())) throw new Forbidden("appoint in " + typed.area());

        var flaws = new Flaws();
        var login = flaws.staffLogin("login", typed.login());
        var known =
                flaws.none() ? accounts.byLogin(login).map(Accounts.WithPassword::account) : Optional.<Account>empty();
        var name = known.isPresent() ? known.get().name() : flaws.name("name", typed.name());
        if (known.filter(account -> account.kind() != SignedIn.Kind.STAFF).isPresent())
            flaws.add("login", "identity.staff.login-of-citizen");
        if (typed.role() == Post.Role.OFFICER && isNoBodyOf(typed.area(), typed.body()))
            flaws.add("body", "identity.staff.body-empty");
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        return known.isPresent() ? addPost(me, known.get(), typed) : addAccount(me, login, name, typed);
    }

    private boolean isNoBodyOf(String area, String body) {
        return bodies.of(area).stream()
                .noneMatch(b -> b.id().equals(body) && b.area().equals(area));
    }

    private Outcome addPost(SignedIn me, Account account, Appointment typed) {
        transaction.executeWithoutResult(_ -> give(me, account, typed));
        return new Outcome.PostAdded(account);
    }

    private Outcome addAccount(SignedIn me, String login, String name, Appointment typed) {
        var account = new Account(Ids.fresh(clock), SignedIn.Kind.STAFF, login, name, "", "", "", "", "");
        var password = randomPassword();
        var hash = passwords.hash(password); // takes long, so no transaction is open
        try {
            transaction.executeWithoutResult(_ -> {
                accounts.addWithTemporaryPassword(account, hash, clock.instant());
                record(IdentityAct.STAFF_ADDED, me, account, login);
                give(me, account, typed);
            });
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of("login", "identity.staff.login-taken"));
        }
        return new Outcome.NewAccount(account, password);
    }

    private void give(SignedIn me, Account account, Appointment typed) {
        var body = Optional.of(typed.body()).filter(_ -> typed.role() == Post.Role.OFFICER);
        var post = new Post(account.id(), typed.role(), typed.area(), body);
        if (!posts.giveWithin(me.administers(), post)) throw new Forbidden("give " + post);
        record(IdentityAct.POST_GIVEN, me, account, typed.role() + " " + body.orElse(typed.area()));
    }

    private void record(IdentityAct act, SignedIn me, Account account, String what) {
        audit.record(me.did(act, "account:" + account.id(), what, clock.instant()));
    }

    /** Four groups of four, read out over a desk without mistakes; some 79 bits. */
    private static String randomPassword() {
        return List.of(1, 2, 3, 4).stream()
                .map(_ -> RANDOM.ints(4, 0, EASY_TO_READ.length())
                        .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
