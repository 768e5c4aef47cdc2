package yici.publication;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far an edition is.
 *
 * @param reviews how many it has passed
 * @param publishAt while it is scheduled
 * @param publishedAt stays when it is withdrawn or followed by another
 * @param reason of the last act that needs one
 */
record Standing(State state, int reviews, Optional<Instant> publishAt, Optional<Instant> publishedAt, String reason) {

    static final Standing DRAFT = new Standing(State.DRAFT, 0, Optional.empty(), Optional.empty(), "");

    enum State {
        DRAFT,
        REVIEW,
        SECRECY,
        READY,
        SCHEDULED,
        PUBLISHED,
        /** Its page stays, with the reason. */
        WITHDRAWN,
        /** Followed by another edition. */
        ARCHIVED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String tag() {
            return switch (this) {
                case DRAFT, ARCHIVED -> "govuk-tag--grey";
                case REVIEW, SECRECY -> "govuk-tag--blue";
                case READY, SCHEDULED -> "govuk-tag--yellow";
                case PUBLISHED -> "govuk-tag--green";
                case WITHDRAWN -> "govuk-tag--red";
            };
        }
    }

    Standing at(State next, String why) {
        return new Standing(next, reviews, Optional.empty(), publishedAt, why);
    }

    Standing reviewed(boolean last) {
        return new Standing(last ? State.SECRECY : State.REVIEW, reviews + 1, Optional.empty(), publishedAt, "");
    }

    Standing returned(String why) {
        return new Standing(State.DRAFT, 0, Optional.empty(), Optional.empty(), why);
    }

    Standing scheduled(Instant when) {
        return new Standing(State.SCHEDULED, reviews, Optional.of(when), Optional.empty(), "");
    }

    Standing published(Instant when, String why) {
        return new Standing(State.PUBLISHED, reviews, Optional.empty(), Optional.of(when), why);
    }
}
