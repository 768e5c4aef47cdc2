package yici.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/**
 * Why this office: what leads from the law to the body that decides, step by step.
 *
 * @param filedOn the day that counts
 * @param byLaw the department's body nearest to the area
 * @param chain the records that moved the power, from the first hand to the last; empty where none did
 * @param decided by whom what was filed there on that day is decided
 * @param elsewhere where the case lies now, when that is not the one
 * @param since what has changed for those who file later
 */
public record Why(
        Translated item,
        Translated department,
        Area area,
        LocalDate filedOn,
        Optional<PublicBody> byLaw,
        List<Link> chain,
        Optional<PublicBody> decided,
        Optional<PublicBody> elsewhere,
        Optional<Since> since) {

    record Link(
            String number,
            Mode mode,
            PublicBody giver,
            PublicBody receiver,
            List<Area> areas,
            LocalDate from,
            Optional<LocalDate> lastDay,
            Delegation.LegalFile file,
            SealOf seal) {

        PublicBody sealOwner() {
            return seal == SealOf.RECEIVER ? receiver : giver;
        }
    }

    /** @param number of the record that begins there; empty where one ends */
    record Since(LocalDate from, Optional<PublicBody> to, Optional<String> number) {}

    /** The law's own body, where another level has it by no record. */
    boolean isNearestAbove() {
        return byLaw.filter(body -> !body.area().equals(area.code())
                        && !area.parent()
                                .filter(parent -> area.level() == Area.Level.OWN_LEVEL && parent.equals(body.area()))
                                .isPresent())
                .isPresent();
    }

    Optional<Link> last() {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
    }
}
