package yici;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportSiteTest {

    @Test
    void what_is_asked_is_read_or_told_what_it_should_be() {
        var asked = asked("--area", "430523000000", "--no-pdf", "--from", "http://localhost:8080/", "copy");

        assertThat(asked.from()).isEqualTo(URI.create("http://localhost:8080/"));
        assertThat(asked.official()).isEqualTo(URI.create("https://yici.example/"));
        assertThat(asked.areas()).containsExactly("430523000000");
        assertThat(asked.papers()).isFalse();
        assertThat(asked.folder()).isEqualTo(Path.of("copy"));
        assertThatThrownBy(() -> asked()).hasMessageContaining("Name the folder");
        assertThatThrownBy(() -> asked("--form", "x")).hasMessageContaining("no --form");
        assertThatThrownBy(() -> asked("a", "b")).hasMessageContaining("One folder");
        assertThatThrownBy(() -> asked("a", "--from", "here")).hasMessageContaining("no address");
    }

    private static yici.survival.CopySite.Asked asked(String... arguments) {
        return ExportSite.asked(arguments, "https://yici.example");
    }
}
