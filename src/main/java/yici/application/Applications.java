package yici.application;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Submitted applications, for the rooms above. */
@Component
public class Applications {

    /** @throws yici.kit.NotFound when there is none */
    public Application get(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    public Optional<UUID> idOf(String number) {
        throw new UnsupportedOperationException(number);
    }

    /** A correction replaces values; in the caller's transaction. */
    public void correct(UUID id, Map<String, String> changedAnswers) {
        throw new UnsupportedOperationException(id.toString() + changedAnswers);
    }

    /** A file handed in with a correction; in the caller's transaction. */
    public void supply(UUID id, Application.Supplied file) {
        throw new UnsupportedOperationException(id.toString() + file);
    }
}
