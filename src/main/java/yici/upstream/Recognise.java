package yici.upstream;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.identity.SignedIn;
import yici.kit.Language;

/** Somebody comes back from another provider: who is it, and what did they go for? */
@Component
class Recognise {

    private static final Logger log = LoggerFactory.getLogger(Recognise.class);

    sealed interface Outcome {
        record Arrived(UUID account, Attested who) implements Outcome {}

        /** Known there, and nobody's account here. */
        record Stranger(Attested who) implements Outcome {}

        record Linked() implements Outcome {}

        /** @param kept what was typed before, sealed; may be empty */
        record Proved(UUID account, Attested who, String kept) implements Outcome {}

        /** @param words key of what to tell the person */
        record Problem(String words, boolean down) implements Outcome {}
    }

    private final List<CodeExchange> exchanges;
    private final Links links;
    private final Waiting waiting;
    private final LinkAccount linkAccount;
    private final Outages outages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recognise(
            List<CodeExchange> exchanges,
            Links links,
            Waiting waiting,
            LinkAccount linkAccount,
            Outages outages,
            TransactionTemplate transaction,
            Clock clock) {
        this.exchanges = exchanges;
        this.links = links;
        this.waiting = waiting;
        this.linkAccount = linkAccount;
        this.outages = outages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The address to send the person to; empty when the provider does not answer. */
    Optional<String> enter(Provider provider, Visit visit, String redirect) {
        var address = of(provider).enter(provider, visit, redirect);
        if (address.isEmpty()) outages.note(provider);
        return address;
    }

    /**
     * @param me who is signed in here, if anybody
     * @param atDoor who is asked for more, if anybody
     */
    Outcome back(
            Provider provider,
            Visit visit,
            CodeExchange.Answer answer,
            String redirect,
            Optional<SignedIn> me,
            Optional<UUID> atDoor,
            Language language) {
        return switch (of(provider)
                .exchange(provider, visit, answer, redirect)) { // takes long, so no transaction is open
            case CodeExchange.Outcome.Down _ -> {
                outages.note(provider);
                yield new Outcome.Problem("upstream.wrong.down", true);
            }
            case CodeExchange.Outcome.Refused(var why) -> {
                log.warn("{} was not believed: {}", provider.id(), why);
                yield new Outcome.Problem("upstream.wrong.refused", false);
            }
            case CodeExchange.Outcome.Known(var who) -> {
                outages.answered(provider);
                yield transaction.execute(_ -> known(visit, who, me, atDoor, language));
            }
        };
    }

    private Outcome known(Visit visit, Attested who, Optional<SignedIn> me, Optional<UUID> atDoor, Language language) {
        return switch (visit.purpose()) {
            case SIGN_IN ->
                links.account(who)
                        .<Outcome>map(account -> arrived(account, who))
                        .orElseGet(() -> new Outcome.Stranger(who));
            case LINK ->
                me.filter(now -> visit.account().equals(Optional.of(now.person())))
                        .map(now -> link(now, who, language))
                        .orElseGet(() -> new Outcome.Problem("upstream.wrong.another-session", false));
            case PROVE -> prove(visit, who, atDoor);
        };
    }

    private Outcome arrived(UUID account, Attested who) {
        links.used(who, clock.instant());
        return new Outcome.Arrived(account, who);
    }

    private Outcome link(SignedIn me, Attested who, Language language) {
        return switch (linkAccount.link(me, who, language)) {
            case LinkAccount.Outcome.Linked _ -> new Outcome.Linked();
            case LinkAccount.Outcome.Refused(var words) -> new Outcome.Problem(words, false);
        };
    }

    private Outcome prove(Visit visit, Attested who, Optional<UUID> atDoor) {
        var account = links.account(who);
        if (account.isEmpty() || !account.equals(visit.account()) || !account.equals(atDoor))
            return new Outcome.Problem("upstream.wrong.not-linked", false);
        links.used(who, clock.instant());
        return new Outcome.Proved(account.get(), who, waiting.take(visit, account.get()));
    }

    private CodeExchange of(Provider provider) {
        return exchanges.stream()
                .filter(exchange -> exchange.protocol() == provider.protocol())
                .findFirst()
                .orElseThrow();
    }
}
