package yici.openid;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens here by itself: telling parties, keys in their turn, sessions that ran out, old rows. Any number of nodes share the table. */
@Component
class SignOnJobs implements DisposableBean {

    static final String TABLE = "openid.scheduled_tasks";

    private static final int AT_ONCE = 8;

    private final Scheduler scheduler;

    SignOnJobs(
            DataSource dataSource,
            TellParties tellParties,
            SessionsEnd sessionsEnd,
            RotateKeys rotateKeys,
            SweepSignOns sweep,
            Clock clock) {
        var tell = Tasks.custom(TellParties.TELL)
                .onFailure((complete, later) ->
                        later.reschedule(complete, clock.instant().plusSeconds(30)))
                .execute((instance, _) -> tellParties.tell(instance.getData()));
        this.scheduler = Scheduler.create(dataSource, tell)
                .startTasks(
                        Tasks.recurring("sessions-run-out", FixedDelay.ofMinutes(1))
                                .execute((_, _) -> sessionsEnd.runOut()),
                        Tasks.recurring("keys", FixedDelay.ofHours(1)).execute((_, _) -> rotateKeys.byItself()),
                        Tasks.recurring("sweep", FixedDelay.ofMinutes(1)).execute((_, _) -> sweep.sweep()))
                .tableName(TABLE)
                .pollingInterval(Duration.ofSeconds(2))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
        sessionsEnd.wakeBy(scheduler::triggerCheckForDueExecutions);
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
