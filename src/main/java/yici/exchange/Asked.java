package yici.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yici.catalogue.Holding;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;

/**
 * What a program has asked for.
 *
 * @param words folded to lower case, all of which must stand in a record
 * @param whole whether entries carry their records
 */
record Asked(
        LocalDate on,
        Optional<Holding.Kind> kind,
        Optional<Area> area,
        Optional<PublicBody> body,
        List<String> words,
        Optional<Instant> changedSince,
        boolean whole,
        int page,
        int limit) {}
