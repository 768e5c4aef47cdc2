package yici.identity;

import static yici.identity.Thing.Trait.AREA;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.IdNumber;
import yici.kit.Ids;
import yici.kit.View;

/**
 * A regional administrator gives a member of staff a post in the own area or below, the security administrator one to an administrator: with a new
 * account, or to one that is there already. A person has one staff account, so duties that exclude each other meet there.
 */
@Component
class AppointStaff {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final String EXCLUDED = "identity.staff.duties-exclude";
    private static final Optional<Account> NOBODY = Optional.empty();

    sealed interface Outcome {
        /** @param password shown this once; counts for nothing but choosing another */
        record NewAccount(Account account, String password) implements Outcome {}

        record PostAdded(Account account) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}

        /** A second person has to confirm it. */
        record Waits() implements Outcome {}

        record NobodyToConfirm() implements Outcome {}

        /** It was confirmed, and is done already, withdrawn or run out. */
        record TooLate() implements Outcome {}
    }

    /** Who holds these could undo what holds everybody else, so nobody gives them alone. */
    private static final Set<Post.Role> BY_TWO = Set.of(Post.Role.SECURITY_ADMIN, Post.Role.AUDIT_ADMIN);

    /**
     * As typed.
     *
     * @param number the person's ID number, for an account that has none yet
     * @param body empty for an administrator
     * @param from the first day; empty for today
     * @param until the last day; empty until further notice
     */
    record Appointment(
            String login,
            String name,
            String number,
            Post.Role role,
            String area,
            String body,
            String from,
            String until) {}

    private final FourEyes fourEyes;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Policy policy;
    private final Bodies bodies;
    private final Posts posts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppointStaff(
            FourEyes fourEyes,
            Accounts accounts,
            Passwords passwords,
            Policy policy,
            Bodies bodies,
            Posts posts,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.fourEyes = fourEyes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.bodies = bodies;
        this.posts = posts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome appoint(SignedIn me, Appointment typed) {
        return appoint(me, typed, Optional.empty());
    }

    /** Once a second person has confirmed it; everything is looked at again. */
    Outcome appoint(SignedIn me, Countersign confirmed) {
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var typed = confirmed.typed();
        var today = LocalDate.now(clock.withZone(View.ZONE)).toString();
        var from = typed.from().compareTo(today) < 0 ? "" : typed.from();
        return appoint(
                me,
                new Appointment(
                        typed.login(),
                        typed.name(),
                        typed.number(),
                        typed.role(),
                        typed.area(),
                        typed.body(),
                        from,
                        typed.until()),
                Optional.of(confirmed));
    }

    private Outcome appoint(SignedIn me, Appointment typed, Optional<Countersign> confirmed) {
        policy.check(
                me,
                Deed.MANAGE_POST,
                new Thing("", typed.body(), typed.area(), typed.role().name()));

        var flaws = new Flaws();
        var login = flaws.staffLogin("login", typed.login());
        var known = flaws.none() ? accounts.byLogin(login).map(Accounts.WithPassword::account) : NOBODY;
        if (known.filter(account -> account.kind() != SignedIn.Kind.STAFF).isPresent())
            flaws.add("login", "identity.staff.login-of-citizen");
        if (known.filter(account -> account.id().equals(me.person())).isPresent())
            flaws.add("login", "identity.staff.login-own");
        var name = known.isPresent() ? known.get().name() : flaws.name("name", typed.name());
        var number = number(flaws, known, typed);
        if (typed.role() == Post.Role.OFFICER && isNoBodyOf(typed.area(), typed.body()))
            flaws.add("body", "identity.staff.body-empty");
        var period = TypedPeriod.read(flaws, typed.from(), typed.until(), clock);
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        var account = known.orElseGet(
                () -> new Account(Ids.fresh(clock), SignedIn.Kind.STAFF, login, name, "", "", "", "", ""));
        var body = Optional.of(typed.body()).filter(_ -> typed.role() == Post.Role.OFFICER);
        var post = new Post(account.id(), typed.role(), typed.area(), body, period);
        var clash = known.isPresent() ? clash(post) : Map.<String, String>of();
        if (!clash.isEmpty()) return new Outcome.Flawed(clash);
        if (confirmed.isEmpty() && takesTwo(me, typed)) return ask(me, known, typed);
        return known.isPresent()
                ? addPost(me, account, number, post, confirmed)
                : addAccount(me, account, number, post, confirmed);
    }

    /** The first audit administrator, while nobody is there to confirm anything, is given by one: who then confirms. */
    private boolean takesTwo(SignedIn me, Appointment typed) {
        if (!BY_TWO.contains(typed.role())) return false;
        return typed.role() == Post.Role.SECURITY_ADMIN || fourEyes.anybodyFor(me, typed.area());
    }

    private Outcome ask(SignedIn me, Optional<Account> known, Appointment typed) {
        return fourEyes.ask(me, Countersign.Kind.APPOINT, known.map(Account::id), typed)
                .<Outcome>map(_ -> new Outcome.Waits())
                .orElseGet(Outcome.NobodyToConfirm::new);
    }

    private Map<String, String> clash(Post post) {
        var held = posts.ever(post.account());
        if (held.stream().anyMatch(post::excludes)) return Map.of("role", EXCLUDED);
        return held.stream().anyMatch(post::repeats) ? Map.of("from", "identity.staff.post-held") : Map.of();
    }

    /** Asked once of each person; empty when the account has one. */
    private String number(Flaws flaws, Optional<Account> known, Appointment typed) {
        if (known.filter(account -> !accounts.staffNumber(account.id()).isEmpty())
                .isPresent()) return "";
        return switch (IdNumber.read(typed.number())) {
            case IdNumber.Reading.Good(var number) -> {
                if (accounts.staffNumberTaken(number)) flaws.add("number", "identity.staff.number-taken");
                yield number;
            }
            case IdNumber.Reading.Flawed _ -> {
                flaws.add("number", "identity.staff.number-" + (typed.number().isBlank() ? "empty" : "wrong"));
                yield "";
            }
        };
    }

    private boolean isNoBodyOf(String area, String body) {
        return bodies.of(area).stream()
                .noneMatch(b -> b.id().equals(body) && b.area().equals(area));
    }

    private Outcome addPost(SignedIn me, Account account, String number, Post post, Optional<Countersign> confirmed) {
        try {
            return transaction.execute(_ -> {
                if (!isStill(me, confirmed)) return new Outcome.TooLate();
                if (!number.isEmpty()) accounts.nameStaffNumber(account.id(), number);
                give(me, post, confirmed);
                return new Outcome.PostAdded(account);
            });
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of("number", "identity.staff.number-taken"));
        } catch (DataIntegrityViolationException atTheSameMoment) { // the database holds the rule too
            return new Outcome.Flawed(Map.of("role", EXCLUDED));
        }
    }

    private boolean isStill(SignedIn me, Optional<Countersign> confirmed) {
        return confirmed.map(one -> fourEyes.use(me, one)).orElse(true);
    }

    private Outcome addAccount(
            SignedIn me, Account account, String number, Post post, Optional<Countersign> confirmed) {
        var password = randomPassword();
        var hash = passwords.hash(password); // takes long, so no transaction is open
        try {
            return transaction.execute(_ -> {
                if (!isStill(me, confirmed)) return new Outcome.TooLate();
                accounts.addWithTemporaryPassword(account, hash, clock.instant());
                accounts.nameStaffNumber(account.id(), number);
                record(IdentityAct.STAFF_ADDED, me, account.id(), account.login());
                give(me, post, confirmed);
                return new Outcome.NewAccount(account, password);
            });
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Outcome.Flawed(Map.of("login", "identity.staff.login-taken"));
        }
    }

    private void give(SignedIn me, Post post, Optional<Countersign> confirmed) {
        if (!posts.giveWithin(policy.reach(me, Deed.MANAGE_POST).each(AREA), post)) throw new Forbidden("give " + post);
        record(
                IdentityAct.POST_GIVEN,
                me,
                post.account(),
                post.role() + " " + post.body().orElse(post.area()) + TypedPeriod.words(post.period())
                        + confirmed.map(one -> " countersign:" + one.id()).orElse(""));
    }

    private void record(IdentityAct act, SignedIn me, UUID account, String what) {
        audit.record(me.did(act, "account:" + account, what, clock.instant()));
    }

    /** Four groups of four, read out over a desk without mistakes; some 79 bits. */
    static String randomPassword() {
        return List.of(1, 2, 3, 4).stream()
                .map(_ -> RANDOM.ints(4, 0, EASY_TO_READ.length())
                        .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
