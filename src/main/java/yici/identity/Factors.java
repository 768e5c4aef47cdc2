package yici.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.kit.Language;

/** A person adds and removes what they prove themselves with. Each change is told to every channel that reaches them. */
@Component
class Factors {

    private static final int LONGEST_NAME = 40;
    private static final String SETUP = "totp setup";

    sealed interface Added {
        /** @param codes on paper, made together with the first app; else empty */
        record Done(UUID app, List<String> codes) implements Added {}

        record Flawed(Map<String, String> flaws) implements Added {}

        /** The page was open for too long, or is another person's. */
        record Stale() implements Added {}
    }

    private final Ways ways;
    private final Apps apps;
    private final RecoveryCodes recovery;
    private final Vault vault;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    Factors(
            Ways ways,
            Apps apps,
            RecoveryCodes recovery,
            Vault vault,
            TellOwner tellOwner,
            AuditLog audit,
            Clock clock) {
        this.ways = ways;
        this.apps = apps;
        this.recovery = recovery;
        this.vault = vault;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    /** A secret for an app yet to be set up, as the page carries it: nothing is stored for an app that never was. */
    byte[] begin(SignedIn me) {
        ways.requireForOwnAccount(me);
        return vault.lock(SETUP, me.person().toString(), Totp.freshSecret());
    }

    Optional<byte[]> secretOf(SignedIn me, byte[] setup) {
        return vault.open(SETUP, me.person().toString(), setup);
    }

    @Transactional
    Added addApp(SignedIn me, byte[] setup, String typedName, String typedCode, Language language) {
        ways.requireForOwnAccount(me);
        var secret = secretOf(me, setup);
        if (secret.isEmpty()) return new Added.Stale();

        var flaws = new Flaws();
        var name = name(typedName);
        if (name.isEmpty()) flaws.add("name", "identity.app.name-empty");
        if (apps.of(me.person()).size() >= Apps.MOST) flaws.add("name", "identity.app.enough");
        var step = Apps.stepOf(secret.get(), typedCode, clock.instant());
        if (step.isEmpty()) flaws.add("answer", "identity.step-up.wrong.totp");
        if (!flaws.none()) return new Added.Flawed(flaws.byField());

        var id = apps.add(me.person(), name, secret.get(), step.orElseThrow());
        changed(me, IdentityAct.FACTOR_ADDED, "TOTP " + name, "identity.notice.app-added", name, language);
        return new Added.Done(id, recovery.left(me.person()) > 0 ? List.of() : makeCodes(me));
    }

    @Transactional
    void removeApp(SignedIn me, UUID id, Language language) {
        ways.requireForOwnAccount(me);
        apps.remove(me.person(), id)
                .ifPresent(name -> changed(
                        me, IdentityAct.FACTOR_REMOVED, "TOTP " + name, "identity.notice.app-removed", name, language));
    }

    @Transactional
    List<String> renewCodes(SignedIn me, Language language) {
        ways.requireForOwnAccount(me);
        tellOwner.tell(me.person(), "identity.notice.recovery-codes", language, "");
        return makeCodes(me);
    }

    private List<String> makeCodes(SignedIn me) {
        audit.record(me.did(IdentityAct.RECOVERY_CODES_MADE, me.asActor(), "", clock.instant()));
        return recovery.renew(me.person());
    }

    private void changed(SignedIn me, IdentityAct act, String what, String notice, String argument, Language language) {
        ways.changed(me.person());
        tellOwner.tell(me.person(), notice, language, argument);
        audit.record(me.did(act, me.asActor(), what, clock.instant()));
    }

    private static String name(String typed) {
        var name = typed.replaceAll("[\\p{Cntrl}<>]", "").strip();
        return name.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As the page shows them. */
    record Mine(
            List<Apps.App> apps,
            int recoveryCodes,
            Optional<String> phone,
            Optional<String> mail,
            boolean owed,
            boolean hasStaffFactor) {}
}
