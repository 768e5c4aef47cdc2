package yici.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Ids;

/**
 * The one door: a message is written in the transaction of the act it tells of and sent once that is through, by any node, with patience.
 * An act that is rolled back told nobody.
 */
@Component
public class Messages {

    static final String TABLE = "notification.scheduled_tasks";
    static final TaskDescriptor<String> DELIVER = TaskDescriptor.of("deliver", String.class);

    /** A message waits; told after the transaction, so that the next look at the table need not be waited for. */
    record Waiting() {}

    private final Outbox outbox;
    private final Quotas quotas;
    private final Carriers carriers;
    private final boolean shown;
    private final SchedulerClient jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Messages(
            Outbox outbox,
            Quotas quotas,
            Carriers carriers,
            @Value("${yici.messages.shown}") String shown,
            DataSource dataSource,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.quotas = quotas;
        this.carriers = carriers;
        this.shown = !shown.equals("nobody");
        this.jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
        this.events = events;
        this.clock = clock;
    }

    /** Whether anybody can be reached this way at all. */
    public boolean reaches(Channel channel) {
        return shown || carriers.of(channel).isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Sending send(Message message) {
        if (!reaches(message.channel())) return new Sending.NoWay();

        var now = clock.instant();
        var enough = quotas.take(message.channel().key(message.to()), now);
        if (enough.isPresent()) return new Sending.TooMany(enough.get());

        var id = Ids.fresh(clock);
        if (carriers.of(message.channel()).isPresent()) queue(id, message);
        else outbox.add(id, message, Outbox.State.SHOWN, now);
        return new Sending.Queued();
    }

    /**
     * Does the same work for a recipient nobody knows as {@link #send} does for one who is known, and reaches nobody: the time an answer
     * takes must not tell who has an account.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Sending pretend(Message message) {
        if (!reaches(message.channel())) return new Sending.NoWay();

        var now = clock.instant();
        var enough = quotas.take(message.channel().key(message.to()), now);
        if (enough.isPresent()) return new Sending.TooMany(enough.get());

        outbox.add(new UUID(0, message.to().hashCode() & 1023), message, Outbox.State.NOWHERE, now);
        return new Sending.Queued();
    }

    private void queue(UUID id, Message message) {
        var now = clock.instant();
        outbox.add(id, message, Outbox.State.WAITING, now);
        jobs.scheduleIfNotExists(
                DELIVER.instance(id.toString()).data(id.toString()).scheduledTo(now));
        events.publishEvent(new Waiting());
    }
}
