package yici.catalogue;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Ids;

/** Puts a guide in force as the next edition of its variant. What is equal to the edition in force is not published again. */
@Component
class PublishEdition {

    sealed interface Publication {
        record Published(Edition edition) implements Publication {}

        record Unchanged(UUID edition) implements Publication {}
    }

    private final Editions editions;
    private final Revision revision;
    private final Clock clock;

    PublishEdition(Editions editions, Revision revision, Clock clock) {
        this.editions = editions;
        this.revision = revision;
        this.clock = clock;
    }

    @Transactional
    Publication publish(String variant, Guide guide) {
        String json = GuideJson.write(guide);
        String hash = GuideJson.hash(json);
        var before = editions.hold(guide.code(), variant);
        if (before.isPresent() && before.get().contentHash().equals(hash))
            return new Publication.Unchanged(before.get().edition());

        var edition = new Edition(
                Ids.fresh(clock),
                guide.code(),
                variant,
                before.map(Editions.InForce::number).orElse(0) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                guide);
        editions.add(edition, json, hash);
        editions.putInForce(edition);
        revision.next();
        return new Publication.Published(edition);
    }
}
