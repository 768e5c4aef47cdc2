package yici.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.jurisdiction.Period;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.kit.NotFound;

/**
 * A member of staff has lost password or second factor. Who may manage the post asks, a second person confirms, and who asked gives a first
 * password; everything the person had is void, and posts count again only with a password and a second factor of the person's own.
 */
@Component
class ResetStaff {

    sealed interface Asked {
        record Waits() implements Asked {}

        /** Another administrator does that for oneself. */
        record Oneself() implements Asked {}

        record NobodyToConfirm() implements Asked {}
    }

    sealed interface Outcome {
        /** @param password shown this once */
        record Reset(Account account, String password) implements Outcome {}

        /** Done already, withdrawn or run out. */
        record TooLate() implements Outcome {}
    }

    private final FourEyes fourEyes;
    private final Policy policy;
    private final Posts posts;
    private final TellOwner tellOwner;
    private final Accounts accounts;
    private final Passwords passwords;
    private final VoidFactors voidFactors;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResetStaff(
            FourEyes fourEyes,
            Policy policy,
            Posts posts,
            TellOwner tellOwner,
            Accounts accounts,
            Passwords passwords,
            VoidFactors voidFactors,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.fourEyes = fourEyes;
        this.policy = policy;
        this.posts = posts;
        this.tellOwner = tellOwner;
        this.accounts = accounts;
        this.passwords = passwords;
        this.voidFactors = voidFactors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param post one the person holds and this administrator manages */
    Asked ask(SignedIn me, Post post) {
        policy.check(me, Deed.SEE_POST, EndPost.thing(post));
        if (post.account().equals(me.person())) return new Asked.Oneself();
        var account = managed(me, post);
        var typed = new AppointStaff.Appointment(
                account.login(),
                account.name(),
                "",
                post.role(),
                post.area(),
                post.body().orElse(""),
                "",
                "");
        return fourEyes.ask(me, Countersign.Kind.RESET, Optional.of(account.id()), typed)
                .<Asked>map(_ -> new Asked.Waits())
                .orElseGet(Asked.NobodyToConfirm::new);
    }

    /** What the form says is believed of nobody: the post has to be held. */
    private Account managed(SignedIn me, Post post) {
        policy.check(me, Deed.MANAGE_POST, EndPost.thing(post));
        boolean held = posts.ever(post.account()).stream()
                .filter(other -> other.role() == post.role()
                        && other.area().equals(post.area())
                        && other.body().equals(post.body()))
                .anyMatch(other -> other.period().meets(Period.from(clock.instant())));
        if (!held) throw new Forbidden("reset " + post.account());
        return accounts.find(post.account())
                .filter(account -> account.kind() == SignedIn.Kind.STAFF)
                .orElseThrow(() -> new NotFound("account " + post.account()));
    }

    /** Once a second person has confirmed it. */
    Outcome reset(SignedIn me, Countersign confirmed) {
        var account = managed(me, confirmed.post());
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
        var password = AppointStaff.randomPassword();
        var hash = passwords.hash(password); // takes long, so no transaction is open
        return transaction.execute(_ -> {
            if (!fourEyes.use(me, confirmed)) return new Outcome.TooLate();
            accounts.giveTemporaryPassword(account.id(), hash);
            voidFactors.of(account.id());
            tellOwner.tell(account.id(), "identity.notice.reset", Language.ZH, "");
            audit.record(me.did(
                    IdentityAct.STAFF_RESET,
                    "account:" + account.id(),
                    "countersign:" + confirmed.id(),
                    clock.instant()));
            return new Outcome.Reset(account, password);
        });
    }
}
