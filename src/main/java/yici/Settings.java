package yici;

import java.nio.file.Path;
import java.util.Optional;

/** The environment as the commands read it that run without the product; the same names and defaults as in application.properties. */
final class Settings {

    private Settings() {}

    static Path data() {
        return Path.of(read("YICI_DATA").orElse("./data")).toAbsolutePath().normalize();
    }

    static Path programs() {
        return read("YICI_DB_PROGRAMS").map(Path::of).orElseGet(() -> data().resolve("bin"));
    }

    static String databaseUrl() {
        return read("YICI_DB_URL").orElse("");
    }

    static String databaseUser() {
        return read("YICI_DB_USER").orElse("");
    }

    static String databasePassword() {
        return read("YICI_DB_PASSWORD").orElse("");
    }

    /** Where the product is reached, without a slash at the end. */
    static String publicUrl() {
        return read("YICI_PUBLIC_URL")
                .orElse("http://localhost:" + read("YICI_PORT").orElse("8080"))
                .replaceFirst("/$", "");
    }

    private static Optional<String> read(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
