package yici.publication;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes release sets at their instant, at most two seconds later; a node that dies in the middle leaves it whole to the next. */
@Component
class PublicationJobs implements DisposableBean {

    private final Scheduler scheduler;

    PublicationJobs(DataSource dataSource, BringOn bringOn, Clock clock) {
        this.scheduler = Scheduler.create(
                        dataSource,
                        Tasks.oneTime(Timetable.RELEASE)
                                .execute((instance, _) -> bringOn.publishRelease(instance.getData())))
                .tableName(Timetable.TABLE)
                .pollingInterval(Duration.ofSeconds(2))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(1)
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
