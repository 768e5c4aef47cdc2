package yici.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Bodies;
import yici.kit.Document;
import yici.kit.Ids;
import yici.kit.Language;
import yici.notification.Channel;

/**
 * A citizen has lost telephone, app and paper and stands at a counter. The officer compares person and document; every known contact is told, and
 * for a day whoever still has the account can stop it. Then the citizen goes on alone, with the receipt and the new telephone.
 */
@Component
class AskBack {

    static final Duration WAIT = Duration.ofDays(1);
    static final Duration GOOD_FOR = Duration.ofDays(8);

    private static final String EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LETTERS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    sealed interface Outcome {
        /** @param receipt shown this once */
        record Given(CounterRecovery recovery, String name, String receipt) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    private final ProofAtCounter proofAtCounter;
    private final CounterRecoveries recoveries;
    private final Accounts accounts;
    private final Reached reached;
    private final Ways ways;
    private final Policy policy;
    private final Bodies bodies;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    AskBack(
            ProofAtCounter proofAtCounter,
            CounterRecoveries recoveries,
            Accounts accounts,
            Reached reached,
            Ways ways,
            Policy policy,
            Bodies bodies,
            TellOwner tellOwner,
            AuditLog audit,
            Clock clock) {
        this.proofAtCounter = proofAtCounter;
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.reached = reached;
        this.ways = ways;
        this.policy = policy;
        this.bodies = bodies;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome ask(SignedIn officer, ProofAtCounter.Typed typed, String typedPhone, Language language) {
        policy.check(officer, Deed.HELP_AT_COUNTER);
        var flaws = new Flaws();
        var found = proofAtCounter.look(typed, flaws);
        var phone = flaws.phone("phone", typedPhone);
        if (found.filter(known -> isOfficers(officer, known.account())).isPresent())
            flaws.add("number", "identity.ask-back.own");
        if (found.isEmpty() || !flaws.none()) return new Outcome.Flawed(flaws.byField());
        officer.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());

        proofAtCounter.record(officer, found.get());
        return given(officer, found.get().account(), phone, language);
    }

    /** Nobody hands an account to oneself. */
    private boolean isOfficers(SignedIn officer, Account account) {
        return Document.of(account.number()).number().equals(accounts.staffNumber(officer.person()));
    }

    private Outcome given(SignedIn officer, Account account, String phone, Language language) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        var opens = isInUse(account) ? now.plus(WAIT) : now;
        var counter = policy.reach(officer, Deed.HELP_AT_COUNTER)
                .each(Thing.Trait.BODY)
                .getFirst();
        var asked = new CounterRecovery(
                Ids.fresh(clock), account.id(), phone, officer.person(), counter, now, opens, now.plus(GOOD_FOR));
        var receipt = freshReceipt();
        recoveries.add(asked, receipt);
        var masked = Channel.SMS.masked(phone);
        tellOwner.tell(account.id(), "identity.notice.ask-back", language, masked);
        audit.record(officer.did(
                IdentityAct.RECOVERY_ASKED,
                "account:" + account.id(),
                masked + " " + bodies.get(counter).name().zh(),
                now));
        return new Outcome.Given(asked, account.name(), receipt);
    }

    /** Somebody who could object: an account that nobody ever signed in to has nobody. */
    private boolean isInUse(Account account) {
        return accounts.passwordHash(account.id())
                        .filter(hash -> !hash.isEmpty())
                        .isPresent()
                || reached.at(account.id(), Channel.SMS).isPresent()
                || reached.at(account.id(), Channel.MAIL).isPresent()
                || ways.hasSecond(account.id());
    }

    /** By whoever still has the account. */
    @Transactional
    public void stop(SignedIn me) {
        if (recoveries.stop(me.person()))
            audit.record(me.did(IdentityAct.RECOVERY_STOPPED, me.asActor(), "", clock.instant()));
    }

    private static String freshReceipt() {
        return RANDOM.ints(LETTERS, 0, EASY_TO_READ.length())
                .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
