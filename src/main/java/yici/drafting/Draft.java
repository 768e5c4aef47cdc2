package yici.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import yici.catalogue.Change;

/**
 * What an area is about to change in a life event.
 *
 * @param changes differences from what the area inherits
 * @param said what the second person said when giving it back; empty until then
 * @param version of the step it stands at
 */
record Draft(
        UUID id,
        String lifeEvent,
        String area,
        List<Change> changes,
        LocalDate effectiveFrom,
        String note,
        State state,
        UUID author,
        String authorName,
        String said,
        int version) {

    enum State {
        OPEN,
        IN_REVIEW,
        RETURNED,
        PUBLISHED,
        DROPPED;

        /** Whether anything can be changed in it. */
        boolean isWritable() {
            return this == OPEN || this == RETURNED;
        }

        boolean isOver() {
            return this == PUBLISHED || this == DROPPED;
        }

        String words() {
            return "drafting.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    String subject() {
        return "draft:" + id;
    }

    String path() {
        return "/admin/drafts/" + id;
    }

    Draft with(List<Change> other) {
        return new Draft(id, lifeEvent, area, other, effectiveFrom, note, state, author, authorName, said, version);
    }

    Draft with(LocalDate day, String words) {
        return new Draft(id, lifeEvent, area, changes, day, words, state, author, authorName, said, version);
    }
}
