package yici.connector.sandbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.identity.FaceMatch;
import yici.kit.Document;

/** A camera that does as it is told: the simulator's page asks what to answer. */
@Component
class SandboxFace implements FaceMatch {

    private final JdbcClient db;
    private final Clock clock;

    SandboxFace(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean knows(Document document) {
        return document.kind() == Document.Kind.RESIDENT_ID;
    }

    @Override
    public String page(UUID reference, String back) {
        return "/sandbox/face/" + reference; // its page leads back by itself
    }

    @Override
    public Result result(UUID reference) {
        return db.sql("select result from sandbox.face where reference = :reference")
                .param("reference", reference)
                .query((row, _) -> Result.valueOf(row.getString("result")))
                .optional()
                .orElse(Result.OPEN);
    }

    void answer(UUID reference, boolean same) {
        db.sql("""
                        insert into sandbox.face (reference, result, answered_at) values (:reference, :result, :now)
                        on conflict do nothing
                        """)
                .param("reference", reference)
                .param("result", same ? "SAME" : "DIFFERENT")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
