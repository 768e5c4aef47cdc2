package yici.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import yici.jurisdiction.Areas;

/** Puts single services in force, and what bodies offer of them: an offer keeps only in what it differs, and why. */
@Component
class ServiceEditions {

    sealed interface Offered {
        record Put(PublishEdition.Publication publication) implements Offered {}

        /** @param path of the difference that is wrong; empty for the whole */
        record Wrong(List<String> path, String why) implements Offered {}
    }

    private final Services services;
    private final LifeEvents lifeEvents;
    private final PublishEdition publish;
    private final Editions editions;
    private final Contents contents;
    private final Areas areas;

    ServiceEditions(
            Services services,
            LifeEvents lifeEvents,
            PublishEdition publish,
            Editions editions,
            Contents contents,
            Areas areas) {
        this.services = services;
        this.lifeEvents = lifeEvents;
        this.publish = publish;
        this.editions = editions;
        this.contents = contents;
        this.areas = areas;
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
        if (base.isEmpty()) return new Offered.Wrong(List.of(), "there is no service " + service + " on that day");
        var wrong = wrong(service, contents.base(base.get().id()), changes);
        if (wrong.isPresent()) return wrong.get();

        var place = areas.get(area).code();
        var variant = AreaVariants.key(place);
        if (lifeEvents.isUnknown(service, variant))
            lifeEvents.add(new Variant(
                    service,
                    variant,
                    invented ? Variant.Kind.SYNTHETIC : Variant.Kind.CONTENT,
                    invented,
                    Optional.of(1),
                    true,
                    List.of(place),
                    Variant.STANDARD,
                    ""));
        var published = publish.variant(service, variant, changes, terms, 0);
        if (lifeEvents.ownVariant(service, place, terms.effectiveFrom()).isEmpty())
            lifeEvents.give(service, place, variant, terms.effectiveFrom());
        return new Offered.Put(published);
    }

    /** What it is and whose it is belongs to the service; the rest a body may say differently, and must say why. */
    private static Optional<Offered> wrong(String service, JsonNode base, List<Change> changes) {
        if (changes.isEmpty()) return wrong(List.of(), "an offer without a difference is the service itself");
        for (var change : changes) {
            if (change.path().isEmpty()) return wrong(change.path(), "does not say where");
            if (change.path().getFirst().equals("key")
                    || change.path().getFirst().equals("department"))
                return wrong(change.path(), "belongs to the service, not to the offer");
            if (change.reason().isBlank()) return wrong(change.path(), "has no reason");
        }
        return switch (Changes.apply(base, changes)) {
            case Changes.Outcome.Conflicting(var conflicts) ->
                wrong(
                        conflicts.getFirst().change().path(),
                        "the service says something else there than this was made for");
            case Changes.Outcome.Applied applied -> unreadable(service, applied.content());
        };
    }

    private static Optional<Offered> unreadable(String service, JsonNode content) {
        try {
            GuideJson.readService(content);
            return Optional.empty();
        } catch (JacksonException e) {
            return wrong(List.of(), "what comes of it is no service " + service + ": " + e.getOriginalMessage());
        }
    }

    private static Optional<Offered> wrong(List<String> path, String why) {
        return Optional.of(new Offered.Wrong(path, why));
    }
}
