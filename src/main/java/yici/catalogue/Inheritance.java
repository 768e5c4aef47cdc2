package yici.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.kit.Ids;

/**
 * A variant keeps its differences when the text it inherits from changes: on every day on which one of the two gets another edition, its
 * differences are carried over. Where both have changed the same thing it stays as it was, and its area decides.
 */
@Component
class Inheritance {

    private final Editions editions;
    private final Contents contents;
    private final LifeEvents lifeEvents;
    private final Clock clock;

    Inheritance(Editions editions, Contents contents, LifeEvents lifeEvents, Clock clock) {
        this.editions = editions;
        this.contents = contents;
        this.lifeEvents = lifeEvents;
        this.clock = clock;
    }

    /** Both a variant whose parent has later editions already, and those that inherit from what was published. */
    void follow(EditionHead published, List<EditionHead> followed, List<Stuck> stuck) {
        var from = published.effectiveFrom();
        if (published.base().isPresent()) follow(published.subject(), published.variant(), from, followed, stuck);
        for (var child : lifeEvents.children(published.subject(), published.variant()))
            follow(published.subject(), child, from, followed, stuck);
    }

    private void follow(String subject, String variant, LocalDate from, List<EditionHead> followed, List<Stuck> stuck) {
        var parent = lifeEvents.parent(subject, variant);
        var days = new TreeSet<LocalDate>();
        days.add(from);
        for (var edition : editions.history(subject, parent)) days.add(edition.effectiveFrom());
        for (var edition : editions.history(subject, variant)) days.add(edition.effectiveFrom());
        int before = followed.size();
        for (var day : days.tailSet(from)) follow(subject, variant, parent, day, followed, stuck);
        if (followed.size() == before) return;
        for (var child : lifeEvents.children(subject, variant)) follow(subject, child, from, followed, stuck);
    }

    private void follow(
            String subject,
            String variant,
            String parent,
            LocalDate day,
            List<EditionHead> followed,
            List<Stuck> stuck) {
        var own = editions.inForce(subject, variant, day);
        var base = editions.inForce(subject, parent, day);
        if (own.isEmpty() || base.isEmpty()) return;
        if (own.get().base().equals(Optional.of(base.get().id()))) return;
        var changes = changes(own.get(), parent);
        switch (Changes.apply(contents.base(base.get().id()), changes)) {
            case Changes.Outcome.Conflicting(var conflicts) -> stuck.add(new Stuck(own.get(), base.get(), conflicts));
            case Changes.Outcome.Applied(var content, var kept) -> {
                var tangled = tangled(base.get(), content, kept);
                if (tangled.isEmpty()) followed.add(add(own.get(), base.get(), day, content, kept));
                else stuck.add(new Stuck(own.get(), base.get(), tangled));
            }
        }
    }

    /** Editions of before differences were kept are whole: theirs are found beside what was in force when they came. */
    private List<Change> changes(EditionHead own, String parent) {
        var kept = contents.find(own.id());
        if (kept.content().isEmpty()) return kept.changes();
        return editions.inForce(own.subject(), parent, own.effectiveFrom())
                .map(then ->
                        Changes.between(contents.base(then.id()), kept.content().get()))
                .orElseGet(kept::changes);
    }

    private EditionHead add(EditionHead own, EditionHead base, LocalDate day, JsonNode content, List<Change> changes) {
        var head = new EditionHead(
                Ids.fresh(clock),
                own.subject(),
                own.variant(),
                editions.lastNumber(own.subject(), own.variant()) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                day,
                Optional.of(base.id()),
                hash(Optional.of(base), content, changes),
                true,
                base.note(),
                base.by(),
                base.confirmedBy());
        editions.add(new Editions.Kept(head, Optional.empty(), changes), 0);
        return head;
    }

    /** What a variant could not follow, as things stand on that day: nothing when it inherits from what is in force. */
    Optional<Stuck> stuck(String subject, String variant, LocalDate day) {
        var parent = lifeEvents.parent(subject, variant);
        var own = editions.inForce(subject, variant, day);
        var base = editions.inForce(subject, parent, day);
        if (own.isEmpty() || base.isEmpty()) return Optional.empty();
        if (own.get().base().equals(Optional.of(base.get().id()))) return Optional.empty();
        var changes = changes(own.get(), parent);
        return switch (Changes.apply(contents.base(base.get().id()), changes)) {
            case Changes.Outcome.Conflicting(var conflicts) -> Optional.of(new Stuck(own.get(), base.get(), conflicts));
            case Changes.Outcome.Applied(var content, var kept) ->
                Optional.of(tangled(base.get(), content, kept))
                        .filter(conflicts -> !conflicts.isEmpty())
                        .map(conflicts -> new Stuck(own.get(), base.get(), conflicts));
        };
    }

    /**
     * Each change finds its place, and still they do not go together with what is new below them: two services would wait for each other, or
     * something speaks of what is gone. Nobody but the area can say which of its changes has to give way.
     */
    private List<Changes.Conflict> tangled(EditionHead base, JsonNode content, List<Change> kept) {
        if (!isGuide(content)) return List.of();
        var below = contents.base(base.id());
        var guide = GuideJson.read(content);
        var before = GuideJson.read(below);
        var old = Soundness.check(before, before);
        if (old.containsAll(Soundness.check(guide, before))) return List.of();
        return kept.stream()
                .map(change -> new Changes.Conflict(change, Changes.at(below, change.path())))
                .toList();
    }

    /** Other texts have editions too; they are no graph. */
    private static boolean isGuide(JsonNode content) {
        return Stream.of("items", "groups", "evidence", "conditions", "questions", "elements")
                .allMatch(list -> content.path(list).isArray());
    }

    /** Of a text its own; of differences, theirs on their base: the same differences on another base are another text. */
    static String hash(Optional<EditionHead> base, JsonNode content, List<Change> changes) {
        return base.map(b -> GuideJson.hash(b.contentHash() + GuideJson.write(changes)))
                .orElseGet(() -> GuideJson.hash(GuideJson.write(content)));
    }
}
