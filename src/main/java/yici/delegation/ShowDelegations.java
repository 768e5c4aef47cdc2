package yici.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.catalogue.Power;
import yici.catalogue.Powers;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;

/** Gives records their names, and finds those that a page asks for. */
@Component
class ShowDelegations {

    static final int PAGE = 50;

    private final KeptDelegations kept;
    private final Powers powers;
    private final Areas areas;
    private final Bodies bodies;
    private final Clock clock;

    ShowDelegations(KeptDelegations kept, Powers powers, Areas areas, Bodies bodies, Clock clock) {
        this.kept = kept;
        this.powers = powers;
        this.areas = areas;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @param from how many come before; {@code more}: whether others follow */
    record Listing(List<Shown> records, int from, int all) {
        boolean more() {
            return from + records.size() < all;
        }

        static Listing of(List<Shown> found, int from) {
            int begin = Math.clamp(from, 0, found.size());
            return new Listing(found.subList(begin, Math.min(found.size(), begin + PAGE)), begin, found.size());
        }
    }

    Shown of(Recorded recorded) {
        return of(recorded, named());
    }

    private Shown of(Recorded recorded, Map<String, Power> named) {
        var d = recorded.delegation();
        return new Shown(
                recorded,
                named.getOrDefault(d.power(), noLongerNamed(d)),
                body(d.giver()),
                body(d.receiver()),
                body(d.supervisor()),
                d.areas().stream().flatMap(code -> areas.find(code).stream()).toList(),
                recorded.state(today()));
    }

    private Map<String, Power> named() {
        return powers.all().stream().collect(Collectors.toMap(Power::key, power -> power, (one, _) -> one));
    }

    /** The catalogue has it no more; the record still tells of it. */
    private static Power noLongerNamed(Delegation d) {
        return new Power(d.power(), Translated.zh(d.power()), Optional.empty(), d.department());
    }

    private PublicBody body(String id) {
        return bodies.find(id).orElseThrow(() -> new NotFound("body " + id));
    }

    List<Shown> all() {
        var named = named();
        return kept.now().all().stream().map(recorded -> of(recorded, named)).toList();
    }

    /** What is exercised by a record on that day in the area, in one of those below it, or there because it is so above. */
    List<Shown> validOn(LocalDate day, String area, String power) {
        var touched = Stream.concat(areas.path(area).stream(), areas.within(area).stream())
                .map(Area::code)
                .collect(Collectors.toSet());
        var named = named();
        return kept.now().all().stream()
                .filter(recorded -> recorded.isValidOn(day))
                .filter(recorded ->
                        power.isEmpty() || recorded.delegation().power().equals(power))
                .filter(recorded -> recorded.delegation().areas().stream().anyMatch(touched::contains))
                .map(recorded -> of(recorded, named))
                .toList();
    }

    /** To be seen by everybody once a second person has confirmed it. */
    Optional<Shown> published(String number) {
        return kept.now().find(number).filter(Recorded::agreed).map(this::of);
    }

    /** Powers of which the register knows something, to choose from. */
    List<Power> recordedPowers() {
        var used = kept.now().all().stream()
                .map(recorded -> recorded.delegation().power())
                .collect(Collectors.toSet());
        return powers.all().stream().filter(power -> used.contains(power.key())).toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}
