package yici.connector.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.CreditCode;
import yici.kit.Csv;
import yici.kit.IdNumber;
import yici.kit.SampleLoader;

/** Puts the demonstration's registers on their shelves: {@code registers.csv}, {@code register-checks.csv} and the base registers. */
@Component
class LoadRegisters implements SampleLoader {

    private final JdbcClient db;
    private final LoadBaseRegisters base;
    private final Shelves shelves;

    LoadRegisters(JdbcClient db, LoadBaseRegisters base, Shelves shelves) {
        this.db = db;
        this.base = base;
        this.shelves = shelves;
    }

    @Override
    public String room() {
        return "connector.sandbox";
    }

    @Override
    public int step() {
        return 50;
    }

    @Override
    public void load(Path sample) {
        if (!Files.exists(sample.resolve("registers.csv"))) return; // a province in earnest has registers of its own
        var entries = Csv.read(sample, "registers.csv", "number", "life_event", "element", "value");
        var checks = Csv.read(
                sample,
                "register-checks.csv",
                "life_event",
                "item",
                "register_zh",
                "register_en",
                "number_element",
                "compares",
                "gives");
        entries.forEach(LoadRegisters::check);
        loadEntries(entries);
        loadChecks(checks);
        base.load(sample);
        shelves.changing();
    }

    private static void check(Csv.Row row) {
        var number = row.get("number");
        boolean known = IdNumber.read(number) instanceof IdNumber.Reading.Good
                || CreditCode.read(number) instanceof CreditCode.Reading.Good;
        if (!known) throw row.refused(number, "neither an identity number nor a credit code");
        for (var column : List.of("life_event", "element", "value"))
            if (row.get(column).isEmpty()) throw row.refused(column, "is empty");
    }

    private void loadEntries(List<Csv.Row> rows) {
        db.sql("delete from sandbox.entry").update();
        db.sql("""
                        insert into sandbox.entry (number, life_event, element, value)
                        select * from unnest(:numbers::text[], :events::text[], :elements::text[], :values::text[])
                        """)
                .param("numbers", column(rows, r -> r.get("number")))
                .param("events", column(rows, r -> r.get("life_event")))
                .param("elements", column(rows, r -> r.get("element")))
                .param("values", column(rows, r -> r.get("value")))
                .update();
    }

    private void loadChecks(List<Csv.Row> rows) {
        db.sql("delete from sandbox.register_check").update();
        db.sql("""
                        insert into sandbox.register_check (life_event, item, register_zh, register_en, number_element, compares, gives)
                        select c.event, c.item, c.zh, c.en, c.number, string_to_array(c.compares, ' '), string_to_array(c.gives, ' ')
                        from unnest(:events::text[], :items::text[], :zh::text[], :en::text[], :numbers::text[], :compares::text[],
                            :gives::text[]) as c (event, item, zh, en, number, compares, gives)
                        """)
                .param("events", column(rows, r -> r.get("life_event")))
                .param("items", column(rows, r -> r.get("item")))
                .param("zh", column(rows, r -> r.get("register_zh")))
                .param("en", column(rows, r -> r.get("register_en")))
                .param("numbers", column(rows, r -> r.get("number_element")))
                .param("compares", column(rows, r -> r.get("compares")))
                .param("gives", column(rows, r -> r.get("gives")))
                .update();
    }

    private static String[] column(List<Csv.Row> rows, Function<Csv.Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
