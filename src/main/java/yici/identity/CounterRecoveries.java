package yici.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts asked back at counters; of each account one waits at most. */
@Component
class CounterRecoveries {

    private final JdbcClient db;

    CounterRecoveries(JdbcClient db) {
        this.db = db;
    }

    /** In place of one that waits already. */
    void add(CounterRecovery asked, String receipt) {
        end(asked.account(), "STOPPED");
        db.sql("""
                        insert into identity.counter_recovery (id, account, phone, receipt_hash, asked_by, counter, asked_at, opens_at, ends_at, state)
                        values (:id, :account, :phone, :receipt, :by, :counter, :at, :opens, :ends, 'WAITING')
                        """)
                .param("id", asked.id())
                .param("account", asked.account())
                .param("phone", asked.phone())
                .param("receipt", hash(receipt))
                .param("by", asked.askedBy())
                .param("counter", asked.counter())
                .param("at", Timestamp.from(asked.askedAt()))
                .param("opens", Timestamp.from(asked.opensAt()))
                .param("ends", Timestamp.from(asked.endsAt()))
                .update();
    }

    Optional<CounterRecovery> byReceipt(String receipt, Instant now) {
        return db.sql("""
                        select * from identity.counter_recovery
                        where receipt_hash = :receipt and state = 'WAITING' and ends_at > :now
                        """)
                .param("receipt", hash(receipt))
                .param("now", Timestamp.from(now))
                .query((row, _) -> recovery(row))
                .optional();
    }

    Optional<CounterRecovery> waiting(UUID account, Instant now) {
        return db.sql("""
                        select * from identity.counter_recovery where account = :account and state = 'WAITING' and ends_at > :now
                        """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query((row, _) -> recovery(row))
                .optional();
    }

    /** Once: of two at the same moment one finds it over. */
    boolean done(UUID id) {
        return db.sql(
                                "update identity.counter_recovery set state = 'DONE', phone = '' where id = :id and state = 'WAITING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean stop(UUID account) {
        return end(account, "STOPPED") > 0;
    }

    private int end(UUID account, String state) {
        return db.sql("""
                        update identity.counter_recovery set state = :state, phone = ''
                        where account = :account and state = 'WAITING'
                        """).param("account", account).param("state", state).update();
    }

    @EventListener
    void forget(AccountClosed closed) {
        db.sql("delete from identity.counter_recovery where account = :account")
                .param("account", closed.account())
                .update();
    }

    /** 59 random bits need no slow hash. */
    private static byte[] hash(String receipt) {
        var plain = Normalizer.normalize(receipt, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return Digest.of("counter recovery " + plain);
    }

    private static CounterRecovery recovery(ResultSet row) throws SQLException {
        return new CounterRecovery(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("phone"),
                row.getObject("asked_by", UUID.class),
                row.getString("counter"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
