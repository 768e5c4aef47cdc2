package yici.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Remembered;
import yici.kit.Translated;

/** The register of today, kept in memory: asking it costs no SQL. */
@Component
class CurrentRegister {

    private final JdbcClient db;
    private final Remembered<Register> register;

    CurrentRegister(JdbcClient db, Clock clock) {
        this.db = db;
        this.register = new Remembered<>(clock, this::stamp, this::read);
    }

    Register get() {
        return register.get();
    }

    /** To be called in the transaction of every change. */
    void changed() {
        db.sql("update jurisdiction.register set stamp = gen_random_uuid()").update();
        register.changing();
    }

    private UUID stamp() {
        return db.sql("select stamp from jurisdiction.register")
                .query(UUID.class)
                .single();
    }

    private Register read() {
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
        return new Register(areas, formerCodes, departments, bodies());
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
