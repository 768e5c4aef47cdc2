package yici.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import yici.catalogue.PublishEdition.Publication;
import yici.jurisdiction.Areas;
import yici.kit.Shape;

/** Takes a record from outside into the catalogue. Whoever calls this has checked who may and that a second person agrees. */
@Component
public class TakeHolding {

    /** Why a record is not taken. */
    public enum Why {
        /** It names something that is not there. */
        UNKNOWN,
        /** The same name stands twice. */
        TWICE,
        NO_REASON,
        NO_DIFFERENCE,
        /** It differs from another text than the one it would inherit from. */
        CONFLICT,
        /** What belongs to the service or to the standard alone. */
        NOT_ITS_OWN,
        /** What comes of it cannot be read. */
        UNREADABLE,
        /** A rule of guides forbids what is new in it. */
        RULE
    }

    /** @param path from the record down, with slashes; may be empty */
    public record Refusal(String path, String value, Why why, String detail) {}

    public sealed interface Taken {
        record Done() implements Taken {}

        record Refused(List<Refusal> refusals) implements Taken {}
    }

    private final PublishEdition publish;
    private final ServiceEditions serviceEditions;
    private final LifeEvents lifeEvents;
    private final Services services;
    private final Editions editions;
    private final Contents contents;
    private final References references;
    private final SearchIndex index;
    private final Revision revision;
    private final Areas areas;

    TakeHolding(
            PublishEdition publish,
            ServiceEditions serviceEditions,
            LifeEvents lifeEvents,
            Services services,
            Editions editions,
            Contents contents,
            References references,
            SearchIndex index,
            Revision revision,
            Areas areas) {
        this.publish = publish;
        this.serviceEditions = serviceEditions;
        this.lifeEvents = lifeEvents;
        this.services = services;
        this.editions = editions;
        this.contents = contents;
        this.references = references;
        this.index = index;
        this.revision = revision;
        this.areas = areas;
    }

    /** In force from the day of the terms on. What was refused has changed nothing that the caller does not roll back. */
    @Transactional
    public Taken take(Holding holding, PublishEdition.Terms terms) {
        var wrong = references.wrong(holding, terms.effectiveFrom());
        if (!wrong.isEmpty()) return new Taken.Refused(wrong);
        var taken = switch (holding) {
            case Holding.TopicRecord topic -> take(topic);
            case Holding.LifeEventRecord event -> take(event, terms);
            case Holding.VariantRecord variant -> take(variant, terms);
            case Holding.ServiceRecord service -> told("", serviceEditions.standard(service.service(), terms));
            case Holding.OfferRecord offer -> take(offer, terms);
        };
        revision.next();
        return taken;
    }

    private Taken take(Holding.TopicRecord topic) {
        services.put(new Topic(topic.audience(), topic.topic(), topic.name()), topic.position());
        return new Taken.Done();
    }

    private Taken take(Holding.LifeEventRecord event, PublishEdition.Terms terms) {
        var code = event.guide().code();
        lifeEvents.put(new LifeEvents.Row(
                code, event.position(), event.topic(), event.words(), event.regionalGuides(), event.sourceVariants()));
        if (lifeEvents.isUnknown(code, Variant.STANDARD)) lifeEvents.addMadeHere(ServiceEditions.standardOf(code));
        var taken = told("guide/", publish.standard(event.guide(), terms));
        index.again(code);
        return taken;
    }

    private Taken take(Holding.VariantRecord record, PublishEdition.Terms terms) {
        var variant = new Variant(
                record.lifeEvent(),
                record.variant(),
                record.difference(),
                record.invented(),
                record.areaCount(),
                record.areasComplete(),
                record.areas(),
                record.parent(),
                record.note());
        if (lifeEvents.isUnknown(record.lifeEvent(), record.variant())) lifeEvents.addMadeHere(variant);
        else lifeEvents.change(variant);
        give(record, terms.effectiveFrom());
        if (!variant.isRead()) return new Taken.Done();

        var unreadable = unreadable(record, terms.effectiveFrom());
        if (!unreadable.isEmpty()) return new Taken.Refused(unreadable);
        return told("differences/", publish.variant(record.lifeEvent(), record.variant(), record.differences(), terms));
    }

    /** Those listed have it, those no longer listed have again what the level above has. */
    private void give(Holding.VariantRecord record, LocalDate day) {
        for (var own : lifeEvents.ownVariants(day))
            if (own.subject().equals(record.lifeEvent())
                    && own.variant().equals(record.variant())
                    && !record.areas().contains(own.area())) lifeEvents.give(record.lifeEvent(), own.area(), "", day);
        for (var area : record.areas())
            if (!lifeEvents.ownVariant(record.lifeEvent(), area, day).equals(Optional.of(record.variant())))
                lifeEvents.give(record.lifeEvent(), area, record.variant(), day);
    }

    private List<Refusal> unreadable(Holding.VariantRecord record, LocalDate day) {
        var parent = editions.inForce(record.lifeEvent(), record.parent(), day);
        if (parent.isEmpty())
            return List.of(new Refusal("parent", record.parent(), Why.UNKNOWN, "not in force on " + day));
        return switch (Changes.apply(contents.base(parent.get().id()), record.differences())) {
            // told by publishing, place by place
            case Changes.Outcome.Conflicting _ -> List.of();
            case Changes.Outcome.Applied applied -> unreadable(applied.content());
        };
    }

    private List<Refusal> unreadable(JsonNode guide) {
        var faults = Shape.faults(Guide.class, guide);
        return faults.isEmpty()
                ? references.wrong("differences", GuideJson.read(guide))
                : faults.stream()
                        .map(fault -> new Refusal(
                                "differences" + fault.path(),
                                fault.value(),
                                Why.UNREADABLE,
                                fault.rule().name()))
                        .toList();
    }

    private Taken take(Holding.OfferRecord offer, PublishEdition.Terms terms) {
        return switch (serviceEditions.offer(
                offer.service(), areas.get(offer.area()).code(), offer.invented(), offer.differences(), terms)) {
            case ServiceEditions.Offered.Put put -> told("differences/", put.publication());
            case ServiceEditions.Offered.Wrong wrong ->
                new Taken.Refused(List.of(
                        new Refusal("differences/" + String.join("/", wrong.path()), "", wrong.why(), wrong.detail())));
        };
    }

    private static Taken told(String where, Publication publication) {
        return switch (publication) {
            case Publication.Published _, Publication.Unchanged _ -> new Taken.Done();
            case Publication.Conflicting(var conflicts) ->
                new Taken.Refused(conflicts.stream()
                        .map(conflict -> new Refusal(
                                where + conflict.change().field(),
                                conflict.change().was().map(JsonNode::toString).orElse(""),
                                Why.CONFLICT,
                                conflict.stands().map(JsonNode::toString).orElse("")))
                        .toList());
            case Publication.Refused(var objections) ->
                new Taken.Refused(objections.stream()
                        .map(o -> new Refusal(where + o.where(), o.value(), Why.RULE, o.rule()))
                        .toList());
        };
    }
}
