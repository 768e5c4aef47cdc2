package yici.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a small table (RFC 4180, UTF-8, first line names the columns) and keeps every row's line for messages. */
public final class Csv {

    private static final long LIMIT_BYTES = 16L * 1024 * 1024;

    private final String file;
    private final String text;
    private int at = 0;
    private int line = 1;

    private Csv(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param line where the row begins, counted from 1; the header is line 1 */
    public record Row(String file, int line, Map<String, String> values) {

        /** The text of a column, without white space around it; empty where nothing stands. */
        public String get(String column) {
            return values.getOrDefault(column, "");
        }

        public ImportRefused refused(String key, String why) {
            return new ImportRefused(file, line, key, why);
        }
    }

    /**
     * @param columns those that must be there; more may be
     * @throws ImportRefused when the file is missing, is not UTF-8, lacks a column or has a row of another length
     */
    public static List<Row> read(Path folder, String file, String... columns) {
        var path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path)) throw new ImportRefused(file, 0, file, "file is missing");
            if (Files.size(path) > LIMIT_BYTES) throw new ImportRefused(file, 0, file, "file is larger than 16 MB");
            return read(file, Files.readString(path, StandardCharsets.UTF_8), columns);
        } catch (CharacterCodingException e) {
            throw new ImportRefused(file, 0, file, "file is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file what refusals name */
    public static List<Row> read(String file, String text, String... columns) {
        return new Csv(file, text).rows(columns);
    }

    private List<Row> rows(String... columns) {
        if (text.startsWith("\uFEFF")) at = 1;
        var header = nextRecord();
        for (var column : columns)
            if (!header.contains(column)) throw new ImportRefused(file, 1, column, "column is missing");
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            int begins = line;
            var fields = nextRecord();
            if (fields.equals(List.of(""))) continue; // an empty line
            if (fields.size() != header.size())
                throw new ImportRefused(
                        file,
                        begins,
                        fields.getFirst(),
                        "has " + fields.size() + " fields where the header has " + header.size());
            var values = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) values.put(header.get(i), fields.get(i));
            rows.add(new Row(file, begins, Map.copyOf(values)));
        }
        return rows;
    }

    private List<String> nextRecord() {
        var fields = new ArrayList<String>();
        boolean more = true;
        while (more) {
            fields.add((at < text.length() && text.charAt(at) == '"' ? quoted() : plain()).strip());
            more = at < text.length() && text.charAt(at) == ',';
            if (more) at++;
        }
        endOfLine();
        return fields;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }

    private String quoted() {
        var field = new StringBuilder();
        int begins = line;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') line++;
            if (c != '"') {
                field.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append(c);
                at++;
            } else {
                at++;
                return field.toString();
            }
        }
        throw new ImportRefused(file, begins, field.substring(0, Math.min(20, field.length())), "quotation has no end");
    }

    private void endOfLine() {
        if (at >= text.length()) return;
        if (text.charAt(at) == '\r') at++;
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        } else if (at < text.length() && text.charAt(at - 1) != '\r') {
            throw new ImportRefused(file, line, text.substring(at, at + 1), "stands after the end of a quotation");
        }
    }
}
