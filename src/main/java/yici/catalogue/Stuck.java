package yici.catalogue;

import java.util.List;

/**
 * A variant that could not follow what it inherits from, because both have changed the same thing.
 *
 * @param own its edition, which stays in force
 * @param base what it would inherit from
 * @param conflicts never empty
 */
public record Stuck(EditionHead own, EditionHead base, List<Changes.Conflict> conflicts) {}
