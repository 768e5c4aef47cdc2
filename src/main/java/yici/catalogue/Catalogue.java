package yici.catalogue;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The published catalogue. */
@Component
public class Catalogue {

    /** The life event as this area offers it today, by its own variant or the nearest level's. */
    public Offer offer(String lifeEvent, String area) {
        throw new UnsupportedOperationException(lifeEvent + area);
    }

    /** @throws yici.kit.NotFound when there is no such edition */
    public Edition edition(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** All published life events, those for persons first. */
    public List<Listed> lifeEvents() {
        throw new UnsupportedOperationException();
    }
}
