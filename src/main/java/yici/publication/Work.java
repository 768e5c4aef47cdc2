package yici.publication;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import yici.kit.Translated;

/**
 * What is published once, in however many editions and languages.
 *
 * @param slug its address for good
 * @param kind a key of {@link Kinds}
 * @param form of an explainer: qa, infographic, …; else empty
 * @param body who issues it
 * @param formedOn the day the thing it tells of was formed
 * @param fields what its kind asks for
 */
record Work(
        UUID id,
        String slug,
        String kind,
        String form,
        String area,
        String body,
        Translated sourceName,
        String sourceUrl,
        LocalDate formedOn,
        Map<String, String> fields) {}
