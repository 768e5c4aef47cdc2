package yici.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.Translated;

/**
 * Writes down by what words an edition is found, when it is published. Which of them is in force is asked when somebody searches, so nothing
 * has to happen on the day another edition takes its place.
 */
@Component
class SearchIndex {

    private final SearchLines lines;
    private final LifeEvents lifeEvents;
    private final Services services;
    private final Editions editions;
    private final Contents contents;
    private final Areas areas;
    private final Bodies bodies;

    SearchIndex(
            SearchLines lines,
            LifeEvents lifeEvents,
            Services services,
            Editions editions,
            Contents contents,
            Areas areas,
            Bodies bodies) {
        this.lines = lines;
        this.lifeEvents = lifeEvents;
        this.services = services;
        this.editions = editions;
        this.contents = contents;
        this.areas = areas;
        this.bodies = bodies;
    }

    void put(EditionHead edition) {
        put(edition, contents.of(edition.id()));
    }

    /** Variants of life events are found as their standard; what a body offers of a service is found by itself. */
    void put(EditionHead edition, JsonNode content) {
        var found = edition.variant().equals(Variant.STANDARD) ? standard(edition, content) : offer(edition, content);
        if (!found.isEmpty()) lines.replace(edition.id(), found);
    }

    /** All editions of the standard: the words or the topic of the life event have changed, not its text. */
    void again(String subject) {
        editions.history(subject, Variant.STANDARD).forEach(this::put);
    }

    private List<SearchLine> standard(EditionHead edition, JsonNode content) {
        var event = lifeEvents.find(edition.subject());
        if (event.isPresent()) return lifeEvent(event.get(), GuideJson.read(content));
        return services.has(edition.subject())
                ? SearchLine.of(GuideJson.readService(content), bodies::departmentName)
                : List.of();
    }

    private List<SearchLine> lifeEvent(LifeEvents.Row event, Guide guide) {
        var topic = services.topics().stream()
                .filter(t -> t.audience() == guide.audience() && t.key().equals(event.topic()))
                .map(Topic::name)
                .findFirst()
                .orElse(Translated.zh(""));
        return SearchLine.of(guide, topic, event.words(), bodies::departmentName);
    }

    private List<SearchLine> offer(EditionHead edition, JsonNode content) {
        var area = AreaVariants.area(edition.variant()).flatMap(areas::find);
        if (area.isEmpty() || !services.has(edition.subject())) return List.of();
        var service = GuideJson.readService(content);
        Optional<Translated> body =
                bodies.in(area.get().code(), service.department()).map(b -> b.name());
        return SearchLine.ofOffer(
                service,
                contents.find(edition.id()).changes(),
                area.get().code(),
                body.orElse(area.get().name()));
    }
}
