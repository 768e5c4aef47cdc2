package yici.connector.sandbox;

import java.util.Collection;
import org.springframework.stereotype.Component;
import yici.application.KnownFacts;

/** Fills forms from the sandbox's registers. */
@Component
class SandboxRegister implements KnownFacts {

    private final Shelves shelves;

    SandboxRegister(Shelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public Answer about(String number, String lifeEvent, Collection<String> elements) {
        return switch (shelves.behaviour(lifeEvent, "", number)) {
            case ANSWERS, CONTRADICTS -> new Answer.Known(shelves.entries(number, lifeEvent, elements));
            case DOWN -> new Answer.Unavailable("sandbox");
            case SLOW -> {
                Patience.use();
                yield new Answer.Unavailable("sandbox");
            }
        };
    }
}
