package yici.casework;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Application;
import yici.application.Applications;
import yici.catalogue.Catalogue;
import yici.form.Checked;
import yici.form.Form;

/**
 * Asks a department's system whether a check holds. No transaction is open while it thinks; when it has not answered after some tries, or
 * contradicts, an officer takes the case over. A register never refuses anybody.
 */
@Component
class CheckByRegister {

    static final int TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(CheckByRegister.class);

    /** What became of one try. */
    sealed interface Result {
        record Confirmed() implements Result {}

        record GivenToOfficer(CaseAct why) implements Result {}

        record Again(Duration in) implements Result {}

        /** Somebody was faster, or the applicant took it back. */
        record NothingToDo() implements Result {}
    }

    private final Bundles bundles;
    private final Facts facts;
    private final Registers registers;
    private final Applications applications;
    private final Catalogue catalogue;
    private final DecideCase decideCase;
    private final IssuePaper papers;
    private final OpenWork openWork;
    private final SaveWork save;
    private final Clocks clocks;
    private final TransactionTemplate transaction;
    private final Duration patience;

    CheckByRegister(
            Bundles bundles,
            Facts facts,
            Registers registers,
            Applications applications,
            Catalogue catalogue,
            DecideCase decideCase,
            IssuePaper papers,
            OpenWork openWork,
            SaveWork save,
            Clocks clocks,
            TransactionTemplate transaction,
            @Value("${yici.casework.register-patience:5s}") Duration patience) {
        this.bundles = bundles;
        this.facts = facts;
        this.registers = registers;
        this.applications = applications;
        this.catalogue = catalogue;
        this.decideCase = decideCase;
        this.papers = papers;
        this.openWork = openWork;
        this.save = save;
        this.clocks = clocks;
        this.transaction = transaction;
        this.patience = patience;
    }

    Result run(RegisterChecks.Check check) {
        var bundle = bundles.find(check.application()).orElse(null);
        if (bundle == null) return new Result.NothingToDo();
        var file = bundles.cases(bundle.application()).stream()
                .filter(c -> c.no() == check.no())
                .findFirst();
        if (file.filter(c -> stillChecking(c, check)).isEmpty()) return new Result.NothingToDo();

        return switch (ask(bundle, file.get())) {
            case DepartmentDesk.Answer.Confirmed(var values, var reference) ->
                confirm(bundle, file.get(), check, values, reference);
            case DepartmentDesk.Answer.Contradicted(var reason) ->
                giveToOfficer(check, CaseAct.CHECK_CONTRADICTED, reason);
            case DepartmentDesk.Answer.TryLater(var why) ->
                check.tries() + 1 < TRIES
                        ? new Result.Again(pause(check.tries()))
                        : giveToOfficer(check, CaseAct.CHECK_UNANSWERED, why);
        };
    }

    private static boolean stillChecking(CaseFile file, RegisterChecks.Check check) {
        return file.state() == CaseState.CHECKING && file.attempt() == check.attempt();
    }

    /** 10 seconds, then 40. */
    private static Duration pause(int tries) {
        return Duration.ofSeconds(10L << (2 * tries));
    }

    private DepartmentDesk.Answer ask(Bundle bundle, CaseFile file) {
        var desk = registers.find(bundle.lifeEvent(), file.item());
        if (desk.isEmpty()) return new DepartmentDesk.Answer.TryLater("");
        var question = question(bundle, file, applications.get(bundle.application()));
        return within(patience, () -> desk.get().ask(question));
    }

    private DepartmentDesk.Question question(Bundle bundle, CaseFile file, Application application) {
        var known = new HashMap<>(application.answers());
        facts.of(bundle.application()).forEach(f -> known.put(f.element(), f.value()));
        var needed = new HashMap<String, String>();
        for (var element : catalogue.edition(bundle.edition()).guide().elements()) {
            var value = known.get(element.key());
            if (value != null && element.neededBy().contains(file.item())) needed.put(element.key(), value);
        }
        return new DepartmentDesk.Question(
                file.number(bundle),
                bundle.lifeEvent(),
                file.item(),
                bundle.area(),
                needed,
                file.planned().handsOver());
    }

    private static DepartmentDesk.Answer within(Duration patience, Callable<DepartmentDesk.Answer> question) {
        var answer = new FutureTask<>(question);
        Thread.ofVirtual().name("register").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new DepartmentDesk.Answer.TryLater("");
        } catch (ExecutionException e) {
            log.warn("a department's system failed to answer", e.getCause());
            return new DepartmentDesk.Answer.TryLater("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DepartmentDesk.Answer.TryLater("");
        }
    }

    /** An answer that lacks a value others wait for, or gives one that cannot be, is no answer: an officer looks. */
    private Result confirm(
            Bundle bundle, CaseFile file, RegisterChecks.Check check, Map<String, String> values, String reference) {
        var elements = decideCase.toHandOver(bundle, file);
        if (!(Form.check(elements, values, clocks.clock()) instanceof Checked.Complete(var canonical)))
            return giveToOfficer(check, CaseAct.CHECK_UNANSWERED, reference);
        return change(check, work -> {
            work.step(check.no(), CaseStep.CONFIRM, Actor.REGISTER, reference);
            work.line(check.no(), CaseAct.CHECK_CONFIRMED, Actor.REGISTER, reference);
            work.handOver(check.no(), canonical);
            papers.of(work, check.no(), DocumentKind.APPROVAL, Map.of("reference", reference));
            return new Result.Confirmed();
        });
    }

    private Result giveToOfficer(RegisterChecks.Check check, CaseAct why, String reason) {
        return change(check, work -> {
            work.step(check.no(), CaseStep.HAND_TO_OFFICER, Actor.RULES, reason);
            work.line(check.no(), why, Actor.REGISTER, reason);
            return new Result.GivenToOfficer(why);
        });
    }

    private interface Change {
        Result on(Work work);
    }

    private Result change(RegisterChecks.Check check, Change change) {
        return Optional.ofNullable(transaction.execute(_ -> {
                    var bundle = bundles.lock(check.application()).orElseThrow();
                    var work = openWork.of(bundle);
                    if (!stillChecking(work.get(check.no()), check)) return (Result) new Result.NothingToDo();
                    var result = change.on(work);
                    work.settle();
                    save.save(work);
                    return result;
                }))
                .orElseGet(Result.NothingToDo::new);
    }
}
