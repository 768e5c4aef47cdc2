package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B, for SHA-1; and RFC 4648 for the key people type. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_test_vectors_of_the_standard_come_out(long seconds, String code) {
        var step = Totp.step(Instant.ofEpochSecond(seconds));

        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step)).isEqualTo(code.substring(2));
    }

    @Test
    void a_key_is_written_in_base_32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32("fo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXQ");
        assertThat(Totp.readable(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void half_a_minute_early_or_late_is_taken_and_no_more() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        for (long off : new long[] {-30, 0, 30})
            assertThat(Apps.stepOf(SECRET, Totp.code(SECRET, Totp.step(now.plusSeconds(off))), now))
                    .hasValue(Totp.step(now.plusSeconds(off)));
        for (long off : new long[] {-60, 60})
            assertThat(Apps.stepOf(SECRET, Totp.code(SECRET, Totp.step(now.plusSeconds(off))), now))
                    .isEmpty();
    }

    @Test
    void digits_are_taken_as_people_type_them() {
        var now = Instant.ofEpochSecond(59);
        assertThat(Apps.stepOf(SECRET, "287 082", now)).isPresent();
        assertThat(Apps.stepOf(SECRET, "２８７０８２", now)).isPresent();
        assertThat(Apps.stepOf(SECRET, "287082;", now)).isEmpty();
    }
}
