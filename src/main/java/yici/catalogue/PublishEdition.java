package yici.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import yici.kit.Ids;

/**
 * Puts a text in force as the next edition of its variant, and lets what inherits from it follow. What is equal to the edition in force is
 * not published again. Whoever calls this has checked who may and that a second person agrees.
 */
@Component
public class PublishEdition {

    /**
     * @param effectiveFrom today or later; of two editions of one day the later published counts
     * @param note what is new; may be empty
     * @param by empty for what is read from files
     * @param asIs what a source has published already is shown as it is, faults included
     */
    public record Terms(
            LocalDate effectiveFrom, String note, Optional<UUID> by, Optional<UUID> confirmedBy, boolean asIs) {

        static Terms asIs(LocalDate effectiveFrom) {
            return new Terms(effectiveFrom, "", Optional.empty(), Optional.empty(), true);
        }
    }

    public sealed interface Publication {

        /**
         * @param followed editions of variants that inherit from it, made at the same moment
         * @param conflicts variants that stay on the text they had, because they differ where it has changed
         */
        record Published(EditionHead edition, List<EditionHead> followed, List<Stuck> conflicts)
                implements Publication {}

        record Unchanged(EditionHead edition) implements Publication {}

        /** Variants only: the differences are told against another text than the one they would inherit from. */
        record Conflicting(List<Changes.Conflict> conflicts) implements Publication {}

        /** A rule forbids what is new in it. What spoke against the text before speaks on, and stops nobody from mending something else. */
        record Refused(List<BeforePublishing.Objection> objections) implements Publication {}
    }

    private final Editions editions;
    private final Contents contents;
    private final Inheritance inheritance;
    private final LifeEvents lifeEvents;
    private final SearchIndex index;
    private final Revision revision;
    private final List<BeforePublishing> rules;
    private final Clock clock;

    PublishEdition(
            Editions editions,
            Contents contents,
            Inheritance inheritance,
            LifeEvents lifeEvents,
            SearchIndex index,
            Revision revision,
            List<BeforePublishing> rules,
            Clock clock) {
        this.editions = editions;
        this.contents = contents;
        this.inheritance = inheritance;
        this.lifeEvents = lifeEvents;
        this.index = index;
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /** The standard of a life event. */
    @Transactional
    public Publication standard(Guide guide, Terms terms) {
        editions.hold(guide.code());
        var spoken = objections(guide);
        var before = editions.inForce(guide.code(), Variant.STANDARD, terms.effectiveFrom());
        var refused = newIn(spoken, before, terms);
        return refused.isEmpty()
                ? standard(guide.code(), GuideJson.tree(guide), terms, spoken.size())
                : new Publication.Refused(refused);
    }

    Publication standard(String subject, JsonNode content, Terms terms, int objections) {
        editions.hold(subject);
        return put(subject, Variant.STANDARD, Optional.empty(), content, List.of(), terms, objections);
    }

    /**
     * A variant, by its differences from what it inherits from on the day it comes into force.
     *
     * @throws IllegalStateException when its parent is not yet in force on that day
     */
    @Transactional
    public Publication variant(String lifeEvent, String variant, List<Change> changes, Terms terms) {
        editions.hold(lifeEvent);
        var parent = parentInForce(lifeEvent, variant, terms.effectiveFrom());
        if (!(Changes.apply(contents.base(parent.id()), changes) instanceof Changes.Outcome.Applied applied))
            return variant(lifeEvent, variant, changes, terms, 0);
        var spoken = objections(contents.guide(parent.id(), applied.content()));
        var refused = newIn(spoken, Optional.of(parent), terms);
        return refused.isEmpty()
                ? variant(lifeEvent, variant, changes, terms, spoken.size())
                : new Publication.Refused(refused);
    }

    Publication variant(String subject, String variant, List<Change> changes, Terms terms, int objections) {
        editions.hold(subject);
        var parent = parentInForce(subject, variant, terms.effectiveFrom());
        var base = contents.base(parent.id());
        return switch (Changes.apply(base, changes)) {
            case Changes.Outcome.Conflicting(var conflicts) -> new Publication.Conflicting(conflicts);
            case Changes.Outcome.Applied(var content, var kept) ->
                put(subject, variant, Optional.of(parent), content, kept, terms, objections);
        };
    }

    /** The differences of a whole text from what the variant inherits from on that day; without reasons. */
    public List<Change> differences(String subject, String variant, Guide own, LocalDate day) {
        return Changes.between(
                contents.base(parentInForce(subject, variant, day).id()), GuideJson.tree(own));
    }

    private List<BeforePublishing.Objection> objections(Guide guide) {
        return rules.stream().flatMap(rule -> rule.objections(guide).stream()).toList();
    }

    private List<BeforePublishing.Objection> newIn(
            List<BeforePublishing.Objection> spoken, Optional<EditionHead> before, Terms terms) {
        if (spoken.isEmpty() || terms.asIs()) return List.of();
        var old = before.map(b -> Set.copyOf(objections(GuideJson.read(contents.of(b.id())))))
                .orElseGet(Set::of);
        return spoken.stream().filter(objection -> !old.contains(objection)).toList();
    }

    private EditionHead parentInForce(String subject, String variant, LocalDate day) {
        var parent = lifeEvents.parent(subject, variant);
        return editions.inForce(subject, parent, day)
                .orElseThrow(() -> new IllegalStateException(parent + " of " + subject + " is not in force on " + day));
    }

    private Publication put(
            String subject,
            String variant,
            Optional<EditionHead> base,
            JsonNode content,
            List<Change> changes,
            Terms terms,
            int objections) {
        var kept = base.isPresent() ? Optional.<JsonNode>empty() : Optional.of(content);
        var hash = Inheritance.hash(base, content, changes);
        var before = editions.inForce(subject, variant, terms.effectiveFrom());
        if (before.filter(b -> b.contentHash().equals(hash)).isPresent())
            return new Publication.Unchanged(before.get());

        var head = new EditionHead(
                Ids.fresh(clock),
                subject,
                variant,
                editions.lastNumber(subject, variant) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                terms.effectiveFrom(),
                base.map(EditionHead::id),
                hash,
                false,
                terms.note(),
                terms.by(),
                terms.confirmedBy());
        editions.add(new Editions.Kept(head, kept, changes), objections);
        var followed = new ArrayList<EditionHead>();
        var stuck = new ArrayList<Stuck>();
        inheritance.follow(head, followed, stuck);
        index.put(head, content);
        followed.forEach(index::put);
        revision.next();
        return new Publication.Published(head, List.copyOf(followed), List.copyOf(stuck));
    }
}
