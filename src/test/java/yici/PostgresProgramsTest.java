package yici;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @Test
    void of_two_that_unpack_at_once_the_second_uses_what_the_first_has_put_there(@TempDir Path folder)
            throws IOException {
        var target = folder.resolve("postgresql");
        var first = unpacked(folder.resolve("first"));
        var second = unpacked(folder.resolve("second"));

        PostgresPrograms.moveIntoPlace(first, target);
        PostgresPrograms.moveIntoPlace(second, target);

        assertThat(target.resolve("bin/postgres")).exists();
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    private static Path unpacked(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/postgres"), "a program");
        return folder;
    }
}
