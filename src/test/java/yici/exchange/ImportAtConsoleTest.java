package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.View;

/** Files taken at the machine itself: what came of each record is printed, and one that is refused makes the command fail. */
class ImportAtConsoleTest {

    private final Product product = Product.running();
    private final ImportAtConsole console = product.bean(ImportAtConsole.class);
    private final Http program = new Http();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void what_was_exported_is_unchanged() throws IOException {
        var file = Files.writeString(
                folder.resolve("all.json"), program.get("/api/v1/catalogue").body());

        assertThat(console.take(asked(false, file), out)).isTrue();
        assertThat(printed())
                .contains("Unchanged  Service harvester-permit", "Unchanged  Topic ")
                .contains("0 created, 0 changed,");
    }

    @Test
    void each_record_is_told_and_the_refused_one_makes_it_fail() throws IOException {
        var key = "console-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(console.take(asked(false, file(service(key))), out)).isTrue();
        assertThat(printed())
                .contains("Created    Service " + key)
                .contains("1 created, 0 changed, 0 unchanged, 0 refused, in force from");
        var sooner = service(key);
        ((ObjectNode) sooner.get("promised")).put("value", 7);

        boolean good =
                console.take(asked(false, file(sooner, service(key + "-x").put("visits", "many"))), out);

        assertThat(good).isFalse();
        assertThat(printed())
                .contains("Changed    Service " + key, "promised: {", "} → {")
                .contains("Refused    Service " + key + "-x", "visits \"many\": It must be a whole number");
        assertThat(program.get("/api/v1/catalogue/services/" + key).body()).contains("\"value\" : 7");
        assertThat(program.get("/api/v1/catalogue/services/" + key + "-x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_rehearsal_changes_nothing() throws IOException {
        var key = "console-" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(console.take(asked(true, file(service(key))), out)).isTrue();

        assertThat(printed()).contains("Created    Service " + key, "A rehearsal: nothing has changed.");
        assertThat(program.get("/api/v1/catalogue/services/" + key).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_is_none_of_ours_is_refused_whole() throws IOException {
        var wrong = Files.writeString(folder.resolve("wrong.json"), "{\"a\": 1,\n oops");

        assertThat(console.take(asked(false, file(service("console-never")), wrong), out))
                .isFalse();

        assertThat(printed()).contains("wrong.json, line 2:", "no valid JSON", "Nothing was taken.");
        assertThat(program.get("/api/v1/catalogue/services/console-never").statusCode())
                .isEqualTo(404);
    }

    @Test
    void administrators_see_it_among_the_imports() throws IOException {
        var key = "console-" + UUID.randomUUID().toString().substring(0, 8);
        console.take(asked(false, file(service(key))), out);

        var made = product.bean(Imports.class).latest().stream()
                .filter(one -> one.uploadedName().equals("console"))
                .findFirst()
                .orElseThrow();

        assertThat(made.state()).isEqualTo(Import.State.TAKEN);
        assertThat(product.bean(yici.audit.AuditLog.class).about("import " + made.id(), 1))
                .extracting(event -> event.actor())
                .containsExactly("system:console");
        try (var administrator = Browser.phone()) {
            administrator.signIn(People.administrator("430000000000").login());
            administrator.go("/admin/imports/" + made.id());
            administrator.assertGoodPage();
        }
    }

    private ImportAtConsole.Asked asked(boolean rehearse, Path... files) {
        return new ImportAtConsole.Asked(
                List.of(files),
                Optional.of(LocalDate.ofInstant(product.clock().instant(), View.ZONE)),
                "from a test",
                rehearse);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(ObjectNode... services) throws IOException {
        var document = JsonMapper.shared().createObjectNode().put("format", Format.NAME);
        for (var service : services) document.withArray("services").add(service);
        return Files.writeString(folder.resolve("some.json"), Format.write(document));
    }

    private ObjectNode service(String key) {
        var service = JsonMapper.shared()
                .readTree(program.get("/api/v1/catalogue/services/harvester-permit")
                        .body());
        return ((ObjectNode) service).put("key", key);
    }
}
