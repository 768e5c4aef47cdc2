package yici.mandate;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.identity.Representation;
import yici.identity.Scope;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;

/** Answers at every request of a session that acts for another: one look at a primary key, so that a revocation counts at the next click. */
@Component
class StandsFor implements Representation {

    private final Mandates mandates;
    private final Areas areas;
    private final Clock clock;

    StandsFor(Mandates mandates, Areas areas, Clock clock) {
        this.mandates = mandates;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public Standing of(UUID mandate, UUID person, UUID party) {
        return mandates.find(mandate)
                .filter(m -> m.granter().equals(party) && m.grantee().equals(Optional.of(person)))
                .map(this::standing)
                .orElseGet(() -> new Standing.Ended(Why.NOT_KNOWN));
    }

    private Standing standing(Mandate mandate) {
        return switch (mandate.at(clock.instant())) {
            case IN_FORCE -> new Standing.InForce(mandate.capacity(), scope(mandate), mandate.until());
            case REVOKED, REFUSED -> new Standing.Ended(Why.REVOKED);
            case RENOUNCED, DECLINED -> new Standing.Ended(Why.RENOUNCED);
            case EXPIRED -> new Standing.Ended(Why.EXPIRED);
            case OFFERED, CLAIMED, NOT_YET -> new Standing.Ended(Why.NOT_KNOWN);
        };
    }

    Scope scope(Mandate mandate) {
        var events = mandate.lifeEvents();
        return new Scope(events.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(events)), areas(mandate.area()));
    }

    /** The whole province needs no list. */
    private Optional<Set<String>> areas(String code) {
        var area = areas.find(code);
        if (area.isEmpty()) return Optional.of(Set.of());
        if (area.get().level() == Area.Level.PROVINCE) return Optional.empty();
        return Optional.of(
                areas.within(area.get().code()).stream().map(Area::code).collect(Collectors.toSet()));
    }
}
