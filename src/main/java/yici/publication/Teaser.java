package yici.publication;

import java.time.LocalDate;
import yici.kit.Language;

/**
 * A work on a home page: in the reader's language, or in Chinese.
 *
 * @param area whose work it is: another area's page says so
 */
public record Teaser(
        String slug,
        String kind,
        String form,
        Language language,
        String title,
        String summary,
        LocalDate formedOn,
        String area) {}
