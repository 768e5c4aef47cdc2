package yici.connector.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The population base and the register of legal persons on the sandbox's shelves. */
@Component
class BaseRegisters {

    static final String BASE = "base";
    static final String POPULATION = "population";
    static final String LEGAL_PERSONS = "legal-persons";

    record Person(String number, String name, String phone) {}

    record Firm(String code, String name, String representative, String representativeNumber, boolean open) {}

    private final JdbcClient db;

    BaseRegisters(JdbcClient db) {
        this.db = db;
    }

    Optional<Person> person(String number) {
        return db.sql("select number, name, phone from sandbox.person where number = :number")
                .param("number", number)
                .query((row, _) -> person(row))
                .optional();
    }

    /** Those entered as children in the household whose head or spouse this person is. */
    List<Person> childrenOf(String number) {
        return db.sql("""
                        select c.number, c.name, c.phone from sandbox.person p join sandbox.person c using (household)
                        where p.number = :number and p.role in ('HEAD', 'SPOUSE') and c.role = 'CHILD' and c.number <> p.number
                        order by c.number
                        """)
                .param("number", number)
                .query((row, _) -> person(row))
                .list();
    }

    Optional<Firm> firm(String code) {
        return db.sql("select * from sandbox.legal_person where code = :code")
                .param("code", code)
                .query((row, _) -> firm(row))
                .optional();
    }

    List<Firm> representedBy(String number) {
        return db.sql("select * from sandbox.legal_person where representative_number = :number and open order by code")
                .param("number", number)
                .query((row, _) -> firm(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("number"), row.getString("name"), row.getString("phone"));
    }

    private static Firm firm(ResultSet row) throws SQLException {
        return new Firm(
                row.getString("code"),
                row.getString("name"),
                row.getString("representative"),
                row.getString("representative_number"),
                row.getBoolean("open"));
    }

    /** Of the answer: the same on the same day. */
    static String reference(String number, LocalDate today) {
        return "%s-%08X".formatted(today.toString().replace("-", ""), number.hashCode());
    }
}
