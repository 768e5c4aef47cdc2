package yici.upstream;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Entrance;
import yici.identity.Proofing;
import yici.identity.Proofings;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Document;
import yici.kit.Language;

/**
 * Makes an account here and one elsewhere known as one person's, after both were shown by the same browser just now. What the other
 * provider says of the person decides against it, never for it: the same name, mail or telephone alone links nothing.
 */
@Component
class LinkAccount {

    sealed interface Outcome {
        record Linked() implements Outcome {}

        /** @param words key of what to tell the person */
        record Refused(String words) implements Outcome {}
    }

    private final Links links;
    private final Entrance entrance;
    private final Proofings proofings;
    private final AuditLog audit;
    private final Clock clock;

    LinkAccount(Links links, Entrance entrance, Proofings proofings, AuditLog audit, Clock clock) {
        this.links = links;
        this.entrance = entrance;
        this.proofings = proofings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws yici.identity.StepUp when the person has not shown just now who they are */
    void mayChange(SignedIn me) {
        entrance.requireForOwnAccount(me);
    }

    /** @param me who was shown here just now: see {@link #mayChange} */
    @Transactional
    Outcome link(SignedIn me, Attested who, Language language) {
        var account = entrance.account(me.person());
        if (account.kind() != who.provider().kind()) return new Outcome.Refused("upstream.wrong.kind");
        if (isSomebodyElse(account, who)) return refused(me, who);
        if (!links.add(who, account.id(), clock.instant())) {
            return links.account(who).equals(Optional.of(account.id()))
                    ? new Outcome.Linked()
                    : new Outcome.Refused("upstream.wrong.taken");
        }
        proof(account, who);
        var name = who.provider().name().in(language);
        audit.record(me.did(UpstreamAct.LINKED, me.asActor(), who.provider().id(), clock.instant()));
        entrance.factorsChanged(account.id(), "upstream.notice.linked", name, language);
        return new Outcome.Linked();
    }

    private static boolean isSomebodyElse(Account account, Attested who) {
        return !who.number().isEmpty() && !account.number().isEmpty() && !hasNumberOf(account, who);
    }

    /** As the account keeps it, with the kind of document, or the plain number. */
    private static boolean hasNumberOf(Account account, Attested who) {
        return who.number().equalsIgnoreCase(account.number())
                || account.kind() == SignedIn.Kind.PERSON
                        && who.number()
                                .equalsIgnoreCase(Document.of(account.number()).number());
    }

    private Outcome refused(SignedIn me, Attested who) {
        audit.record(me.did(UpstreamAct.REFUSED, me.asActor(), who.provider().id(), clock.instant()));
        return new Outcome.Refused("upstream.wrong.another-person");
    }

    /** Name and number agree to the letter: the province knows this account as well as the other provider does. */
    private void proof(Account account, Attested who) {
        boolean agrees = !who.number().isEmpty()
                && hasNumberOf(account, who)
                && account.name().equals(who.name());
        if (!agrees || who.level() == Trust.LEVEL_2) return;
        proofings.add(
                account.id(),
                new Proofing(
                        Proofing.Method.UPSTREAM,
                        who.level(),
                        clock.instant(),
                        who.provider().id(),
                        Optional.empty()),
                "");
    }

    /** @throws yici.identity.StepUp when the person has not shown just now who they are */
    @Transactional
    void unlink(SignedIn me, Provider provider, Language language) {
        mayChange(me);
        if (!links.remove(me.person(), provider.id())) return;
        audit.record(me.did(UpstreamAct.UNLINKED, me.asActor(), provider.id(), clock.instant()));
        entrance.factorsChanged(
                me.person(), "upstream.notice.unlinked", provider.name().in(language), language);
    }
}
