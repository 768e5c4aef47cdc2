package yici.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import yici.catalogue.TakeHolding.Why;
import yici.kit.Shape;

/** Puts single services in force, and what bodies offer of them: an offer keeps only in what it differs, and why. */
@Component
class ServiceEditions {

    sealed interface Offered {
        record Put(PublishEdition.Publication publication) implements Offered {}

        /** @param path of the difference that is wrong; empty for the whole */
        record Wrong(List<String> path, Why why, String detail) implements Offered {}
    }

    private static final Set<String> OF_THE_SERVICE = Set.of("key", "department", "partOf");

    private final Services services;
    private final LifeEvents lifeEvents;
    private final PublishEdition publish;
    private final Editions editions;
    private final Contents contents;

    ServiceEditions(
            Services services, LifeEvents lifeEvents, PublishEdition publish, Editions editions, Contents contents) {
        this.services = services;
        this.lifeEvents = lifeEvents;
        this.publish = publish;
        this.editions = editions;
        this.contents = contents;
    }

    @Transactional
    PublishEdition.Publication standard(Service service, PublishEdition.Terms terms) {
        services.add(service.key());
        if (lifeEvents.isUnknown(service.key(), Variant.STANDARD)) lifeEvents.add(standardOf(service.key()));
        return publish.standard(service.key(), GuideJson.tree(service), terms, 0);
    }

    static Variant standardOf(String service) {
        return new Variant(
                service, Variant.STANDARD, Variant.Kind.BASE, false, Optional.empty(), true, List.of(), "", "");
    }

    /** The service must be in force on that day. */
    @Transactional
    Offered offer(String service, String area, boolean invented, List<Change> changes, PublishEdition.Terms terms) {
        editions.hold(service);
        var base = editions.inForce(service, Variant.STANDARD, terms.effectiveFrom());
        if (base.isEmpty()) return new Offered.Wrong(List.of(), Why.UNKNOWN, service);
        var wrong = wrong(contents.base(base.get().id()), changes);
        if (wrong.isPresent()) return wrong.get();
        register(service, area, invented, terms.effectiveFrom(), terms.by().isPresent());
        return new Offered.Put(publish.variant(service, AreaVariants.key(area), changes, terms, 0));
    }

    /** Whose it is, from that day on. */
    void register(String service, String area, boolean invented, LocalDate from, boolean madeHere) {
        var variant = AreaVariants.key(area);
        if (lifeEvents.isUnknown(service, variant)) {
            var known = new Variant(
                    service,
                    variant,
                    invented ? Variant.Kind.SYNTHETIC : Variant.Kind.CONTENT,
                    invented,
                    Optional.of(1),
                    true,
                    List.of(area),
                    Variant.STANDARD,
                    "");
            if (madeHere) lifeEvents.addMadeHere(known);
            else lifeEvents.add(known);
        }
        if (!lifeEvents.ownVariant(service, area, from).equals(Optional.of(variant)))
            lifeEvents.give(service, area, variant, from);
    }

    /** What it is and whose it is belongs to the service; the rest a body may say differently, and must say why. */
    private static Optional<Offered> wrong(JsonNode base, List<Change> changes) {
        if (changes.isEmpty()) return wrong(List.of(), Why.NO_DIFFERENCE, "");
        for (var change : changes) {
            if (change.path().isEmpty()) return wrong(change.path(), Why.UNREADABLE, "");
            if (OF_THE_SERVICE.contains(change.path().getFirst())) return wrong(change.path(), Why.NOT_ITS_OWN, "");
            if (change.reason().isBlank()) return wrong(change.path(), Why.NO_REASON, "");
        }
        return switch (Changes.apply(base, changes)) {
            case Changes.Outcome.Conflicting(var conflicts) -> {
                var first = conflicts.getFirst();
                yield wrong(
                        first.change().path(),
                        Why.CONFLICT,
                        first.stands().map(JsonNode::toString).orElse(""));
            }
            case Changes.Outcome.Applied applied ->
                Shape.faults(Service.class, applied.content()).stream()
                        .findFirst()
                        .flatMap(fault -> wrong(
                                List.of(fault.path().substring(1).split("/")),
                                Why.UNREADABLE,
                                fault.rule().name()));
        };
    }

    private static Optional<Offered> wrong(List<String> path, Why why, String detail) {
        return Optional.of(new Offered.Wrong(path, why, detail));
    }
}
