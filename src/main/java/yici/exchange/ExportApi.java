package yici.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import yici.kit.View;

/** Everything of the catalogue for programs, and the schema it follows. */
@RestController
class ExportApi {

    private final Format format;
    private final Clock clock;

    ExportApi(Format format, Clock clock) {
        this.format = format;
        this.clock = clock;
    }

    /** @param on what is in force on that day; today where none is named */
    @GetMapping("/api/v1/catalogue")
    ResponseEntity<String> everything(@RequestParam Optional<LocalDate> on) {
        var day = on.orElseGet(() -> LocalDate.ofInstant(clock.instant(), View.ZONE));
        return json(MediaType.APPLICATION_JSON, Format.write(format.export(day)));
    }

    @GetMapping(Format.SCHEMA_PATH)
    ResponseEntity<String> schema() {
        var at = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQuery(null)
                .toUriString();
        return json(MediaType.valueOf("application/schema+json"), Format.write(Format.schema(at)));
    }

    private static ResponseEntity<String> json(MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
                .body(text);
    }
}
