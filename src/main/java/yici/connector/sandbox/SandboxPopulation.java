package yici.connector.sandbox;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import yici.identity.PopulationBase;
import yici.kit.Document;

/**
 * Compares as the population base would. Of residents it does not know it believes what is said, so that anybody can try the demonstration;
 * foreigners and holders of permits it does not know, as the real one does not.
 */
@Component
class SandboxPopulation implements PopulationBase {

    private final BaseRegisters registers;
    private final Shelves shelves;

    SandboxPopulation(BaseRegisters registers, Shelves shelves) {
        this.registers = registers;
        this.shelves = shelves;
    }

    @Override
    public Answer compare(Document document, String name, String phone) {
        var number = document.text();
        return switch (shelves.behaviour(BaseRegisters.BASE, BaseRegisters.POPULATION, number)) {
            case ANSWERS -> compared(document, name, phone);
            case CONTRADICTS -> new Answer.Differs(EnumSet.of(Factor.NAME));
            case DOWN -> new Answer.Unavailable();
            case SLOW -> {
                Patience.use();
                yield new Answer.Unavailable();
            }
        };
    }

    private Answer compared(Document document, String name, String phone) {
        if (document.kind() != Document.Kind.RESIDENT_ID) return new Answer.Unknown();
        var known = registers.person(document.number());
        if (known.isEmpty()) return new Answer.Agrees(Set.of(Factor.values()));
        var differs = EnumSet.noneOf(Factor.class);
        if (!known.get().name().equals(name)) differs.add(Factor.NAME);
        if (!known.get().phone().isEmpty() && !known.get().phone().equals(phone)) differs.add(Factor.PHONE);
        return differs.isEmpty() ? new Answer.Agrees(Set.of(Factor.values())) : new Answer.Differs(differs);
    }
}
