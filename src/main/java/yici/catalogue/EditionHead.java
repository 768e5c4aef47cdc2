package yici.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import yici.kit.View;

/**
 * What is known of an edition without opening it.
 *
 * @param subject code of the life event, or key of the single service
 * @param base the edition it inherits from; empty for a standard, which stands by itself
 * @param contentHash equal for equal content on an equal base
 * @param followed made because the base changed; nobody of the variant's own area has written it
 * @param note what is new, in its author's words; may be empty
 * @param by who wrote it; empty for what was read from files
 * @param confirmedBy the second person
 */
public record EditionHead(
        UUID id,
        String subject,
        String variant,
        int number,
        Instant publishedAt,
        LocalDate effectiveFrom,
        Optional<UUID> base,
        String contentHash,
        boolean followed,
        String note,
        Optional<UUID> by,
        Optional<UUID> confirmedBy) {

    /** The first day of what was in force before anybody put it in here. */
    static final LocalDate SINCE_EVER = LocalDate.of(1949, 10, 1);

    /** Files do not say since when their first text has been in force; since it was read, at the least. */
    public LocalDate knownFrom() {
        return effectiveFrom.equals(SINCE_EVER) ? LocalDate.ofInstant(publishedAt, View.ZONE) : effectiveFrom;
    }

    /** As printed on notices and receipts: {@code 43PCN0009/std/1}. */
    public String version() {
        return subject + "/" + variant + "/" + number;
    }
}
