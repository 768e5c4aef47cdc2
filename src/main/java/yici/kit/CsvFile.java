package yici.kit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to take away (RFC 4180, UTF-8), safe to open with a spreadsheet. */
public final class CsvFile {

    private CsvFile() {}

    /** @param name of the file, without its ending */
    public static ResponseEntity<byte[]> of(String name, List<String> head, Stream<List<String>> rows) {
        var text = Stream.concat(Stream.of(head), rows)
                .map(row -> row.stream().map(CsvFile::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n")); // the mark lets spreadsheets read Chinese
        var disposition =
                ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that a spreadsheet would take for a formula is kept a text. */
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
