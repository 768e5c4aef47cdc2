package yici.connector.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import yici.identity.Capacity;
import yici.kit.Document;
import yici.kit.View;
import yici.mandate.MandateSource;

/** Households in the population base: parents are the guardians of their children who are not of age. */
@Component
class SandboxHouseholds implements MandateSource {

    private static final int OF_AGE = 18;

    private final BaseRegisters registers;
    private final Shelves shelves;
    private final Clock clock;

    SandboxHouseholds(BaseRegisters registers, Shelves shelves, Clock clock) {
        this.registers = registers;
        this.shelves = shelves;
        this.clock = clock;
    }

    @Override
    public String key() {
        return BaseRegisters.POPULATION;
    }

    @Override
    public Answer about(Document person, String name) {
        return switch (shelves.behaviour(BaseRegisters.BASE, BaseRegisters.POPULATION, person.text())) {
            case ANSWERS -> children(person);
            case CONTRADICTS -> new Answer.Refused();
            case DOWN -> new Answer.Unavailable();
            case SLOW -> {
                Patience.use();
                yield new Answer.Unavailable();
            }
        };
    }

    private Answer children(Document parent) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        return new Answer.Known(registers.childrenOf(parent.text()).stream()
                .filter(child -> Document.of(child.number())
                        .birthday()
                        .filter(day -> day.plusYears(OF_AGE).isAfter(today))
                        .isPresent())
                .map(child -> new Offer(
                        Capacity.GUARDIAN,
                        child.number(),
                        child.name(),
                        parent,
                        BaseRegisters.reference(child.number(), today)))
                .toList());
    }
}
