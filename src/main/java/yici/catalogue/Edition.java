package yici.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import yici.kit.View;

/**
 * A published, immutable version of a guide.
 *
 * @param variant key of the variant inside the life event: {@code std}, {@code v-89940523}
 * @param number counts the editions of one variant from 1
 * @param effectiveFrom in force from the beginning of that day until another edition is
 */
public record Edition(
        UUID id,
        String lifeEvent,
        String variant,
        int number,
        Instant publishedAt,
        LocalDate effectiveFrom,
        Guide guide) {

    /** Files do not say since when their first text has been in force; since it was read, at the least. */
    public LocalDate knownFrom() {
        return effectiveFrom.equals(EditionHead.SINCE_EVER)
                ? LocalDate.ofInstant(publishedAt, View.ZONE)
                : effectiveFrom;
    }

    /** As printed on notices and receipts: {@code 43PCN0009/std/1}. */
    public String version() {
        return lifeEvent + "/" + variant + "/" + number;
    }
}
