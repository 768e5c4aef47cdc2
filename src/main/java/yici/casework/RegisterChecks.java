package yici.casework;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues questions to departments' registers in the caller's transaction: no case is left checking without its question, nor the reverse. */
@Component
class RegisterChecks {

    /** @param tries how often the register was asked already */
    record Check(UUID application, int no, int attempt, int tries) implements Serializable {
        Check again() {
            return new Check(application, no, attempt, tries + 1);
        }
    }

    static final TaskDescriptor<Check> CHECK = TaskDescriptor.of("check-by-register", Check.class);
    static final String TABLE = "casework.scheduled_tasks";

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clocks clocks;

    RegisterChecks(DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clocks clocks) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
        this.scheduler = scheduler;
        this.clocks = clocks;
    }

    void queue(UUID application, List<CaseFile> cases) {
        if (cases.isEmpty()) return;
        var checks = new ArrayList<TaskInstance<?>>();
        for (var file : cases) {
            var check = new Check(application, file.no(), file.attempt(), 0);
            checks.add(CHECK.instance(application + "/" + file.no() + "/" + file.attempt())
                    .data(check)
                    .build());
        }
        client.scheduleBatch(checks, clocks.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }
}
