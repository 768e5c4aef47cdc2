package yici.casework;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import yici.kit.Badge;
import yici.kit.View;

/** Durable work of this room: questions to registers, and limits that run out. Any number of nodes may share the table. */
@Configuration(proxyBeanMethods = false)
class Jobs {

    private static final int AT_ONCE = 16;

    @Bean
    Task<RegisterChecks.Check> checkByRegisterTask(CheckByRegister checkByRegister) {
        return Tasks.custom(RegisterChecks.CHECK)
                .onFailure((complete, later) ->
                        later.reschedule(complete, complete.getTimeDone().plusSeconds(30)))
                .execute((instance, _) -> next(instance.getData(), checkByRegister.run(instance.getData())));
    }

    @Bean
    Task<FollowCalendar.Change> followCalendarTask(FollowCalendar followCalendar) {
        return Tasks.oneTime(FollowCalendar.FOLLOW).execute((instance, _) -> followCalendar.follow(instance.getData()));
    }

    private static CompletionHandler<RegisterChecks.Check> next(
            RegisterChecks.Check check, CheckByRegister.Result result) {
        return (complete, then) -> {
            if (result instanceof CheckByRegister.Result.Again(var in))
                then.reschedule(complete, complete.getTimeDone().plus(in), check.again());
            else then.stop();
        };
    }

    @Bean
    RecurringTask<Void> lawTask(LawTakesEffect law) {
        return Tasks.recurring("law", FixedDelay.ofMinutes(1)).execute((_, _) -> law.takesEffect());
    }

    /** While hardly anybody decides anything. */
    @Bean
    RecurringTask<Void> durationsTask(RefreshDurations durations) {
        return Tasks.recurring("durations", new Daily(View.ZONE, LocalTime.of(2, 30)))
                .execute((_, _) -> durations.refresh());
    }

    /** Stopped before the database: the bean depends on the pool. */
    @Bean(destroyMethod = "stop")
    Scheduler scheduler(
            DataSource dataSource,
            Task<RegisterChecks.Check> checkByRegisterTask,
            Task<FollowCalendar.Change> followCalendarTask,
            RecurringTask<Void> lawTask,
            RecurringTask<Void> durationsTask,
            Clocks clocks) {
        return Scheduler.create(dataSource, checkByRegisterTask, followCalendarTask)
                .startTasks(lawTask, durationsTask)
                .tableName(RegisterChecks.TABLE)
                .pollingInterval(Duration.ofSeconds(2))
                .pollUsingLockAndFetch(0.5, 1.0)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        work -> Thread.ofVirtual().unstarted(() -> Badge.HOUSE.wear(work::run))))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clocks::now)
                .build();
    }

    @Bean
    StartJobs startJobs(Scheduler scheduler) {
        return new StartJobs(scheduler);
    }

    /** Only once the product is up, the sample province included. */
    record StartJobs(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}
