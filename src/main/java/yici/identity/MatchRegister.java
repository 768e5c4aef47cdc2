package yici.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.kit.Document;
import yici.kit.Patience;

/**
 * Document, name and phone of an account are compared with the population base; agree all three, it is a real name and of level 3. A register
 * that is down, does not know the document or answers strangely leaves everything as it is: there is the counter.
 */
@Component
class MatchRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    enum Outcome {
        MATCHED,
        DIFFERENT_NAME,
        DIFFERENT_PHONE,
        NOT_KNOWN,
        NOT_AVAILABLE
    }

    private final List<PopulationBase> registers;
    private final Accounts accounts;
    private final Proofings proofings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MatchRegister(
            List<PopulationBase> registers,
            Accounts accounts,
            Proofings proofings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.registers = registers;
        this.accounts = accounts;
        this.proofings = proofings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome match(UUID person) {
        var account = accounts.find(person).filter(a -> a.kind() == SignedIn.Kind.PERSON);
        if (account.isEmpty()) return Outcome.NOT_KNOWN;
        var answer = ask(account.get()); // before the transaction: a slow one must not hold a connection
        var outcome = read(answer);
        transaction.executeWithoutResult(_ -> record(account.get(), outcome));
        return outcome;
    }

    private PopulationBase.Answer ask(Account account) {
        var document = Document.of(account.number());
        return registers.stream()
                .map(register -> Patience.ask(
                        PATIENCE,
                        "population base",
                        () -> register.compare(document, account.name(), account.phone()),
                        new PopulationBase.Answer.Unavailable()))
                .findFirst()
                .orElseGet(PopulationBase.Answer.Unavailable::new);
    }

    /** Only an answer that says of all three that they agree raises anybody. */
    private static Outcome read(PopulationBase.Answer answer) {
        return switch (answer) {
            case PopulationBase.Answer.Agrees(var factors) ->
                factors.containsAll(Set.of(PopulationBase.Factor.values())) ? Outcome.MATCHED : Outcome.NOT_KNOWN;
            case PopulationBase.Answer.Differs(var factors) ->
                factors.equals(Set.of(PopulationBase.Factor.PHONE)) ? Outcome.DIFFERENT_PHONE : Outcome.DIFFERENT_NAME;
            case PopulationBase.Answer.Unknown _ -> Outcome.NOT_KNOWN;
            case PopulationBase.Answer.Unavailable _ -> Outcome.NOT_AVAILABLE;
        };
    }

    private void record(Account account, Outcome outcome) {
        var who = "account:" + account.id();
        boolean matched = outcome == Outcome.MATCHED;
        if (matched)
            proofings.add(
                    account.id(),
                    new Proofing(
                            Proofing.Method.REGISTER_MATCH,
                            Trust.LEVEL_3,
                            clock.instant(),
                            "population base",
                            Optional.empty()),
                    Set.of(PopulationBase.Factor.values()).stream()
                            .map(Enum::name)
                            .sorted()
                            .collect(Collectors.joining(" ")));
        audit.record(new AuditEvent(
                matched ? IdentityAct.PROOFED : IdentityAct.PROOFING_FAILED,
                who,
                account.name(),
                "",
                who,
                Proofing.Method.REGISTER_MATCH + " " + outcome,
                clock.instant()));
    }
}
