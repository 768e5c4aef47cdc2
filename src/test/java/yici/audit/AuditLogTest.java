package yici.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;

class AuditLogTest {

    private enum TestAct implements AuditEvent.Act {
        OPENED,
        CLOSED;

        @Override
        public String code() {
            return "test." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final AuditLog log = Product.running().bean(AuditLog.class);
    private final TransactionTemplate transaction = Product.running().bean(TransactionTemplate.class);
    private final JdbcClient db = Product.running().bean(JdbcClient.class);
    private final String subject = "case:" + UUID.randomUUID() + "/1";

    @Test
    void what_happened_to_a_thing_is_read_newest_first_with_every_particular() {
        var opened = event(TestAct.OPENED, NOON, "");
        var closed = event(TestAct.CLOSED, NOON.plus(2, ChronoUnit.HOURS), "材料“齐全”, {a,b}, \"NULL\", \\");
        transaction.executeWithoutResult(_ -> log.record(opened, closed));

        var read = log.about(subject, 10);

        assertThat(read).extracting(e -> e.act().code()).containsExactly("test.closed", "test.opened");
        assertThat(read.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("act")
                .isEqualTo(closed);
    }

    @Test
    void acts_of_the_same_instant_keep_the_order_in_which_they_were_told() {
        var events = List.of(event(TestAct.OPENED, NOON, "1"), event(TestAct.CLOSED, NOON, "2"));
        transaction.executeWithoutResult(_ -> log.record(events));

        assertThat(log.about(subject, 10)).extracting(AuditEvent::reason).containsExactly("2", "1");
        assertThat(log.about(subject, 1)).extracting(AuditEvent::reason).containsExactly("2");
    }

    @Test
    void an_act_that_is_undone_leaves_no_line() {
        transaction.executeWithoutResult(status -> {
            log.record(event(TestAct.OPENED, NOON, ""));
            status.setRollbackOnly();
        });

        assertThat(log.about(subject, 10)).isEmpty();
    }

    @Test
    void no_line_is_written_outside_the_transaction_of_its_act() {
        assertThatThrownBy(() -> log.record(event(TestAct.OPENED, NOON, "")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_application_can_neither_change_nor_delete_a_line() {
        transaction.executeWithoutResult(_ -> log.record(event(TestAct.OPENED, NOON, "")));

        for (var sql :
                List.of("update audit.event set reason = 'x'", "delete from audit.event", "truncate audit.event")) {
            assertThatThrownBy(() -> db.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }

        assertThat(log.about(subject, 10)).hasSize(1);
    }

    private AuditEvent event(TestAct act, Instant at, String reason) {
        return new AuditEvent(act, "account:" + UUID.randomUUID(), "李娜", "", subject, reason, at);
    }
}
