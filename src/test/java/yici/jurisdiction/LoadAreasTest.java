package yici.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;
import yici.kit.ImportRefused;

class LoadAreasTest {

    private final LoadAreas load = Product.running().bean(LoadAreas.class);
    private final TransactionTemplate transaction = Product.running().bean(TransactionTemplate.class);

    @TempDir
    Path sample;

    @BeforeEach
    void copy() throws IOException {
        for (var file : new String[] {"divisions.csv", "departments.csv", "former-codes.csv"})
            Files.copy(Path.of("sample").resolve(file), sample.resolve(file));
    }

    @Test
    void loading_twice_changes_nothing_and_a_closed_body_stays_closed() {
        var bodies = Product.running().bean(Bodies.class);
        var areas = Product.running().bean(Areas.class);
        var before = areas.all();
        var day = LocalDate.of(2020, 1, 1);
        bodies.close("sports@433125000000", day);

        transaction.executeWithoutResult(_ -> load.load(sample));

        assertThat(areas.all()).isEqualTo(before);
        assertThat(bodies.closedFrom("sports@433125000000")).contains(day);
        bodies.reopen("sports@433125000000");
    }

    @Test
    void a_broken_reference_is_refused_with_file_line_and_key() throws IOException {
        int line = lineOf("divisions.csv", "430523000000");
        change(
                "divisions.csv",
                "430523000000,430523,邵阳县,Shaoyang County,county,430500000000",
                "430523000000,430523,邵阳县,Shaoyang County,county,430599000000");

        refused("divisions.csv:" + line + ": 430523000000: unknown parent 430599000000");
    }

    @Test
    void a_code_that_stands_twice_is_refused() throws IOException {
        change("divisions.csv", "430524000000,430524,", "430523000000,430523,");

        refused("430523000000: code stands twice");
    }

    @Test
    void areas_that_hold_each_other_are_refused() throws IOException {
        change("divisions.csv", "Shaoyang City,prefecture,430000000000", "Shaoyang City,prefecture,430523000000");

        refused("430500000000: parent 430523000000 is not of a higher level");
    }

    @Test
    void a_second_province_is_refused() throws IOException {
        change("divisions.csv", "Shaoyang City,prefecture,430000000000", "Shaoyang City,province,");

        refused("is not the only province");
    }

    @Test
    void a_department_must_know_the_one_that_handles_for_it() throws IOException {
        change("departments.csv", ",data-government-service", ",nobody");

        refused("departments.csv:" + lineOf("departments.csv", "other,") + ": other: unknown department nobody");
    }

    @Test
    void a_pattern_that_gives_many_bodies_one_name_is_refused() throws IOException {
        change("departments.csv", "{市}教育局", "教育局");

        refused("education: pattern does not name its area: prefecture:教育局");
    }

    @Test
    void a_former_code_must_lead_somewhere() throws IOException {
        change("former-codes.csv", "430112000000", "430199000000");

        refused("former-codes.csv:2: 430122000000: unknown area 430199000000");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> load.load(sample)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(message);
    }

    private void change(String file, String from, String to) throws IOException {
        var text = Files.readString(sample.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(sample.resolve(file), text.replace(from, to));
    }

    private int lineOf(String file, String begins) throws IOException {
        var lines = Files.readAllLines(sample.resolve(file));
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).startsWith(begins)) return i + 1;
        throw new AssertionError(begins);
    }
}
