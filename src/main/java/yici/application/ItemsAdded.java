package yici.application;

import java.util.List;
import java.util.Optional;

/**
 * Items were added to an application that is under way or finished. Heard in the same transaction.
 *
 * @param application as it is now: the new items stand behind the old ones, whose places and case numbers stay as they were; no old item
 *     waits for a new one
 * @param items keys of the new items, in the plan's order
 * @param agent who added them, when that was not the applicant
 */
public record ItemsAdded(Application application, List<String> items, Optional<Agent> agent) {}
