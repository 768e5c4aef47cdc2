package yici.casework;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.PostEnded;
import yici.kit.Badge;

/** Who leaves a post leaves its cases: colleagues can open them at once. */
@Component
class FreeLeases {

    private final JdbcClient db;

    FreeLeases(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PostEnded ended) {
        ended.post()
                .body()
                .ifPresent(body ->
                        Badge.HOUSE.wearing(() -> free(body, ended.post().account()))); // who ends a post sees no case
    }

    private int free(String body, UUID account) {
        return db.sql("""
                        update casework.case_file set holder = null, holder_name = '', lease_until = null
                        where body_id = :body and stage in (1, 2) and holder = :account
                        """).param("body", body).param("account", account).update();
    }
}
