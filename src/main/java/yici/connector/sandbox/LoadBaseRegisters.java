package yici.connector.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.CreditCode;
import yici.kit.Csv;
import yici.kit.Document;

/** Puts {@code population.csv} and {@code legal-persons.csv} on the shelves. */
@Component
class LoadBaseRegisters {

    private final JdbcClient db;

    LoadBaseRegisters(JdbcClient db) {
        this.db = db;
    }

    void load(Path sample) {
        var people = Csv.read(sample, "population.csv", "number", "name", "phone", "household", "role");
        var firms = Csv.read(
                sample, "legal-persons.csv", "code", "name", "representative", "representative_number", "open");
        people.forEach(row -> document(row, row.get("number")));
        firms.forEach(row -> {
            if (!(CreditCode.read(row.get("code")) instanceof CreditCode.Reading.Good))
                throw row.refused(row.get("code"), "is no credit code");
            document(row, row.get("representative_number"));
        });
        load(people, firms);
    }

    private static void document(Csv.Row row, String number) {
        var document = Document.of(number);
        if (!(Document.read(document.kind(), document.number()) instanceof Document.Reading.Good))
            throw row.refused(number, "is no document's number");
    }

    private void load(List<Csv.Row> people, List<Csv.Row> firms) {
        db.sql("delete from sandbox.person").update();
        db.sql("""
                        insert into sandbox.person (number, name, phone, household, role)
                        select * from unnest(:numbers::text[], :names::text[], :phones::text[], :households::text[], :roles::text[])
                        """)
                .param("numbers", column(people, r -> r.get("number")))
                .param("names", column(people, r -> r.get("name")))
                .param("phones", column(people, r -> r.get("phone")))
                .param("households", column(people, r -> r.get("household")))
                .param("roles", column(people, r -> r.get("role").toUpperCase(Locale.ROOT)))
                .update();
        db.sql("delete from sandbox.legal_person").update();
        db.sql("""
                        insert into sandbox.legal_person (code, name, representative, representative_number, open)
                        select code, name, rep, number, open::boolean
                        from unnest(:codes::text[], :names::text[], :representatives::text[], :numbers::text[], :open::text[])
                            as f (code, name, rep, number, open)
                        """)
                .param("codes", column(firms, r -> r.get("code")))
                .param("names", column(firms, r -> r.get("name")))
                .param("representatives", column(firms, r -> r.get("representative")))
                .param("numbers", column(firms, r -> r.get("representative_number")))
                .param("open", column(firms, r -> r.get("open")))
                .update();
    }

    private static String[] column(List<Csv.Row> rows, Function<Csv.Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
