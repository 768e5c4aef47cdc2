package yici.publication;

import java.time.Instant;
import java.time.LocalDate;
import yici.kit.Language;

/** A work in a list: in the reader's language, or in Chinese. */
record Line(
        String slug,
        String kind,
        String form,
        Language language,
        String title,
        String summary,
        LocalDate formedOn,
        Instant publishedAt) {}
