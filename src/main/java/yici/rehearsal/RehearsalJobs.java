package yici.rehearsal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import yici.kit.Badge;

/** Rehearsals are run one at a time on each node, under the badge of the house: nobody else may read the applications of others. */
@Component
class RehearsalJobs implements DisposableBean {

    private static final String TABLE = "rehearsal.scheduled_tasks";
    private static final TaskDescriptor<UUID> REHEARSE = TaskDescriptor.of("rehearse", UUID.class);

    private final SchedulerClient client;
    private final Scheduler scheduler;
    private final Clock clock;

    RehearsalJobs(DataSource dataSource, RunRehearsal run, Clock clock) {
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
        this.scheduler = Scheduler.create(
                        dataSource, Tasks.oneTime(REHEARSE).execute((instance, _) -> run.run(instance.getData())))
                .tableName(TABLE)
                .pollingInterval(Duration.ofSeconds(5))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(1)
                .executorService(Executors.newThreadPerTaskExecutor(
                        work -> Thread.ofVirtual().unstarted(() -> Badge.HOUSE.wear(work::run))))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
    }

    /** In the caller's transaction. */
    void queue(UUID rehearsal) {
        client.scheduleIfNotExists(
                REHEARSE.instance(rehearsal.toString()).data(rehearsal).build(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Only once the product is up. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    /** Before the database, which was there before. */
    @Override
    public void destroy() {
        scheduler.stop();
    }
}
