package yici.casework;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.PostEnded;

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
                .ifPresent(body -> db.sql("""
                        update casework.case_file set holder = null, holder_name = '', lease_until = null
                        where body_id = :body and stage in (1, 2) and holder = :account
                        """)
                        .param("body", body)
                        .param("account", ended.post().account())
                        .update());
    }
}
