package yici.connector.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Ids;
import yici.kit.Remembered;
import yici.kit.Translated;
import yici.kit.View;

/** What the sandbox's registers hold, and how they behave today. */
@Component
class Shelves {

    /**
     * @param numberElement which answer names whom it is about
     * @param compares elements whose answers must agree with the register
     * @param gives values the check comes to, when nobody has stated them: {@code pensionEligible=true}
     */
    record Check(
            String lifeEvent,
            String item,
            Translated register,
            String numberElement,
            List<String> compares,
            List<String> gives) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Remembered<List<Check>> checks;

    Shelves(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.checks = new Remembered<>(clock, this::stamp, this::readChecks);
    }

    /** Known values of these elements, as of today. */
    Map<String, String> entries(String number, String lifeEvent, Collection<String> elements) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        var found = new LinkedHashMap<String, String>();
        db.sql("""
                        select element, value from sandbox.entry
                        where number = :number and life_event = :event and element = any(:elements)
                        """)
                .param("number", number)
                .param("event", lifeEvent)
                .param("elements", elements.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("element"), new Stated(row.getString("value")).on(today));
                });
        return found;
    }

    /** Kept in memory: whether a check is answered here is asked with every application. */
    List<Check> checks() {
        return checks.get();
    }

    Optional<Check> check(String lifeEvent, String item) {
        return checks().stream()
                .filter(c -> c.lifeEvent().equals(lifeEvent) && c.item().equals(item))
                .findFirst();
    }

    /** In the transaction of a load. */
    void changing() {
        checks.changing();
        db.sql("update sandbox.stamp set value = :value")
                .param("value", Ids.fresh(clock))
                .update();
    }

    private UUID stamp() {
        return db.sql("select value from sandbox.stamp").query(UUID.class).single();
    }

    private List<Check> readChecks() {
        return db.sql("select * from sandbox.register_check order by life_event, item")
                .query((row, _) -> check(row))
                .list();
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("life_event"),
                row.getString("item"),
                Translated.of(row.getString("register_zh"), row.getString("register_en")),
                row.getString("number_element"),
                List.of((String[]) row.getArray("compares").getArray()),
                List.of((String[]) row.getArray("gives").getArray()));
    }

    /** What was set for this person goes before what was set for all. */
    Behaviour behaviour(String lifeEvent, String item, String number) {
        return db.sql("""
                        select mode from sandbox.behaviour
                        where life_event = :event and item = :item and number in (:number, '')
                        order by number desc limit 1
                        """)
                .param("event", lifeEvent)
                .param("item", item)
                .param("number", number)
                .query((row, _) -> Behaviour.valueOf(row.getString("mode")))
                .optional()
                .orElse(Behaviour.ANSWERS);
    }

    /** @param item empty for the filling in of forms; @param number empty for everybody */
    void behave(String lifeEvent, String item, String number, Behaviour mode) {
        db.sql("delete from sandbox.behaviour where life_event = :event and item = :item and number = :number")
                .param("event", lifeEvent)
                .param("item", item)
                .param("number", number)
                .update();
        if (mode == Behaviour.ANSWERS) return;
        db.sql("insert into sandbox.behaviour (life_event, item, number, mode) values (:event, :item, :number, :mode)")
                .param("event", lifeEvent)
                .param("item", item)
                .param("number", number)
                .param("mode", mode.name())
                .update();
    }
}
