package yici.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often one network may send a form that needs no account, in a quarter of an hour. The database counts, for all nodes together. */
@Component
public class OpenForms {

    /** A town hall or a village shares one address. */
    static final int PER_ADDRESS = 30;

    private final Attempts attempts;

    OpenForms(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts this one.
     *
     * @param form its name, such as {@code objection}
     * @return until when to wait; empty when it may go through
     */
    public Optional<Instant> tooOften(String form, String address) {
        return attempts.countForm(form, address, PER_ADDRESS);
    }
}
