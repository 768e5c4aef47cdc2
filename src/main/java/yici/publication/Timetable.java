package yici.publication;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** When which release set is published; kept by {@link PublicationJobs} on whichever node is there. */
@Component
class Timetable {

    static final String TABLE = "publication.scheduled_tasks";
    static final TaskDescriptor<UUID> RELEASE = TaskDescriptor.of("release", UUID.class);

    private final SchedulerClient client;

    Timetable(DataSource dataSource) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
    }

    /** In the caller's transaction. */
    void publish(UUID release, Instant at) {
        client.scheduleIfNotExists(
                RELEASE.instance(release.toString()).data(release).build(), at);
    }
}
