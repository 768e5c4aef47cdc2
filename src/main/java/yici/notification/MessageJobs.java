package yici.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;
import yici.kit.Badge;

/** Durable work of this room, for any number of nodes. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

    private static final int AT_ONCE = 8;

    @Bean
    Task<String> deliverTask(DeliverMessage deliver) {
        return Tasks.custom(Messages.DELIVER)
                .onFailure((complete, later) ->
                        later.reschedule(complete, complete.getTimeDone().plusSeconds(30)))
                .execute((instance, context) -> next(deliver.deliver(
                        UUID.fromString(instance.getData()), context.getExecution().consecutiveFailures)));
    }

    private static CompletionHandler<String> next(DeliverMessage.Result result) {
        return (complete, then) -> {
            if (result instanceof DeliverMessage.Result.Again(var in))
                then.reschedule(complete, complete.getTimeDone().plus(in));
            else then.stop();
        };
    }

    @Bean
    RecurringTask<Void> sweepMessagesTask(Outbox outbox, Quotas quotas, Clock clock) {
        return Tasks.recurring("sweep", FixedDelay.ofHours(1)).execute((_, _) -> {
            outbox.sweep(clock.instant());
            quotas.sweep(clock.instant());
        });
    }

    /** Stopped before the database: the bean depends on the pool. */
    @Bean(destroyMethod = "stop")
    Scheduler messageScheduler(
            DataSource dataSource, Task<String> deliverTask, RecurringTask<Void> sweepMessagesTask, Clock clock) {
        return Scheduler.create(dataSource, deliverTask)
                .startTasks(sweepMessagesTask)
                .tableName(Messages.TABLE)
                .pollingInterval(Duration.ofSeconds(10))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        work -> Thread.ofVirtual().unstarted(() -> Badge.HOUSE.wear(work::run))))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
    }

    @Bean
    Post post(Scheduler messageScheduler) {
        return new Post(messageScheduler);
    }

    record Post(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }

        @TransactionalEventListener
        void on(Messages.Waiting waiting) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
