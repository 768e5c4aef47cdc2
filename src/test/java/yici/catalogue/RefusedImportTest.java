package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;
import yici.kit.ImportRefused;

/** A copy of the sample with one thing changed and another broken: nothing of it comes in. */
class RefusedImportTest {

    private final Product product = Product.running();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path sample;

    @BeforeEach
    void copySample() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sample"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = sample.resolve(Path.of("sample").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        change("themes/43PCN0009.json", "新生儿出生一件事", "新生儿出生一件事（改）");
    }

    @Test
    void a_broken_theme_file() throws IOException {
        change("themes/43TCN0008.json", "\"nodeType\": \"UTILITY\"", "\"nodeType\": \"UTILITIES\"");

        refused("themes/43TCN0008.json", "UTILITIES is none of");
    }

    @Test
    void a_promise_that_is_longer_than_the_law_allows() throws IOException {
        change(
                "themes/43PCP0007.json",
                "\"statutoryLimit\": {\n    \"value\": 5",
                "\"statutoryLimit\": {\n    \"value\": 1");

        refused("themes/43PCP0007.json", "where the law allows 1");
    }

    @Test
    void a_limit_without_unit() throws IOException {
        change(
                "themes/43PCP0007.json",
                "\"value\": 5,\n    \"unit\": \"WORKING_DAY\",\n    \"note\"",
                "\"value\": 5,\n    \"note\"");

        refused("themes/43PCP0007.json", "unit");
    }

    @Test
    void a_service_that_says_it_is_part_of_an_item_that_does_not_exist() throws IOException {
        change("items/spouse-household-move.json", "\"item\": \"spouse-move\"", "\"item\": \"spouse-moved\"");

        refused("items/spouse-household-move.json", "there is no item 43PCP0007/spouse-moved");
    }

    @Test
    void a_life_event_under_a_topic_that_does_not_exist() throws IOException {
        change("topics.csv", "43TCN0004,utilities", "43TCN0004,utilitys");

        refused("topics.csv", "there is no topic utilitys");
    }

    @Test
    void a_life_event_without_topic() throws IOException {
        change("topics.csv", "43TCN0004,", "43TCN0099,");

        refused("themes/43TCN0004.json", "topics.csv has no line for 43TCN0004");
    }

    private void refused(String file, String why) {
        var before = editions();

        assertThatThrownBy(() -> product.bean(TransactionTemplate.class)
                        .executeWithoutResult(
                                _ -> product.bean(LoadCatalogue.class).load(sample)))
                .isInstanceOfSatisfying(ImportRefused.class, e -> {
                    assertThat(e.file()).isEqualTo(file);
                    assertThat(e.line()).isPositive();
                    assertThat(e).hasMessageContaining(why);
                });
        assertThat(editions()).isEqualTo(before);
        assertThat(product.bean(Catalogue.class).lifeEvents())
                .extracting(l -> l.name().zh())
                .contains("新生儿出生一件事");
    }

    private List<String> editions() {
        return product.bean(JdbcClient.class)
                .sql("select subject || variant || number from catalogue.edition order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void change(String file, String from, String to) throws IOException {
        var path = sample.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.setPosixFilePermissions(path, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(path, text.replace(from, to));
    }
}
