package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    Path folder;

    @Test
    void fields_may_be_quoted_and_hold_commas_quotes_and_line_ends() throws IOException {
        write("\uFEFFkey,name\r\na,\"Press, Publication \"\"and\"\" Film\"\r\n\r\nb,\"two\nlines\"\nc,");

        var rows = Csv.read(folder, "t.csv", "key", "name");

        assertThat(rows)
                .extracting(row -> row.get("name"))
                .containsExactly("Press, Publication \"and\" Film", "two\nlines", "");
        assertThat(rows).extracting(Csv.Row::line).containsExactly(2, 4, 6);
    }

    @Test
    void what_is_wrong_is_named_by_file_line_and_key() throws IOException {
        write("key,name\na,1\nb,2,3\n");
        assertThatThrownBy(() -> Csv.read(folder, "t.csv"))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("t.csv:3: b: has 3 fields where the header has 2");

        write("key\na\n");
        assertThatThrownBy(() -> Csv.read(folder, "t.csv", "key", "name"))
                .hasMessage("t.csv:1: name: column is missing");

        write("key,name\na,\"x\nb,y\n");
        assertThatThrownBy(() -> Csv.read(folder, "t.csv")).hasMessageStartingWith("t.csv:2: ");

        write("key,name\na,\"x\"y\n");
        assertThatThrownBy(() -> Csv.read(folder, "t.csv")).hasMessageStartingWith("t.csv:2: y: ");

        Files.write(folder.resolve("t.csv"), "key\n湖南\n".getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> Csv.read(folder, "t.csv")).hasMessage("t.csv:0: t.csv: file is not UTF-8");

        assertThatThrownBy(() -> Csv.read(folder, "gone.csv")).hasMessage("gone.csv:0: gone.csv: file is missing");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
    }
}
