package yici.identity;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.jurisdiction.Post;
import yici.kit.NotFound;

/**
 * A member of staff has lost password or second factor. Who may manage the post gives a first password; everything the person had is void, and
 * posts count again only with a password and a second factor of the person's own.
 */
@Component
class ResetStaff {

    sealed interface Outcome {
        /** @param password shown this once */
        record Reset(Account account, String password) implements Outcome {}

        /** Another administrator does that for oneself. */
        record Oneself() implements Outcome {}
    }

    private final Policy policy;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Apps apps;
    private final RecoveryCodes papers;
    private final Devices devices;
    private final Ways ways;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResetStaff(
            Policy policy,
            Accounts accounts,
            Passwords passwords,
            Apps apps,
            RecoveryCodes papers,
            Devices devices,
            Ways ways,
            Sessions sessions,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.policy = policy;
        this.accounts = accounts;
        this.passwords = passwords;
        this.apps = apps;
        this.papers = papers;
        this.devices = devices;
        this.ways = ways;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param post one the person holds and this administrator manages */
    Outcome reset(SignedIn me, Post post) {
        policy.check(me, Deed.SEE_POST, EndPost.thing(post));
        if (post.account().equals(me.person())) return new Outcome.Oneself();
        policy.check(me, Deed.MANAGE_POST, EndPost.thing(post));
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());

        var account = accounts.find(post.account()).orElseThrow(() -> new NotFound("account " + post.account()));
        var password = AppointStaff.randomPassword();
        var hash = passwords.hash(password); // takes long, so no transaction is open
        transaction.executeWithoutResult(_ -> {
            accounts.giveTemporaryPassword(account.id(), hash);
            forgetFactors(account.id());
            sessions.closeAll(account.id());
            audit.record(me.did(IdentityAct.STAFF_RESET, "account:" + account.id(), "", clock.instant()));
        });
        return new Outcome.Reset(account, password);
    }

    private void forgetFactors(UUID account) {
        apps.removeAll(account);
        papers.removeAll(account);
        devices.forgetAll(account);
        ways.changed(account);
    }
}
