package yici;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yici.house.Http;
import yici.house.Product;

/** {@code ./yici import}: beside a running product, with a few rooms and without the house. */
class ImportFilesTest {

    private final Http program = new Http();

    @TempDir
    private Path folder;

    @Test
    void a_running_product_has_at_once_what_came_in_at_the_console() throws IOException {
        var key = "beside-" + UUID.randomUUID().toString().substring(0, 8);
        var address = "/api/v1/catalogue/services/" + key;
        assertThat(program.get(address).statusCode()).isEqualTo(404);

        assertThat(take(service(key), 0)).contains("Created    Service " + key, "1 created");

        assertThat(program.get(address).statusCode()).isEqualTo(200);
        assertThat(program.get("/services/" + key).statusCode()).isEqualTo(200);
        assertThat(take(service(key), 0)).contains("Unchanged  Service " + key);
        assertThat(take(service(key).replace("\"department\" : \"", "\"department\" : \"no"), 1))
                .contains("Refused    Service " + key, "department");
    }

    @Test
    void what_is_asked_is_read_or_told_what_it_should_be() {
        var asked = ImportFiles.asked(
                new String[] {"--rehearse", "--from", "2027-01-01", "--note", "New limits", "a.json", "b.json"});

        assertThat(asked.rehearse()).isTrue();
        assertThat(asked.from()).isEqualTo(Optional.of(LocalDate.of(2027, 1, 1)));
        assertThat(asked.note()).isEqualTo("New limits");
        assertThat(asked.files()).containsExactly(Path.of("a.json"), Path.of("b.json"));
        assertThatThrownBy(() -> ImportFiles.asked(new String[] {})).hasMessageContaining("at least one file");
        assertThatThrownBy(() -> ImportFiles.asked(new String[] {"--form", "x"}))
                .hasMessageContaining("no --form");
        assertThatThrownBy(() -> ImportFiles.asked(new String[] {"--from", "tomorrow"}))
                .hasMessageContaining("is no day");
        assertThatThrownBy(() -> ImportFiles.asked(new String[] {"a.json", "--note"}))
                .hasMessageContaining("after it");
    }

    private String take(String records, int status) throws IOException {
        var file = Files.writeString(folder.resolve("records.json"), records);
        var server = Product.running().bean(Database.Server.class);
        var printed = new ByteArrayOutputStream();
        assertThat(ImportFiles.take(
                        new OwnPostgres.Address(server.url(), server.user(), server.password()),
                        ImportFiles.asked(new String[] {file.toString()}),
                        new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .isEqualTo(status);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String service(String key) {
        var service = program.get("/api/v1/catalogue/services/harvester-permit")
                .body()
                .replace("\"key\" : \"harvester-permit\"", "\"key\" : \"" + key + "\"");
        return "{\"format\" : \"yici.catalogue/1\", \"services\" : [" + service + "]}";
    }
}
