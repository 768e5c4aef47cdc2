package yici.catalogue;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Item files of the province's implementation list, as they are published: one service each, with the national codes. */
@Component
public class ItemFiles {

    private final Services services;
    private final LifeEvents lifeEvents;
    private final InForce inForce;
    private final KnownOutside known;

    ItemFiles(Services services, LifeEvents lifeEvents, InForce inForce, KnownOutside known) {
        this.services = services;
        this.lifeEvents = lifeEvents;
        this.inForce = inForce;
        this.known = known;
    }

    /** @throws yici.kit.ImportRefused naming line, field and what is wrong */
    public Holding read(String file, String text) {
        var items = lifeEvents.all().stream()
                .map(LifeEvents.Row::code)
                .filter(inForce.now()::offers)
                .flatMap(code -> inForce.guide(code).items().stream().map(item -> code + "/" + item.key()))
                .collect(Collectors.toSet());
        return new Holding.ServiceRecord(ReadService.of(Json.parse(file, text), known, services.topics(), items));
    }
}
