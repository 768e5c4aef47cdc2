package yici.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands one message to its carrier; after a failure again and again, ever later, as long as it is of use. No transaction is open meanwhile. */
@Component
class DeliverMessage {

    static final int MOST_TRIES = 8;

    private static final Logger log = LoggerFactory.getLogger(DeliverMessage.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    sealed interface Result {
        record Done() implements Result {}

        record Again(Duration in) implements Result {}
    }

    private final Outbox outbox;
    private final Carriers carriers;
    private final Clock clock;

    DeliverMessage(Outbox outbox, Carriers carriers, Clock clock) {
        this.outbox = outbox;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** @param failures so far */
    Result deliver(UUID id, int failures) {
        var message = outbox.waiting(id);
        return message.isEmpty() ? new Result.Done() : deliver(id, message.get(), failures);
    }

    private Result deliver(UUID id, Message message, int failures) {
        if (message.until().isBefore(clock.instant())) return giveUp(id, message, "of no use any more");
        var carrier = carriers.of(message.channel());
        if (carrier.isEmpty()) return giveUp(id, message, "no gateway is configured any more");

        var trouble = carried(carrier.get(), id, message);
        if (trouble.isEmpty()) {
            outbox.done(id, Outbox.State.SENT, "", clock.instant());
            return new Result.Done();
        }
        var why = String.valueOf(trouble.get().getMessage());
        if (!trouble.get().again() || failures + 1 >= MOST_TRIES) return giveUp(id, message, why);
        log.warn("{} not sent yet: {}", message, why);
        return new Result.Again(FIRST_PAUSE.multipliedBy(1L << failures));
    }

    private static Optional<Carrier.Undelivered> carried(Carrier carrier, UUID id, Message message) {
        try {
            carrier.carry(id.toString(), message);
            return Optional.empty();
        } catch (Carrier.Undelivered trouble) {
            return Optional.of(trouble);
        }
    }

    private Result giveUp(UUID id, Message message, String why) {
        log.error("{} not sent: {}", message, why);
        outbox.done(id, Outbox.State.FAILED, why, clock.instant());
        return new Result.Done();
    }
}
