package yici.connector.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import yici.identity.Capacity;
import yici.identity.LegalPersonBase;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.View;
import yici.mandate.MandateSource;

/** The register of legal persons: who represents which firm. What it does not know, it does not know: a firm is not for the taking. */
@Component
class SandboxLegalPersons implements LegalPersonBase, MandateSource {

    private final BaseRegisters registers;
    private final Shelves shelves;
    private final Clock clock;

    SandboxLegalPersons(BaseRegisters registers, Shelves shelves, Clock clock) {
        this.registers = registers;
        this.shelves = shelves;
        this.clock = clock;
    }

    @Override
    public LegalPersonBase.Answer find(CreditCode code) {
        return switch (behaviour(code.value())) {
            case ANSWERS, CONTRADICTS ->
                registers
                        .firm(code.value())
                        .<LegalPersonBase.Answer>map(firm -> new LegalPersonBase.Answer.Registered(
                                code,
                                firm.name(),
                                firm.representative(),
                                Document.of(firm.representativeNumber()),
                                firm.open()))
                        .orElseGet(LegalPersonBase.Answer.Unknown::new);
            case DOWN -> new LegalPersonBase.Answer.Unavailable();
            case SLOW -> {
                Patience.use();
                yield new LegalPersonBase.Answer.Unavailable();
            }
        };
    }

    @Override
    public String key() {
        return BaseRegisters.LEGAL_PERSONS;
    }

    @Override
    public MandateSource.Answer about(Document person, String name) {
        return switch (behaviour(person.text())) {
            case ANSWERS ->
                new MandateSource.Answer.Known(registers.representedBy(person.text()).stream()
                        .map(firm -> offer(firm, person))
                        .toList());
            case CONTRADICTS -> new MandateSource.Answer.Refused();
            case DOWN -> new MandateSource.Answer.Unavailable();
            case SLOW -> {
                Patience.use();
                yield new MandateSource.Answer.Unavailable();
            }
        };
    }

    private MandateSource.Offer offer(BaseRegisters.Firm firm, Document person) {
        return new MandateSource.Offer(
                Capacity.LEGAL_REPRESENTATIVE,
                firm.code(),
                firm.name(),
                person,
                BaseRegisters.reference(firm.code(), LocalDate.ofInstant(clock.instant(), View.ZONE)));
    }

    private Behaviour behaviour(String number) {
        return shelves.behaviour(BaseRegisters.BASE, BaseRegisters.LEGAL_PERSONS, number);
    }
}
