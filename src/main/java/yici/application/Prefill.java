package yici.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import yici.application.Known.Fact;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.form.DataElement.Origin;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.SignedIn;

/** What need not be asked because the account or a department's register knows it. */
@Component
class Prefill {

    private static final Logger log = LoggerFactory.getLogger(Prefill.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /**
     * Whose accounts tell.
     *
     * @param party whose matter it is
     * @param guardian who acts for the party as its guardian; empty when nobody does
     */
    record Whose(Optional<Account> party, Optional<Account> guardian) {
        static Whose of(SignedIn me, Accounts accounts) {
            var guardian = me.acting()
                    .filter(acting -> acting.capacity() == Capacity.GUARDIAN)
                    .flatMap(acting -> accounts.find(acting.person()));
            return new Whose(accounts.find(me.account()), guardian);
        }
    }

    private final ObjectProvider<KnownFacts> registers;

    Prefill(ObjectProvider<KnownFacts> registers) {
        this.registers = registers;
    }

    Known known(Guide guide, Plan plan, ScenarioAnswers scenario, Whose whose) {
        var account = whose.party();
        var asked = Checkup.asked(guide, plan);
        var said = FromScenario.facts(guide, scenario, asked);
        if (account.isEmpty()) return new Known(said, List.of(), List.of());
        var facts = new LinkedHashMap<>(FromAccount.facts(asked, scenario, account.get(), whose.guardian()));
        var open = asked.stream()
                .filter(e -> e.origin() == Origin.LICENCE || e.origin() == Origin.SHARED_DATA)
                .map(DataElement::key)
                .filter(key -> !facts.containsKey(key))
                .toList();
        var down = new ArrayList<String>();
        for (var answer : ask(account.get().number(), guide.code(), open))
            switch (answer) {
                case KnownFacts.Answer.Known(var values) ->
                    values.forEach((key, value) -> {
                        if (open.contains(key)) facts.putIfAbsent(key, new Fact(Known.From.REGISTER, value));
                    });
                case KnownFacts.Answer.Unavailable(var source) -> down.add(source);
            }
        said.forEach(facts::putIfAbsent); // what a register knows stands above what was said
        var toCheck = down.isEmpty()
                ? List.<String>of()
                : open.stream().filter(key -> !facts.containsKey(key)).toList();
        return new Known(facts, toCheck, down);
    }

    /** All registers at once, and none longer than a person waits: a slow one counts as one that is down. */
    private List<KnownFacts.Answer> ask(String number, String lifeEvent, List<String> elements) {
        if (number.isEmpty() || elements.isEmpty()) return List.of();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var asked = registers.stream()
                    .map(r -> Map.entry(r, executor.submit(() -> r.about(number, lifeEvent, elements))))
                    .toList();
            var answers = new ArrayList<KnownFacts.Answer>();
            for (var register : asked) {
                var name = register.getKey().getClass().getSimpleName();
                try {
                    answers.add(register.getValue().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
                } catch (ExecutionException | TimeoutException e) {
                    log.warn("register {} does not answer: {}", name, e.toString());
                    answers.add(new KnownFacts.Answer.Unavailable(name));
                }
            }
            return answers;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            executor.shutdownNow();
        }
    }
}
