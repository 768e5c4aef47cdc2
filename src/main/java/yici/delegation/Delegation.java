package yici.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One record of the register, as it was agreed. It never changes: what becomes of it is told by its {@link Step}s.
 *
 * @param number such as 2026-0007, as papers and pages name it
 * @param power what is handed over: a key of {@code catalogue.Powers}
 * @param department of the power, as the catalogue had it on the day
 * @param giver a body; the same as the receiver where the law itself gives it
 * @param areas where: each with all below it that has no record of its own
 * @param from the first day; an application filed on it goes to the receiver
 * @param until the last day; empty until further notice
 * @param supervisor the body that watches over it
 * @param replaces the record this one takes the place of, on its first day
 * @param invented made up for the demonstration
 */
record Delegation(
        String number,
        String power,
        String department,
        String giver,
        String receiver,
        Mode mode,
        List<String> areas,
        LocalDate from,
        Optional<LocalDate> until,
        SealOf seal,
        LegalFile file,
        String supervisor,
        Optional<String> replaces,
        boolean invented) {

    /** @param link empty where the file is not online */
    record LegalFile(String title, String number, String link) {}

    Delegation {
        areas = List.copyOf(areas);
    }

    boolean replaces(Delegation other) {
        return replaces.equals(Optional.of(other.number));
    }
}
