package yici.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import yici.identity.Account;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.Patience;
import yici.kit.View;

/** All registers at once, none longer than a person waits; what they say is looked at before it is believed. */
@Component
class Sources {

    static final int ADULT = 18;

    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST = 50;

    enum Status {
        OK,
        /** Slow, down or telling nonsense: {@code SERVICE_NOT_AVAILABLE}. */
        NOT_AVAILABLE,
        REFUSED
    }

    /** What one register says; no offers unless it is well. */
    record Said(String source, Status status, List<MandateSource.Offer> offers) {}

    private final List<MandateSource> sources;
    private final Clock clock;

    Sources(List<MandateSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    List<Said> about(Account person) {
        var document = Document.of(person.number());
        var questions = sources.stream()
                .map(source -> (Callable<Said>) () -> ask(source, document, person.name()))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(questions).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Said ask(MandateSource source, Document person, String name) {
        var answer = Patience.ask(
                PATIENCE, source.key(), () -> source.about(person, name), new MandateSource.Answer.Unavailable());
        return switch (answer) {
            case MandateSource.Answer.Known(var offers)
            when isTrue(offers, person) -> new Said(source.key(), Status.OK, offers);
            case MandateSource.Answer.Known _ -> {
                log.warn("{} tells nonsense; nothing of it is believed", source.key());
                yield new Said(source.key(), Status.NOT_AVAILABLE, List.of());
            }
            case MandateSource.Answer.Refused _ -> new Said(source.key(), Status.REFUSED, List.of());
            case MandateSource.Answer.Unavailable _ -> new Said(source.key(), Status.NOT_AVAILABLE, List.of());
            case null -> new Said(source.key(), Status.NOT_AVAILABLE, List.of());
        };
    }

    /** One wrong line and the whole answer is worth nothing. */
    private boolean isTrue(List<MandateSource.Offer> offers, Document person) {
        try {
            return offers.size() <= MOST && offers.stream().allMatch(offer -> isTrue(offer, person));
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    private boolean isTrue(MandateSource.Offer offer, Document person) {
        if (!offer.representative().equals(person) || offer.name().isBlank()) return false;
        return switch (offer.capacity()) {
            case LEGAL_REPRESENTATIVE -> CreditCode.read(offer.number()) instanceof CreditCode.Reading.Good;
            case GUARDIAN ->
                isMinor(Document.of(offer.number())) && !offer.number().equals(person.text());
            case AGENT, COUNTER_ASSISTANCE -> false; // no register gives these
        };
    }

    private boolean isMinor(Document ward) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        boolean wellFormed = Document.read(ward.kind(), ward.number()) instanceof Document.Reading.Good;
        return wellFormed
                && ward.birthday()
                        .filter(day ->
                                !day.isAfter(today) && day.plusYears(ADULT).isAfter(today))
                        .isPresent();
    }
}
