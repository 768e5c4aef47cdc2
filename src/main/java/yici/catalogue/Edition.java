package yici.catalogue;

import java.time.Instant;
import java.util.UUID;

/**
 * A published, immutable version of a guide.
 *
 * @param variant key of the variant inside the life event: {@code std}, {@code v-89940523}
 * @param number counts the editions of one variant from 1
 */
public record Edition(UUID id, String lifeEvent, String variant, int number, Instant publishedAt, Guide guide) {

    /** As printed on notices and receipts: {@code 43PCN0009/std/1}. */
    public String version() {
        return lifeEvent + "/" + variant + "/" + number;
    }
}
