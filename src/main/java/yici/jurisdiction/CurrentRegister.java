package yici.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import yici.kit.Translated;

/**
 * Keeps the register in memory. A change made here is seen here from its commit; other nodes see its stamp within {@link #LOOK_AGAIN}. Asking
 * costs no SQL otherwise.
 */
@Component
class CurrentRegister {

    static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Register register;
    private volatile long lookedAtMillis;

    CurrentRegister(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Register get() {
        var known = register;
        if (known == null) return readFirst();
        if (isFresh() || isBeingChangedHere()) return known;
        if (!looking.tryLock()) return known; // another thread is looking; what we know is good enough until it is done
        try {
            return look(known);
        } finally {
            looking.unlock();
        }
    }

    private Register readFirst() {
        looking.lock();
        try {
            var known = register;
            return known != null ? known : look(null);
        } finally {
            looking.unlock();
        }
    }

    private Register look(@Nullable Register known) {
        long now = clock.millis();
        // the stamp first: what changes between the two reads is then seen at the next look
        var stamp = db.sql("select stamp from jurisdiction.register")
                .query(UUID.class)
                .single();
        var current = known != null && known.stamp().equals(stamp) ? known : read(stamp);
        register = current;
        lookedAtMillis = now;
        return current;
    }

    private boolean isFresh() {
        long age = clock.millis() - lookedAtMillis;
        return age >= 0 && age < LOOK_AGAIN.toMillis();
    }

    /** Inside the transaction that changes it we would read rows that may yet be undone, and show them to everyone. */
    private boolean isBeingChangedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** To be called in the transaction of every change. */
    void changed() {
        db.sql("update jurisdiction.register set stamp = gen_random_uuid()").update();
        if (TransactionSynchronizationManager.hasResource(this)) return;
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CurrentRegister.this);
                lookedAtMillis = 0;
            }
        });
    }

    private Register read(UUID stamp) {
        var areas = db.sql("select code, parent, level, name_zh, name_en from jurisdiction.area")
                .query((row, _) -> area(row))
                .list();
        Map<String, String> formerCodes = new HashMap<>();
        db.sql("select code, area from jurisdiction.former_code").query(row -> {
            formerCodes.put(row.getString("code"), row.getString("area"));
        });
        var departments = db.sql("select key, name_en, label_zh, external, handled_by from jurisdiction.department")
                .query((row, _) -> department(row))
                .list();
        return new Register(stamp, areas, formerCodes, departments, bodies());
    }

    private List<Register.Entry> bodies() {
        return db.sql("select id, department, area, name_zh, name_en, closed_on from jurisdiction.body")
                .query((row, _) -> new Register.Entry(
                        new PublicBody(
                                row.getString("id"),
                                row.getString("department"),
                                row.getString("area"),
                                Translated.of(row.getString("name_zh"), row.getString("name_en"))),
                        Optional.ofNullable(row.getObject("closed_on", LocalDate.class))))
                .list();
    }

    private static Area area(ResultSet row) throws SQLException {
        return new Area(
                row.getString("code"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                Area.Level.valueOf(row.getString("level")),
                Optional.ofNullable(row.getString("parent")));
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getString("key"),
                Translated.of(row.getString("label_zh"), row.getString("name_en")),
                row.getBoolean("external"),
                Optional.ofNullable(row.getString("handled_by")));
    }
}
