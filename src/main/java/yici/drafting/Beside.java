package yici.drafting;

import java.util.List;
import java.util.Optional;

/**
 * Who else is there.
 *
 * @param seen the step that the page shows
 * @param moved the last step, where somebody else has made one since
 */
record Beside(Draft draft, int seen, List<String> others, Optional<GuideDrafts.Step> moved) {}
