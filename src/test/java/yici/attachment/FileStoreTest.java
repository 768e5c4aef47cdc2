package yici.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yici.kit.View;

class FileStoreTest {

    private static final Clock CLOCK = Clock.system(View.ZONE);

    @TempDir
    Path data;

    @Test
    void equal_contents_are_one_file_named_by_their_hash_also_when_they_come_together() throws Exception {
        var store = new FileStore(data, CLOCK);
        Callable<String> upload = () -> {
            var content = store.quarantine(new ByteArrayInputStream("abc".getBytes(UTF_8)), 10);
            store.accept(content);
            store.discard(content);
            return content.sha256();
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(_ -> upload).toList()))
                assertThat(result.get()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }

        assertThat(files())
                .containsExactly("files/ba/78/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void no_more_than_the_limit_and_one_byte_is_read() throws IOException {
        var store = new FileStore(data, CLOCK);
        var endless = new InputStream() {
            long read = 0;

            @Override
            public int read() {
                read++;
                return 0;
            }
        };

        assertThat(store.quarantine(endless, 1000).sizeBytes()).isEqualTo(1001);
        assertThat(endless.read).isEqualTo(1001);
    }

    @Test
    void a_broken_connection_leaves_nothing_behind() throws IOException {
        var store = new FileStore(data, CLOCK);
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> store.quarantine(broken, 1000)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_dead_process_left_in_quarantine_is_swept_at_start_but_not_what_another_node_writes_now()
            throws IOException {
        new FileStore(data, CLOCK);
        var quarantine = data.resolve("files/quarantine");
        Files.writeString(quarantine.resolve("old"), "x");
        Files.setLastModifiedTime(
                quarantine.resolve("old"), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Files.writeString(quarantine.resolve("now"), "x");

        new FileStore(data, CLOCK);

        assertThat(files()).containsExactly("files/quarantine/now");
    }

    private java.util.List<String> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .toList();
        }
    }
}
