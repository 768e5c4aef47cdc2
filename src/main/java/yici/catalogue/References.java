package yici.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.catalogue.TakeHolding.Refusal;
import yici.catalogue.TakeHolding.Why;
import yici.form.DataElement;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;

/** Whether everything a record names is there, and nothing stands twice. */
@Component
class References {

    private final Services services;
    private final LifeEvents lifeEvents;
    private final Editions editions;
    private final Areas areas;
    private final Bodies bodies;

    References(Services services, LifeEvents lifeEvents, Editions editions, Areas areas, Bodies bodies) {
        this.services = services;
        this.lifeEvents = lifeEvents;
        this.editions = editions;
        this.areas = areas;
        this.bodies = bodies;
    }

    List<Refusal> wrong(Holding holding, LocalDate day) {
        var wrong = new Wrong();
        switch (holding) {
            case Holding.TopicRecord topic ->
                wrong.unless(topic.topic().matches("[a-z0-9-]{1,40}"), "topic", topic.topic(), Why.UNREADABLE);
            case Holding.LifeEventRecord event -> lifeEvent(event, wrong);
            case Holding.VariantRecord variant -> variant(variant, wrong);
            case Holding.ServiceRecord service -> service(service.service(), wrong);
            case Holding.OfferRecord offer -> {
                wrong.unless(
                        editions.inForce(offer.service(), Variant.STANDARD, day).isPresent()
                                && services.has(offer.service()),
                        "service",
                        offer.service(),
                        Why.UNKNOWN);
                // by a former code the same offer would be another record each time
                wrong.unless(
                        areas.find(offer.area())
                                .filter(area -> area.code().equals(offer.area()))
                                .isPresent(),
                        "area",
                        offer.area(),
                        Why.UNKNOWN);
            }
        }
        return wrong.list;
    }

    /** @param where the text stands in the record */
    List<Refusal> wrong(String where, Guide guide) {
        var wrong = new Wrong();
        guide(where + "/", guide, wrong);
        return wrong.list;
    }

    private void lifeEvent(Holding.LifeEventRecord event, Wrong wrong) {
        var guide = event.guide();
        wrong.unless(guide.code().matches("[0-9A-Z]{6,20}"), "guide/code", guide.code(), Why.UNREADABLE);
        wrong.unless(!services.has(guide.code()), "guide/code", guide.code(), Why.TWICE);
        wrong.unless(
                services.topics().stream()
                        .anyMatch(
                                t -> t.audience() == guide.audience() && t.key().equals(event.topic())),
                "topic",
                event.topic(),
                Why.UNKNOWN);
        guide("guide/", guide, wrong);
    }

    private void variant(Holding.VariantRecord variant, Wrong wrong) {
        wrong.unless(lifeEvents.find(variant.lifeEvent()).isPresent(), "lifeEvent", variant.lifeEvent(), Why.UNKNOWN);
        wrong.unless(
                variant.variant().matches("[A-Za-z0-9-]{1,60}")
                        && !variant.variant().equals(Variant.STANDARD),
                "variant",
                variant.variant(),
                Why.UNREADABLE);
        wrong.unless(
                !lifeEvents.isUnknown(variant.lifeEvent(), variant.parent()), "parent", variant.parent(), Why.UNKNOWN);
        for (var area : variant.areas()) area("areas", area, wrong);
        for (var change : variant.differences())
            wrong.unless(!change.path().isEmpty(), "differences", "", Why.UNREADABLE);
    }

    private void service(Service service, Wrong wrong) {
        wrong.unless(service.key().matches("[a-z0-9][a-z0-9-]{1,79}"), "key", service.key(), Why.UNREADABLE);
        wrong.unless(lifeEvents.find(service.key()).isEmpty(), "key", service.key(), Why.TWICE);
        department("department", service.department(), wrong);
        wrong.unless(!service.audiences().isEmpty(), "audiences", "", Why.UNREADABLE);
        for (var level : service.levels())
            wrong.unless(ReadService.LEVELS.contains(level), "levels", level, Why.UNKNOWN);
        wrong.unless(ReadService.SCOPES.contains(service.crossArea()), "crossArea", service.crossArea(), Why.UNKNOWN);
        for (var topic : service.topics())
            wrong.unless(services.topics().contains(topic), "topics", topic.key(), Why.UNKNOWN);
        wrong.twice("documents", service.documents(), Service.Document::key);
        for (var paper : service.documents()) document(paper, wrong);
        var papers = service.documents().stream().map(Service.Document::key).collect(Collectors.toSet());
        for (var scenario : service.implementation().scenarios())
            for (var key : scenario.documents())
                wrong.unless(papers.contains(key), "implementation/scenarios/" + scenario.key(), key, Why.UNKNOWN);
        for (var part : service.partOf())
            wrong.unless(lifeEvents.find(part.lifeEvent()).isPresent(), "partOf", part.lifeEvent(), Why.UNKNOWN);
    }

