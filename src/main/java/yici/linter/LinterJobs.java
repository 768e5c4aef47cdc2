package yici.linter;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yici.kit.View;

/** Looks at what has changed within half a minute, and at everything each night. Any number of nodes share the table. */
@Component
class LinterJobs implements DisposableBean {

    static final String TABLE = "linter.scheduled_tasks";

    private static final int AT_ONCE = 2;

    private final Scheduler scheduler;

    LinterJobs(DataSource dataSource, LookThrough look, Clock clock) {
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(
                        Tasks.recurring("what-changed", FixedDelay.ofSeconds(20))
                                .execute((_, _) -> look.whatChanged()),
                        Tasks.recurring("everything", new Daily(View.ZONE, LocalTime.of(3, 10)))
                                .execute((_, _) -> look.everything()))
                .tableName(TABLE)
                .pollingInterval(Duration.ofSeconds(10))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
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
