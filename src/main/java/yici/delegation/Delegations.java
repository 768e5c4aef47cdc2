package yici.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.catalogue.Deciders;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** Who decides what, where, by the register as it is valid on the day of filing; and why. All from memory. */
@Component
public class Delegations implements Deciders {

    private final KeptDelegations kept;
    private final Rules rules;
    private final Areas areas;
    private final Bodies bodies;

    Delegations(KeptDelegations kept, Rules rules, Areas areas, Bodies bodies) {
        this.kept = kept;
        this.rules = rules;
        this.areas = areas;
        this.bodies = bodies;
    }

    @Override
    public Optional<PublicBody> of(String power, String department, String area, LocalDate filedOn) {
        return recorded(power, area, filedOn)
                .map(recorded -> bodies.get(recorded.delegation().receiver()))
                .or(() -> bodies.deciding(department, area, filedOn));
    }

    private Optional<Recorded> recorded(String power, String area, LocalDate day) {
        return kept.now().valid(power, rules.upwards(area), day, body -> rules.isOpen(body, day));
    }

    /** By which record a body decides what was filed there on that day; empty where it does by no record. */
    public Optional<Arrangement> arrangement(String power, String area, LocalDate filedOn, String body) {
        return recorded(power, area, filedOn)
                .map(Recorded::delegation)
                .filter(d -> d.receiver().equals(body))
                .map(d -> new Arrangement(
                        d.number(),
                        d.mode().key(),
                        bodies.get(d.giver()),
                        bodies.get(d.receiver()),
                        d.mode().isEntrusted(),
                        d.seal(),
                        d.file().title(),
                        d.file().number()));
    }

    /** What a body has ever been handed. */
    public Set<String> receivedBy(String body) {
        return kept.now().all().stream()
                .filter(Recorded::agreed)
                .map(Recorded::delegation)
                .filter(d -> d.receiver().equals(body))
                .map(Delegation::power)
                .collect(Collectors.toSet());
    }

    /** @param liesWith the body that has the case now; empty for a gap */
    public Why why(
            String power,
            Translated item,
            String department,
            String area,
            LocalDate filedOn,
            Optional<String> liesWith) {
        var decided = of(power, department, area, filedOn);
        var chain = kept.now().chain(power, rules.upwards(area), filedOn, body -> rules.isOpen(body, filedOn));
        return new Why(
                item,
                bodies.departmentName(department),
                areas.get(area),
                filedOn,
                bodies.deciding(department, area, filedOn),
                chain.stream().map(this::link).toList(),
                decided,
                liesWith.flatMap(bodies::find).filter(body -> !decided.equals(Optional.of(body))),
                since(power, department, area, filedOn, decided));
    }

    private Why.Link link(Recorded recorded) {
        var d = recorded.delegation();
        return new Why.Link(
                d.number(),
                d.mode(),
                bodies.get(d.giver()),
                bodies.get(d.receiver()),
                d.areas().stream().map(areas::get).toList(),
                d.from(),
                recorded.lastDay(),
                d.file(),
                d.seal());
    }

    /** The first later day on which it goes elsewhere. */
    private Optional<Why.Since> since(
            String power, String department, String area, LocalDate filedOn, Optional<PublicBody> decided) {
        for (var day : turns(power, filedOn)) {
            var then = of(power, department, area, day);
            if (!then.equals(decided))
                return Optional.of(new Why.Since(
                        day,
                        then,
                        recorded(power, area, day)
                                .filter(r -> r.delegation().from().equals(day))
                                .map(Recorded::number)));
        }
        return Optional.empty();
    }

    private List<LocalDate> turns(String power, LocalDate after) {
        var days = new TreeSet<LocalDate>();
        for (var recorded : kept.now().all())
            if (recorded.agreed() && recorded.delegation().power().equals(power))
                Stream.concat(Stream.of(recorded.delegation().from()), recorded.over().stream())
                        .filter(day -> day.isAfter(after))
                        .forEach(days::add);
        return List.copyOf(days);
    }
}
