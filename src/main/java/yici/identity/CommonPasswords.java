package yici.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * Passwords that stand in published lists of stolen ones: some 96,000 of the whole world and some of this country. In memory each is eight
 * bytes of a hash; a stranger that happens to have the same is refused once in a hundred million million.
 */
final class CommonPasswords {

    private static final int SHORTEST = 4;
    private static final long[] HASHES = read();

    private CommonPasswords() {}

    /** Also one of them with figures and signs around it, or one of them twice: those are tried next. */
    static boolean contains(String plain) {
        return known(plain) || known(bare(plain)) || isTwice(plain);
    }

    private static boolean isTwice(String plain) {
        int half = plain.length() / 2;
        return plain.length() % 2 == 0
                && plain.substring(0, half).equals(plain.substring(half))
                && known(plain.substring(0, half));
    }

    /** {@code ***Dragon2024!} is a dragon. */
    private static String bare(String plain) {
        return plain.replaceAll("^[^\\p{L}]+", "").replaceAll("[^\\p{L}]+$", "");
    }

    private static boolean known(String text) {
        return text.length() >= SHORTEST && Arrays.binarySearch(HASHES, hash(text)) >= 0;
    }

    static int count() {
        return HASHES.length;
    }

    private static long[] read() {
        try (var world = new GZIPInputStream(file("common-passwords.txt.gz"));
                var country = file("worst-passwords.txt")) {
            return LongStream.concat(hashes(world), hashes(country))
                    .sorted()
                    .distinct()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LongStream hashes(InputStream file) {
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
        return lines.stream().mapToLong(CommonPasswords::hash);
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(name));
    }

    /** FNV-1a, 64 bits: spreads well and costs nothing. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ b & 0xff) * 0x100000001b3L;
        return hash;
    }
}
