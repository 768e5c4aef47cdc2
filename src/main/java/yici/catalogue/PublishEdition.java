package yici.catalogue;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

        /** Nothing was put in force. */
        record Refused(List<BeforePublishing.Objection> objections) implements Publication {}
    }

    private final Editions editions;
    private final Revision revision;
    private final List<BeforePublishing> rules;
    private final Clock clock;

    PublishEdition(Editions editions, Revision revision, List<BeforePublishing> rules, Clock clock) {
        this.editions = editions;
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    @Transactional
    Publication publish(String variant, Guide guide) {
        var objections = objections(guide);
        return objections.isEmpty() ? put(variant, guide, 0) : new Publication.Refused(objections);
    }

    /** What the source has published already is shown as it is, faults included; the edition keeps how many rules speak against it. */
    @Transactional
    Publication take(String variant, Guide guide) {
        return put(variant, guide, objections(guide).size());
    }

    private List<BeforePublishing.Objection> objections(Guide guide) {
        return rules.stream().flatMap(rule -> rule.objections(guide).stream()).toList();
    }

    private Publication put(String variant, Guide guide, int objections) {
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
        editions.add(edition, json, hash, objections);
        editions.putInForce(edition);
        revision.next();
        return new Publication.Published(edition);
    }
}
