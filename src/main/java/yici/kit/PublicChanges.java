package yici.kit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells every node that something the public reads has changed, at the instant the transaction is committed and never when it is not.
 * PostgreSQL carries the word (NOTIFY).
 */
@Component
public class PublicChanges {

    public static final String CHANNEL = "yici_public";

    private final JdbcClient db;

    PublicChanges(JdbcClient db) {
        this.db = db;
    }

    /** @param topic what pages are {@link Page#keptUntil kept until}, such as {@code works}; at most 200 characters */
    public void tell(String topic) {
        db.sql("select pg_notify(?, ?)")
                .params(CHANNEL, topic)
                .query((_, _) -> topic)
                .list();
    }
}