    private static void document(Service.Document paper, Wrong wrong) {
        var where = "documents/" + paper.key() + "/";
        wrong.unless(ReadService.KINDS.contains(paper.kind()), where + "kind", paper.kind(), Why.UNKNOWN);
        wrong.unless(ReadService.FORMS.contains(paper.form()), where + "form", paper.form(), Why.UNKNOWN);
        wrong.unless(ReadService.SOURCES.contains(paper.source()), where + "source", paper.source(), Why.UNKNOWN);
        wrong.unless(
                ReadService.WAYS.contains(paper.submission()), where + "submission", paper.submission(), Why.UNKNOWN);
    }

    private void guide(String where, Guide guide, Wrong wrong) {
        department(where + "lead", guide.lead(), wrong);
        guide.departments().forEach(d -> department(where + "departments", d, wrong));
        wrong.twice(where + "items", guide.items(), Guide.Item::key);
        wrong.twice(where + "groups", guide.groups(), Guide.Group::key);
        wrong.twice(where + "evidence", guide.evidence(), Guide.Evidence::key);
        wrong.twice(where + "questions", guide.questions(), Guide.Question::key);
        wrong.twice(where + "elements", guide.elements(), DataElement::key);
        var items = guide.items().stream().map(Guide.Item::key).collect(Collectors.toSet());
        var groups = guide.groups().stream().map(Guide.Group::key).collect(Collectors.toSet());
        for (var item : guide.items()) {
            department(where + "items/" + item.key() + "/department", item.department(), wrong);
            wrong.unless(
                    groups.contains(item.group()), where + "items/" + item.key() + "/group", item.group(), Why.UNKNOWN);
            for (var before : item.prerequisites()) {
                known(
                        items,
                        where + "items/" + item.key() + "/prerequisites",
                        before.item().stream().toList(),
                        wrong);
                known(
                        groups,
                        where + "items/" + item.key() + "/prerequisites",
                        before.group().stream().toList(),
                        wrong);
            }
        }
        for (var group : guide.groups()) known(items, where + "groups/" + group.key() + "/items", group.items(), wrong);
        for (var paper : guide.evidence())
            known(items, where + "evidence/" + paper.key() + "/usedBy", paper.usedBy(), wrong);
        for (var condition : guide.conditions())
            known(items, where + "conditions/" + condition.key() + "/appliesTo", condition.appliesTo(), wrong);
        for (var element : guide.elements())
            known(items, where + "elements/" + element.key() + "/neededBy", element.neededBy(), wrong);
        for (var question : guide.questions())
            for (var choice : question.choices())
                for (var effect : choice.effects())
                    if (effect.kind() == Guide.EffectKind.INCLUDE_ITEM
                            || effect.kind() == Guide.EffectKind.EXCLUDE_ITEM)
                        known(items, where + "questions/" + question.key() + "/effects", List.of(effect.ref()), wrong);
        guide.servicePoints().forEach(point -> area(where + "servicePoints", point.area(), wrong));
    }

    private static void known(java.util.Set<String> keys, String where, List<String> named, Wrong wrong) {
        for (var key : named) wrong.unless(keys.contains(key), where, key, Why.UNKNOWN);
    }

    private void department(String where, String key, Wrong wrong) {
        wrong.unless(bodies.departments().stream().anyMatch(d -> d.key().equals(key)), where, key, Why.UNKNOWN);
    }

    private void area(String where, String code, Wrong wrong) {
        wrong.unless(Optional.of(code).flatMap(areas::find).isPresent(), where, code, Why.UNKNOWN);
    }

    private static final class Wrong {
        private final List<Refusal> list = new ArrayList<>();

        void unless(boolean right, String where, String value, Why why) {
            if (!right) list.add(new Refusal(where, value, why, ""));
        }

        <T> void twice(String where, List<T> members, Function<T, String> key) {
            var seen = new HashSet<String>();
            for (var member : members)
                if (!seen.add(key.apply(member))) unless(false, where, key.apply(member), Why.TWICE);
        }
    }
}
