package yici.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** Append-only: the application's database role may insert and read, nothing else. */
@Component
public class AuditLog {

    /** Writes in the caller's transaction, all in one statement; an act without its line does not happen. */
    public void record(AuditEvent... events) {
        record(List.of(events));
    }

    public void record(List<AuditEvent> events) {
        throw new UnsupportedOperationException(events.toString());
    }

    /** The newest first, at most {@code limit}. */
    public List<AuditEvent> about(String subject, int limit) {
        throw new UnsupportedOperationException(subject + limit);
    }
}
